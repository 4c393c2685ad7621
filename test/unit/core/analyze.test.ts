import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Analysis } from '../../../server/src/core';
import { analyze, parseDocument } from '../../../server/src/core';
import { documents } from '../../support/generateDocument';
import { loadShippedRules } from '../../support/shippedRules';

const { rules } = await loadShippedRules();
const options = { type: 'business-case', stage: 'OBC', today: '2026-11-23' };

/** Analyses a text as an outline business case. */
function run(text: string, stage = 'OBC'): Analysis {
  const analysis = analyze(parseDocument(text), rules, { ...options, stage });
  if (analysis.kind !== 'checked') throw new Error(analysis.reason);
  return analysis;
}

/** The state of a consideration in the section with this title. */
function state(analysis: Analysis, title: string, consideration: string) {
  const section = analysis.sections.find((s) => s.section.heading?.title === title);
  return section?.judgements.find((j) => j.consideration === consideration);
}

describe('analyze', () => {
  it('gives every section a judgement of every consideration', () => {
    const { sections } = run('# A\n\n## Scope\n\nx\n\n### More\n\ny\n');
    for (const section of sections) {
      assert.deepEqual(
        section.judgements.map((j) => j.consideration),
        [...rules.ruleSet.considerations.keys()],
      );
    }
  });

  it('finds a heading that is a slot of a template, and asks nothing because of what the template says', () => {
    const text =
      '# A\n\n## Scope\n\nx\n\n## <INSERT – RISKS>\n\ny\n\n## Works\n\n<INSERT – HOW THE GRANT WILL BE SET>\n';
    const analysis = run(text);
    const found = analysis.findings.filter((f) => f.category === 'placeholder').map((f) => f.message);
    assert.deepEqual(
      found.map((message) => /<.*>/.exec(message)?.[0]),
      ['<INSERT – RISKS>', '<INSERT – HOW THE GRANT WILL BE SET>'],
    );
    assert.equal(state(analysis, 'Works', 'levers')?.state, 'not-expected');
  });

  it('asks nothing of the labels of a summary on the line of their words', () => {
    const fields = ['Problem', 'Expected benefits', 'Costs']
      .map((label) => `**${label}:** [what is to be said of it, in a sentence]\n\n`)
      .join('');
    const said = (heading: string) => run(`# A\n\n## ${heading}\n\n${fields}## Need\n\nx\n`).sections[3];
    assert.equal(said('Executive summary')?.section.heading?.title, 'Expected benefits');
    assert.equal(said('Executive summary')?.role, 'summary');
    assert.equal(said('Overview of costs')?.role, 'body');
  });

  it('takes empty boxes and lists of links for nothing that the paper says', () => {
    const saying = 'The contractor must pay the real living wage to every worker.';
    const said = (text: string) => state(run(`# A\n\n## Scope\n\n${text}\n`), 'Scope', 'good-work')?.state;
    assert.equal(said(`- ${saying}`), 'present');
    assert.equal(said(`- [x] ${saying}`), 'present');
    assert.equal(said(`- [ ] ${saying}`), 'not-expected');
    assert.equal(said(`- [${saying}](https://example.org)`), 'not-expected');
  });

  it('reads a whole table as one passage, and a claim with a figure as no bare claim', () => {
    const { sections, findings } = run(
      '# A\n\n## Who it falls on\n\n| Question | Answer |\n| --- | --- |\n| Who loses? | Eleven stallholders lose their pitch. |\n| How long? | 14 weeks. |\n| What is done? | Each is offered a space, free of rent. |\n\n## Need\n\nEvidence shows that need is high.\n\nEvidence shows that 31% have no car (Census 2021).\n',
    );
    const table = sections.find((s) => s.section.heading?.title === 'Who it falls on');
    assert.equal(table?.judgements.find((j) => j.consideration === 'distribution')?.state, 'present');
    assert.equal(findings.filter((f) => f.ruleId.endsWith('/assertion')).length, 1);
  });

  it('takes from the heading right above a text whom it is about, and from no other heading', () => {
    const said = (title: string, text: string) => state(run(`# A\n\n## ${title}\n\n${text}\n`), title, 'equality');
    const text = 'Nine pupils sign. Four parents came to the office in January.';
    assert.equal(said('Deaf pupils', text)?.state, 'present');
    assert.equal(said('Pupils', text)?.state, 'not-expected');
    const below = state(run(`# A\n\n## Deaf pupils\n\nx\n\n### Pupils\n\n${text}\n`), 'Pupils', 'equality');
    assert.equal(below?.state, 'not-expected');
  });

  it('does not say that parts stand apart which only another heading would join', () => {
    const text = 'They struggle to follow the play. There is an interpreter at the door.';
    const reasons = (title: string) =>
      state(run(`# A\n\n## ${title}\n\nEquality and diversity matter here. ${text}\n`), title, 'equality')?.reasons;
    assert.deepEqual(reasons('Our pupils'), ['lacking']);
  });

  it('shows the claim that calls for a matter of which the section says nothing, and asks for all of it', () => {
    const text = '# A\n\n## The yard\n\nThe old sheds go. The yard will bring better access to employment.\n';
    const analysis = analyze(parseDocument(text), rules, { type: 'policy-paper', today: options.today });
    if (analysis.kind !== 'checked') throw new Error(analysis.reason);
    const judgement = state(analysis, 'The yard', 'measures');
    assert.equal(judgement?.state, 'missing');
    assert.deepEqual(judgement?.lacking, ['indicator', 'target', 'date']);
    const shown = judgement?.evidence.map(({ facet, span }) => [
      facet,
      analysis.document.text.slice(span.start, span.end),
    ]);
    assert.deepEqual(shown, [['asking', 'better access']]);
    const finding = analysis.findings.find((f) => f.consideration === 'measures');
    assert.match(
      finding?.message ?? '',
      /not dealt with in this section, which calls for it \(“better access”, line 5\)/,
    );
    assert.deepEqual(
      finding?.related.map(({ message }) => message),
      ['calls for it'],
    );
  });

  it('tells beside a finding where the words stand that it rests on, and why they do not count', () => {
    const { findings } = run('# A\n\n## Place-based analysis\n\nA place-based analysis will be developed at FBC.\n');
    assert.deepEqual(
      findings.find((f) => f.consideration === 'place')?.related.map(({ message }) => message),
      ['named in passing, which does not count: put off to later'],
    );
  });

  it('never throws, and every finding and every piece of evidence slices back to its words', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const { document, findings, sections } = run(text);
        const lines = text.split(/\r\n|\n|\r/);
        for (const { span, message } of findings) {
          const from = document.lines.placeAt(span.start);
          const to = document.lines.placeAt(span.end);
          assert.equal(from.line, to.line, `more than one line: ${message}`);
          assert.equal(lines[from.line - 1]?.slice(from.column - 1, to.column - 1), text.slice(span.start, span.end));
        }
        for (const { span } of sections.flatMap((s) => s.judgements.flatMap((j) => j.evidence))) {
          assert.ok(span.start < span.end && span.end <= text.length);
          assert.match(text.slice(span.start, span.end), /\S/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a fingerprint when lines are added above', () => {
    const text = '# A\n\n## Main benefits\n\nLocal people will gain.\n';
    const prints = (analysis: Analysis) => analysis.findings.map((f) => f.fingerprint);
    assert.deepEqual(prints(run(text.replace('# A\n', '# A\n\nOne more line.\n'))), prints(run(text)));
    assert.equal(new Set(prints(run(text))).size, prints(run(text)).length);
  });

  it('follows a reference to the section that deals with the matter', () => {
    const good = 'Disabled people cannot reach the platform: 34% of them gave up.';
    const analysis = run(`# A\n\n## 1 Equality implications\n\nSee section 2.\n\n## 2 Access for all\n\n${good}\n`);
    const judgement = state(analysis, 'Equality implications', 'equality');
    assert.equal(judgement?.state, 'present');
    assert.equal(analysis.sections[judgement?.refersTo ?? 0]?.section.heading?.title, 'Access for all');
  });

  it('does not ask a parent for what stands below it', () => {
    const analysis = run(
      '# A\n\n## Main benefits\n\n### Jobs\n\nSixty care leavers are recruited through the college.\n',
    );
    assert.match(state(analysis, 'Main benefits', 'beneficiaries')?.excusedBy ?? '', /dealt with below, in “Jobs”/);
  });

  it('asks nothing of a strap line before the first heading', () => {
    const said = (text: string) => {
      const { sections } = run(`${text}\n\n# Depot\n\nThe lease is for ten years.\n`);
      return [sections[0]?.role, sections[0]?.judgements.find((j) => j.consideration === 'levers')?.state];
    };
    const line = 'Using public procurement to deliver growth';
    assert.deepEqual(said(line), ['front', 'not-expected']);
    assert.deepEqual(said(`${line}, ${'which we can say at some length, '.repeat(5)}and so on.`), ['body', 'thin']);
  });

  it('does not take the title of a paper for the kind of what stands below it', () => {
    const text = (title: string) => `# ${title}\n\n## Working with Kestrel\n\nWe have a strong partnership.\n`;
    const said = (title: string) => state(run(text(title)), 'Working with Kestrel', 'partnership')?.state;
    assert.equal(said('The Fernhill estate and next steps'), 'thin');
    assert.equal(said('Next steps'), 'not-expected');
  });

  it('asks a section for the matter that its heading names', () => {
    const said = (heading: string) =>
      state(run(`# A\n\n## ${heading}\n\nThe lease is for ten years.\n`), heading, 'equality')?.state;
    assert.equal(said('Equality, diversity and cohesion'), 'missing');
    assert.equal(said('Car parks, bollards and kerbs'), 'not-expected');
  });

  it('calls a section begun that promises, or holds the place of, what it is there for', () => {
    const said = (text: string, stage = 'OBC') =>
      state(run(`# A\n\n## Equality\n\n${text}\n`, stage), 'Equality', 'equality');
    assert.equal(said('[Insert text.]')?.state, 'thin');
    assert.deepEqual(said('[Insert text.]')?.reasons, ['placeholder']);
    assert.equal(said('This will be written at a later stage.')?.state, 'thin');
    assert.equal(said('This will be written at a later stage.', 'FBC')?.state, 'missing');
    assert.equal(said('The lease is for ten years.')?.state, 'missing');
  });

  it('calls no section begun by words that papers on anything hold', () => {
    const said = (text: string) =>
      state(run(`# A\n\n## Distributional impacts\n\n${text}\n`), 'Distributional impacts', 'distribution')?.state;
    assert.equal(said('Option 2 uses steel and option 3 uses timber.'), 'missing');
    assert.equal(said('Bakers are charged.'), 'thin');
  });

  it('counts a deferral by stage', () => {
    const text = '# A\n\n## Main benefits\n\nThe number of lone parents who gain will be confirmed at a later stage.\n';
    const states = ['SOC', 'OBC', 'FBC'].map(
      (stage) => state(run(text, stage), 'Main benefits', 'beneficiaries')?.state,
    );
    assert.deepEqual(states, ['not-expected', 'thin', 'missing']);
  });

  it('waives a section and all below it, and keeps the finding for reports', () => {
    const waiver = '<!-- inclusive-growth: waive beneficiaries because "A drain." by "A. Rahman" on 2026-10-01 -->';
    const analysis = run(`# A\n\n## Main benefits\n\n${waiver}\n\nLocal people will gain.\n`);
    assert.equal(state(analysis, 'Main benefits', 'beneficiaries')?.state, 'waived');
    assert.deepEqual(
      analysis.waivers.map((w) => w.used),
      [true],
    );
    assert.ok(analysis.findings.some((f) => f.consideration === 'beneficiaries' && f.waivedBy === 0));
  });

  it('waives what stands in front matter', () => {
    const text = (more: string) =>
      `---\nmain_benefits: |\n  Local people will gain from the works, the contracts and the jobs that the scheme brings with it.\n${more}---\n`;
    const states = ['', '\n  <!-- inclusive-growth: waive beneficiaries because "A drain." -->\n'].map(
      (more) => state(run(text(more)), 'Main benefits', 'beneficiaries')?.state,
    );
    assert.deepEqual(states, ['thin', 'waived']);
  });

  it('does not take a keyword for evidence', () => {
    const passages = [
      'We hope that care leavers could one day be recruited through a college.',
      '“Sixty care leavers were recruited through the college,” the other council told its members.',
      '[Insert number] care leavers will be recruited through the college.',
    ];
    for (const passage of passages) {
      assert.equal(
        state(run(`# A\n\n## Main benefits\n\n${passage}\n`), 'Main benefits', 'beneficiaries')?.state,
        'thin',
        passage,
      );
    }
  });
});
