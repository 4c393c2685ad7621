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
    ['a table in a list', `- ${pipeForm('| Question | Answer |').replaceAll('\n', '\n  ')}`],
    [
      'rows on one line',
      `<table>${LABELS.map((l) => `<tr><td>${l}</td><td>${answer(90)}</td></tr>`).join('')}</table>`,
    ],
  ] as const) {
    it(`leaves ${what} as it is`, () => assert.equal(outline(parseDocument(`# A\n\n${text}\n`)).split('\n').length, 1));
  }
});
