import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core';
import { outline, units } from '../../support/outline';

/** An answer of so many words, in sentences of eight. */
function answer(words: number): string {
  return Array.from(
    { length: words },
    (_, at) => ['Word', 'word.'][at % 8 === 0 ? 0 : at % 8 === 7 ? 1 : 2] ?? 'word',
  ).join(' ');
}

const LABELS = ['What is the problem?', 'Who will be affected?', 'Costs and benefits'];
const row = (label: string, text: string) => `| ${label} | ${text} |`;
const pipeForm = (header: string, length = 90) =>
  [header, '| --- | --- |', ...LABELS.map((label) => row(label, answer(length)))].join('\n');

describe('forms', () => {
  it('reads each answer under its label', () => {
    const model = parseDocument(`# Lorry ban\n\nBefore.\n\n${pipeForm('| Question | Answer |')}\n`);
    assert.equal(
      outline(model),
      [
        '1-6 1 atx Lorry ban',
        '7-7 2 cell What is the problem?',
        '8-8 2 cell Who will be affected?',
        '9-9 2 cell Costs and benefits',
      ].join('\n'),
    );
    const [first] = model.sections[1]?.units ?? [];
    assert.equal(first?.kind, 'paragraph');
    assert.equal(first?.sentences.length, 12);
  });

  it('keeps the places of labels and answers', () => {
    const model = parseDocument(
      `# A\r\n\r\n${pipeForm('| | |').replace('Costs', '**Costs**').replace('Word', '*Begun*').replaceAll('\n', '\r\n')}\r\n`,
    );
    const [, first, , last] = model.sections;
    const unit = first?.units[0];
    assert.ok(unit && last?.heading);
    const place = unit.prose.toSource(0, 'Begun word'.length);
    assert.equal(model.text.slice(place.start, place.end), 'Begun* word');
    assert.deepEqual(
      unit.marks.map((mark) => [mark.kind, unit.prose.text.slice(mark.start, mark.end)]),
      [['emphasis', 'Begun']],
    );
    assert.equal(model.text.slice(last.heading.span.start, last.heading.span.end), '**Costs** and benefits');
    assert.equal(last.heading.title, 'Costs and benefits');
  });

  const LISTED = ['Please say why.', 'Do you agree? a. Yes b. No', 'Please say why.'];
  const listed = (header: string, numbers = ['**4**', '5', '6.1']) =>
    [header, '| --- | --- | --- |', ...LISTED.map((label, at) => `| ${numbers[at]} | ${label} | ${answer(60)} |`)].join(
      '\n',
    );

  it('takes numbered questions for labels where three columns say that they are, without the answers to choose from', () => {
    for (const header of ['| Question # | Question text | Draft response |', '| No. | Question | Answer |']) {
      assert.equal(
        outline(parseDocument(`# A\n\n${listed(header)}\n`)),
        ['1-4 1 atx A', '5-5 2 cell Please say why.', '6-6 2 cell Do you agree?', '7-7 2 cell Please say why.'].join(
          '\n',
        ),
      );
    }
  });

  it('takes three columns for data that say something else, or have no number for each question', () => {
    const header = '| No. | Question | Answer |';
    const papers = [
      listed('| No. | Risk | Response |'),
      listed('| No. | Question | Owner |'),
      listed('| Topic | Question | Answer |'),
      listed(header, ['4', '5', '4']),
      listed(header, ['4', 'five', '6']),
    ];
    for (const paper of papers) assert.equal(outline(parseDocument(`# A\n\n${paper}\n`)), '1-7 1 atx A');
  });

  it('takes a header that is a field for one', () => {
    const model = parseDocument(pipeForm(row('Title and purpose', answer(30))));
    assert.match(outline(model), /^1-2 1 cell Title and purpose\n3-3 1 cell What is the problem\?\n/);
  });

  it('takes labels that are questions for those of a form, whatever stands in the header', () => {
    const model = parseDocument(pipeForm('| Title: a ban | Impact assessment |'));
    assert.match(outline(model), /^1-2 1 cell Title: a ban\n3-3 1 cell What is the problem\?\n/);
  });

  it('reads a form in HTML', () => {
    const rows = LABELS.map(
      (label) => `<tr>\n<th scope="row">${label}</th>\n<td><p>${answer(90)}</p>\n<p>And more.</p></td>\n</tr>`,
    );
    const model = parseDocument(
      `## Form\n\n<table>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n\nAfter the form.\n`,
    );
    assert.equal(
      outline(model),
      [
        '1-4 2 atx Form',
        '5-9 3 cell What is the problem?',
        '10-14 3 cell Who will be affected?',
        '15-22 3 cell Costs and benefits',
        '23-23 3 -',
      ].join('\n'),
    );
    assert.match(units(model), /And more\.$/m);
  });

  it('takes a table of HTML whose columns have names for data, unless they are those of a form', () => {
    const rows = ['Boats', 'Crews', 'Fares'].map((label) => `<tr><td>${label}</td><td>${answer(90)}</td></tr>`);
    const table = (...names: readonly string[]) => {
      const header = names.map((name) => `<th>${name}</th>`).join('');
      return outline(parseDocument(`# A\n\n<table>\n<tr>${header}</tr>\n${rows.join('\n')}\n</table>\n`));
    };
    assert.equal(table('Risk', 'What we do about it'), '1-8 1 atx A');
    for (const names of [['Field', 'Response'], ['The risks of it']])
      assert.equal(table(...names), '1-4 1 atx A\n5-5 2 cell Boats\n6-6 2 cell Crews\n7-8 2 cell Fares');
  });

  const sectionsOf = (table: string) => outline(parseDocument(`# A\n\n${table}\n`));
  const QUESTIONS = ['What is the problem? Why act now?', 'Who will be affected?', 'What will it cost?'];

  it('reads labels that stand in the cell of their answer, as questions or before a colon', () => {
    const rows = [...QUESTIONS.map((label) => `**${label}**<br>${answer(60)}`), `Summary of options: ${answer(60)}`];
    for (const table of [
      ['| Title: a ban |', '| --- |', ...rows.map((text) => `| ${text} |`)].join('\n'),
      ['| Title: a ban | No: 12 |', '| --- | --- |', ...rows.map((text) => `| ${text} | |`)].join('\n'),
    ]) {
      assert.equal(
        sectionsOf(table),
        [
          '1-4 1 atx A',
          '5-5 2 cell What is the problem? Why act now?',
          '6-6 2 cell Who will be affected?',
          '7-7 2 cell What will it cost?',
          '8-8 2 cell Summary of options',
        ].join('\n'),
      );
      const model = parseDocument(`# A\n\n${table}\n`);
      const [, first] = model.sections;
      assert.equal(first?.units[0]?.prose.text, answer(60));
      const { start, end } = first?.heading?.textSpan ?? { start: 0, end: 0 };
      assert.equal(model.text.slice(start, end), QUESTIONS[0]);
      const place = first?.units[0]?.prose.toSource(0, 4) ?? { start: 0, end: 0 };
      assert.equal(model.text.slice(place.start - 4, place.end), '<br>Word');
    }
  });

  it('reads labels that stand above their answers', () => {
    const [first = '', ...others] = QUESTIONS.flatMap((label) => [label, answer(60)]);
    assert.equal(
      sectionsOf([`| ${first} |`, '| --- |', ...others.map((text) => `| ${text} |`)].join('\n')),
      [
        '1-2 1 atx A',
        '3-5 2 cell What is the problem? Why act now?',
        '6-7 2 cell Who will be affected?',
        '8-9 2 cell What will it cost?',
      ].join('\n'),
    );
  });

  it('reads labels between a number and answers in several columns', () => {
    const rows = QUESTIONS.map((label, at) => `| ${at + 1}. | ${label} | ${answer(60)} | Page ${at} |`);
    const table = ['| No | Question | Answer | Evidence |', '| --- | --- | --- | --- |', ...rows].join('\n');
    assert.equal(
      sectionsOf(table),
      [
        '1-4 1 atx A',
        '5-5 2 cell What is the problem? Why act now?',
        '6-6 2 cell Who will be affected?',
        '7-7 2 cell What will it cost?',
      ].join('\n'),
    );
    const [, first] = parseDocument(`# A\n\n${table}\n`).sections;
    assert.deepEqual(
      first?.units.map(({ prose }) => prose.text),
      [answer(60), 'Page 0'],
    );
  });

  it('takes what follows a form for a text of its own, and the notes at its end for none', () => {
    const form = pipeForm('| Item | Details |').replace('word.', 'word.[^1]');
    assert.match(outline(parseDocument(`# A\n\n${form}\n\nAfter.\n`)), /\n7-8 2 cell Costs and benefits\n9-9 2 -$/);
    assert.match(outline(parseDocument(`# A\n\n${form}\n\n[^1]: A note.\n`)), /\n7-9 2 cell Costs and benefits$/);
  });

  for (const [what, text] of [
    ['a table that names its columns', pipeForm('| Group | Effect |').replaceAll('?', '')],
    ['a short form', pipeForm('| Question | Answer |', 30)],
    ['entries of a few words', pipeForm('| Field | Entry |').replace(answer(90), 'x').replace(answer(90), 'y')],
    ['rows without a label', pipeForm('| Question | Answer |').replace('Who will be affected?', '2')],
    ['the same label twice', pipeForm('| Question | Answer |').replace(LABELS[1] ?? '', LABELS[0] ?? '')],
    ['more than two columns', pipeForm('| Question | Answer |').replaceAll(/ \|$/gm, ' | x |')],
    [
      'more columns without questions',
      [
        '| Risk | Effect | Owner |',
        '| - | - | - |',
        ...LABELS.map((l) => `| ${l.replace('?', '')} | ${answer(90)} | Me |`),
      ].join('\n'),
    ],
    [
      'a column of passages, of which two begin with a question',
      ['| Comment |', '| - |', `| Why? ${answer(90)} |`, `| How? ${answer(90)} |`, `| ${answer(300)} |`].join('\n'),
    ],
    ['a table in a list', `- ${pipeForm('| Question | Answer |').replaceAll('\n', '\n  ')}`],
    [
      'rows on one line',
      `<table>${LABELS.map((l) => `<tr><td>${l}</td><td>${answer(90)}</td></tr>`).join('')}</table>`,
    ],
  ] as const) {
    it(`leaves ${what} as it is`, () => assert.equal(outline(parseDocument(`# A\n\n${text}\n`)).split('\n').length, 1));
  }
});
