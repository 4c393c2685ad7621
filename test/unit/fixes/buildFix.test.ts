import { strict as assert } from 'node:assert';
import { analyze, compileRules, offerForFinding, parseDocument } from '../../../server/src/core';
import { analyse, apply, applyEdits, sectionOf } from './support';

const CASE = '# Case\n\n## Benefits\n\nWe help care leavers.\n\n## Monitoring\n\nThe employment rate.\n';

describe('buildFix', () => {
  describe('in front matter', () => {
    const BENEFITS = 'benefits: We help care leavers, and will go on to do so in the wards of the city for years.\n';

    it('writes no Markdown into the YAML, and offers none', () => {
      const input = analyse('', BENEFITS);
      const section = sectionOf(input.analysis, 'Benefits');
      const offers = input.analysis.findings
        .filter((finding) => finding.consideration !== undefined)
        .flatMap((finding) => offerForFinding(finding, input));
      assert.ok(input.analysis.findings.some((finding) => finding.section === section && finding.consideration));
      assert.deepEqual(offers, []);
      assert.equal(apply(input, { kind: 'insert-prompt', section, consideration: 'beneficiaries' }), undefined);
    });

    it('puts a section that lacks after the front matter', () => {
      const input = analyse('', BENEFITS);
      const offset = apply(input, { kind: 'insert-section', sectionKind: 'monitoring' })?.fix.edits[0]?.span.start;
      assert.ok(offset !== undefined && offset > input.text.indexOf('\n---\n'));
    });
  });

  describe('in a form', () => {
    const long = 'Some words of the answer that stands here, and more. '.repeat(10);
    const rows = ['Benefits', 'What it costs', 'Who decides'].map((label) => `| ${label} | ${long} |`);
    const FORM = `# Bid\n\n| Question | Answer |\n| --- | --- |\n${rows.join('\n')}\n`;

    it('writes no block between the rows, and offers none', () => {
      const input = analyse(FORM);
      const section = sectionOf(input.analysis, 'Benefits');
      const found = input.analysis.findings.filter((one) => one.section === section && one.consideration !== undefined);
      assert.ok(found.length > 0);
      assert.deepEqual(
        found.flatMap((finding) => offerForFinding(finding, input)),
        [],
      );
      assert.equal(apply(input, { kind: 'insert-prompt', section, consideration: 'beneficiaries' }), undefined);
    });

    it('puts a section that lacks below the last row', () => {
      const done = apply(analyse(FORM), { kind: 'insert-section', sectionKind: 'monitoring' });
      assert.match(done?.body ?? '', /\|\n\n#+ Monitoring/);
      assert.ok(done?.body.startsWith(FORM.trimEnd()));
    });
  });

  describe('insert-prompt', () => {
    it('puts question, reason and skeleton where the section’s own text ends', () => {
      const input = analyse(CASE);
      const section = sectionOf(input.analysis, 'Benefits');
      const done = apply(input, { kind: 'insert-prompt', section, consideration: 'beneficiaries', facet: 'who' });
      assert.equal(
        done?.body,
        '# Case\n\n## Benefits\n\nWe help care leavers.\n\n<!-- inclusive-growth: prompt beneficiaries/who\nWhich group?\nWhy: Gains do not reach people by themselves. -->\nThe group is [group] in [place].\n\n## Monitoring\n\nThe employment rate.\n',
      );
    });

    it('makes a tab stop of each slot and escapes the rest', () => {
      const input = analyse(CASE);
      const section = sectionOf(input.analysis, 'Benefits');
      const snippet = apply(input, {
        kind: 'insert-prompt',
        section,
        consideration: 'beneficiaries',
        facet: 'how-many',
      })?.fix.edits[0]?.snippet;
      assert.match(snippet ?? '', /-->\n\$\{1:\[number\]\} of them, costing \\\$5 \{each\\\}\.\$0$/);
    });

    it('is never offered or built twice', () => {
      const input = analyse(CASE);
      const section = sectionOf(input.analysis, 'Benefits');
      const request = { kind: 'insert-prompt', section, consideration: 'beneficiaries' } as const;
      const again = analyse(apply(input, request)?.body ?? '');
      assert.equal(apply(again, request), undefined);
      const finding = again.analysis.findings.find((f) => f.consideration === 'beneficiaries' && f.category === 'thin');
      assert.ok(finding);
      assert.ok(!offerForFinding(finding, again).some((o) => o.request.kind === 'insert-prompt'));
    });

    it('keeps CRLF', () => {
      const input = analyse(CASE.replaceAll('\n', '\r\n'));
      const section = sectionOf(input.analysis, 'Benefits');
      const done = apply(input, { kind: 'insert-prompt', section, consideration: 'beneficiaries' });
      assert.ok(done);
      assert.doesNotMatch(done.body, /[^\r]\n/);
      assert.doesNotMatch(done.fix.edits[0]?.snippet ?? '', /[^\r]\n/);
    });

    it('leaves a blank line before a heading that follows at once, and a line end at the end of the document', () => {
      const tight = analyse('## Benefits\nWe help care leavers.\n## Costs');
      const inner = apply(tight, {
        kind: 'insert-prompt',
        section: sectionOf(tight.analysis, 'Benefits'),
        consideration: 'measures',
      });
      assert.match(inner?.body ?? '', /We measure \[indicator\]\.\n\n## Costs$/);
      const last = analyse('## Benefits');
      const end =
        apply(last, { kind: 'insert-prompt', section: 0, consideration: 'measures' }) ??
        apply(last, {
          kind: 'insert-prompt',
          section: sectionOf(last.analysis, 'Benefits'),
          consideration: 'measures',
        });
      assert.match(end?.body ?? '', /We measure \[indicator\]\.\n$/);
    });

    it('stays above definitions of footnotes that close the section', () => {
      const input = analyse('## Benefits\n\nWe help care leavers.[^1]\n\n[^1]: A note.\n');
      const done = apply(input, {
        kind: 'insert-prompt',
        section: sectionOf(input.analysis, 'Benefits'),
        consideration: 'measures',
      });
      assert.match(done?.body ?? '', /leavers\.\[\^1\]\n\n<!--[\s\S]*indicator\]\.\n\n\[\^1\]: A note\.\n$/);
    });
  });

  it('insert-prompts asks for everything that lacks, once each', () => {
    const input = analyse(CASE);
    const section = sectionOf(input.analysis, 'Benefits');
    const done = apply(input, { kind: 'insert-prompts', section });
    assert.deepEqual(done?.body.match(/prompt [\w/-]+/g), ['prompt beneficiaries/how-many', 'prompt measures']);
    assert.match(done?.fix.edits[0]?.snippet ?? '', /\$\{1:\[number\]\}[\s\S]*\$\{2:\[indicator\]\}\.\$0$/);
    assert.equal(apply(analyse(done?.body ?? ''), { kind: 'insert-prompts', section }), undefined);
  });

  it('insert-skeleton inserts a table to fill in, once', () => {
    const input = analyse(CASE);
    const section = sectionOf(input.analysis, 'Monitoring');
    const done = apply(input, { kind: 'insert-skeleton', section, skeleton: 'measures-table' });
    assert.match(
      done?.body ?? '',
      /rate\.\n\n\| Indicator \| Unit \| Baseline \| Target \| Date \| Source \| Owner \|\n/,
    );
    assert.match(done?.fix.edits[0]?.snippet ?? '', /\$\{7:\[owner\]\} \|\$0$/);
    assert.equal(
      apply(analyse(done?.body ?? ''), { kind: 'insert-skeleton', section, skeleton: 'measures-table' }),
      undefined,
    );
  });

  it('waive puts an empty reason under the cursor, which does not count until it is given', () => {
    const input = analyse(CASE);
    const section = sectionOf(input.analysis, 'Benefits');
    const done = apply(input, { kind: 'waive', section, target: 'beneficiaries' });
    assert.match(
      done?.body ?? '',
      /## Benefits\n\n<!-- inclusive-growth: waive beneficiaries because "" on 2026-11-23 -->\n\nWe help/,
    );
    assert.match(done?.fix.edits[0]?.snippet ?? '', /because "\$1" on/);
    const open = analyse(done?.body ?? '');
    assert.ok(open.analysis.findings.some((f) => f.category === 'waiver' && /a reason is needed/.test(f.message)));
    const given = analyse((done?.body ?? '').replace('""', '"No staff."'));
    assert.equal(
      given.analysis.sections[section]?.judgements.find((j) => j.consideration === 'beneficiaries')?.state,
      'waived',
    );
  });

  it('waive goes below the underline of a setext heading', () => {
    const input = analyse('Benefits\n--------\n\nWe help care leavers.\n');
    const done = apply(input, {
      kind: 'waive',
      section: sectionOf(input.analysis, 'Benefits'),
      target: 'beneficiaries',
    });
    assert.match(done?.body ?? '', /^Benefits\n--------\n\n<!-- inclusive-growth: waive/);
  });

  it('waive goes below the paragraph that a heading opens', () => {
    const text = 'the ferry carries people to work and home again each day, '.repeat(4).trim();
    const input = analyse(`**Work:** ${text}\nand on.\n\n**Benefits:** ${text}\nand on.\n\n**Boats:** ${text}\n`);
    const section = sectionOf(input.analysis, 'Benefits');
    assert.equal(input.analysis.document.sections[section]?.heading?.form, 'lead');
    const done = apply(input, { kind: 'waive', section, target: 'beneficiaries' });
    assert.match(done?.body ?? '', /and on\.\n\n<!-- inclusive-growth: waive [^>]*-->\n\n\*\*Boats/);
  });

  it('remove-prompts takes away the comments of answered prompts and leaves the others', () => {
    const input = analyse(
      '## Benefits\n\n<!-- inclusive-growth: prompt beneficiaries/who\nWhich?\nWhy: so. -->\nFor 40 care leavers.\n\n<!-- inclusive-growth: prompt measures\nWhat?\nWhy: so. -->\nWe measure [indicator].\n',
    );
    const done = apply(input, { kind: 'remove-prompts' });
    assert.equal(
      done?.body,
      '## Benefits\n\nFor 40 care leavers.\n\n<!-- inclusive-growth: prompt measures\nWhat?\nWhy: so. -->\nWe measure [indicator].\n',
    );
    assert.equal(done?.fix.edits.length, 1);
  });

  it('discard-prompt takes the skeleton with it', () => {
    const input = analyse(
      '## Benefits\n\nText.\n\n<!-- inclusive-growth: prompt measures\nWhat?\nWhy: so. -->\nWe measure [indicator].\n\n## Costs\n\nMore.\n',
    );
    assert.equal(
      apply(input, { kind: 'discard-prompt', prompt: 0 })?.body,
      '## Benefits\n\nText.\n\n## Costs\n\nMore.\n',
    );
  });

  it('make-heading mends `##Title` and a bold line', () => {
    const input = analyse('# Case\n\n**Costs**\n\nText.\n\n##Benefits\n\nText.\n');
    assert.match(
      apply(input, { kind: 'make-heading', section: sectionOf(input.analysis, 'Benefits') })?.body ?? '',
      /\n## Benefits\n/,
    );
    const bold = apply(input, { kind: 'make-heading', section: sectionOf(input.analysis, 'Costs') });
    assert.match(bold?.body ?? '', /\n#{2,3} Costs\n/);
    const real = analyse(bold?.body ?? '');
    assert.equal(real.analysis.document.sections[sectionOf(real.analysis, 'Costs')]?.heading?.form, 'atx');
  });

  it('insert-section puts a missing section where the layout has it, numbered on', () => {
    const input = analyse(
      '# Case\n\n## 1. Summary\n\nText.\n\n## 2. Benefits\n\nFor 40 care leavers.\n\n### Detail\n\nMore.\n\n## 4. Costs\n\nText.\n',
    );
    const done = apply(input, { kind: 'insert-section', sectionKind: 'monitoring' });
    assert.match(done?.body ?? '', /More\.\n\n## 3\. Monitoring\n\n\[What this section says\]\n\n## 4\. Costs/);
    assert.equal(apply(analyse(done?.body ?? ''), { kind: 'insert-section', sectionKind: 'monitoring' }), undefined);
  });

  it('insert-section leaves the number out when the next one is taken', () => {
    const input = analyse('# Case\n\n## 1 Summary\n\nText.\n\n## 2 Costs\n\nText.\n');
    assert.match(
      apply(input, { kind: 'insert-section', sectionKind: 'benefits' })?.body ?? '',
      /Text\.\n\n## Benefits\n/,
    );
  });

  it('name-kind makes a heading recognised by the words behind a colon', () => {
    const input = analyse('# Case\n\n## What we gain\n\nText.\n');
    const done = apply(input, {
      kind: 'name-kind',
      section: sectionOf(input.analysis, 'What we gain'),
      sectionKind: 'benefits',
    });
    assert.match(done?.body ?? '', /## What we gain: Benefits\n/);
    assert.ok(analyse(done?.body ?? '').analysis.sections.some((s) => s.kind === 'benefits'));
  });

  for (const [how, padding] of [
    ['short', ''],
    ['long', `${'Many more words stand here. '.repeat(20)}\n\n`],
  ] as const) {
    it(`refer settles a finding of a ${how} section by the section that deals with it`, () => {
      const input = analyse(
        `# Case\n\n## 1 Benefits\n\nFor 40 care leavers. The employment rate.\n\n## 2 Costs\n\n${padding}For carers.\n`,
      );
      // Where it is dealt with is its home, so that a mention elsewhere is not asked for again; without a home it would be.
      const rules = [...input.rules.ruleSet.rules].map(
        ([id, r]) => [id, { ...r, expect: r.expect?.map((e) => ({ ...e, home: false })) }] as const,
      );
      const strict = compileRules({ ...input.rules.ruleSet, rules: new Map(rules) });
      const before = analyze(parseDocument(input.text), strict, { today: '2026-11-23' });
      assert.equal(before.kind, 'checked');
      if (before.kind !== 'checked') return;
      const finding = before.findings.find((f) => f.consideration === 'beneficiaries');
      assert.ok(finding);
      const given = { analysis: before, rules: strict, text: input.text };
      const offer = offerForFinding(finding, given).find((o) => o.request.kind === 'refer');
      assert.equal(offer?.title, 'Beneficiaries: refer to “1 Benefits”, which deals with it');
      assert.ok(offer);
      const fix = apply(given, offer.request)?.fix;
      assert.ok(fix);
      const after = analyze(parseDocument(applyEdits(input.text, fix)), strict, { today: '2026-11-23' });
      assert.ok(after.kind === 'checked' && !after.findings.some((f) => f.consideration === 'beneficiaries'));
    });
  }

  it('fix-all does only what is safe', () => {
    const input = analyse(
      '# Case\n\n##Benefits\n\n<!-- inclusive-growth: prompt beneficiaries\nWho?\nWhy: so. -->\nFor 40 care leavers.\n\n**Costs**\n\nText.\n',
    );
    assert.equal(
      apply(input, { kind: 'fix-all' })?.body,
      '# Case\n\n## Benefits\n\nFor 40 care leavers.\n\n**Costs**\n\nText.\n',
    );
  });
});
