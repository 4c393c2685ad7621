import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { marks, outline, units } from '../../support/outline';

const TEXT =
  'the ferry carries forty people a day, most of them to work, and the fare has stood at the same sum since 1990. ' +
  'We ask the county to keep it, to pay for a second boat, and to say by the spring who is to crew the two of them.';
const paper = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');

/** Paragraphs, and what a reader sees as sections. */
const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  [
    'reads bold words before a dash, a colon or a sentence',
    paper(
      '# Letter',
      'Sir,',
      `**Work** -- ${TEXT}`,
      `**Fares:** ${TEXT}`,
      'More.',
      `**Night boats** We say that ${TEXT}`,
    ),
    '1-4 1 atx Letter\n5-6 2 lead Work\n7-10 2 lead Fares\n11-11 2 lead Night boats',
  ],
  [
    'reads them below a line in bold, and without any other heading',
    paper('**What we ask:**', `**Work**: ${TEXT}`, `**Fares** \u2013 ${TEXT}`, `**Boats**: ${TEXT}`),
    '1-2 1 bold What we ask\n3-4 2 lead Work\n5-6 2 lead Fares\n7-7 2 lead Boats',
  ],
  [
    'reads them under any heading',
    paper('# A', '## B', `**Work:** ${TEXT}`, `**[Fares](a.md):** ${TEXT}`, `**Boats:** ${TEXT}`),
    '1-2 1 atx A\n3-4 2 atx B\n5-6 3 lead Work\n7-8 3 lead Fares\n9-9 3 lead Boats',
  ],
  ['takes two for words made bold', paper(`**Work:** ${TEXT}`, `**Fares:** ${TEXT}`), '1-3 0 -'],
  [
    'takes those above a few words for fields',
    paper('# A', '**To:** Ann', '**From:** Ben', '**On:** Ships'),
    '1-7 1 atx A',
  ],
  [
    'takes bold words that a sentence goes on from for its own',
    paper(`**The county** should know that ${TEXT}`, `**Ferries** (2013). ${TEXT}`, `**Boats.** ${TEXT}`),
    '1-5 0 -',
  ],
  [
    'reads the numbers of clauses, and their titles up to a full stop',
    paper(
      'An Act.',
      `\u00a7 4.01 DEFINITIONS. In this chapter ${TEXT}`,
      `\u00a7 4.02 FERRIES.`,
      TEXT,
      `\u00a7 5.01 ${'Any boat '.repeat(9)}.`,
    ),
    '1-2 0 -\n3-4 1 lead \u00a7 4.01 DEFINITIONS.\n5-8 1 lead \u00a7 4.02 FERRIES.\n9-9 1 lead \u00a7 5.01',
  ],
  [
    'reads clauses whose marks a space keeps from making them bold',
    paper(
      `**Section 1.  Aim. ** That ${TEXT}`,
      `**Sec. 2.  Boats. ** For ${TEXT}`,
      `**Sec. 3.  Fares.** (a)  That ${TEXT}`,
    ),
    '1-2 1 lead [Section 1] Aim.\n3-4 1 lead Sec. 2. Boats.\n5-5 1 lead Sec. 3. Fares.',
  ],
  [
    'reads clauses and their points among the lines of a paragraph that a converter made of all',
    [
      'An order about boats:',
      'Section 1.',
      `Aim. That ${TEXT}`,
      `\u00a7 2. Crews. For ${TEXT}`,
      `(a) Licences: ${TEXT}`,
      `(b) Training: each of them is trained, and ${TEXT}`,
      '\u00a73.',
      `Fares. ${TEXT}`,
      `(a) Children: ${TEXT}`,
      `(b) Others: ${TEXT}`,
    ].join('\n'),
    '1-1 0 -\n2-3 1 lead [Section 1] Aim.\n4-4 1 lead \u00a7 2. Crews.\n5-5 2 lead [(a)] Licences\n6-6 2 lead [(b)] Training\n7-8 1 lead \u00a73. Fares.\n9-9 2 lead [(a)] Children\n10-10 2 lead [(b)] Others',
  ],
  [
    'reads clauses right above a rule, or a dash that a converter left, which would make one heading of them all',
    [`\u00a7 1. Aim. ${TEXT}`, `\u00a7 2. Crews. ${TEXT}`, `\u00a7 3. Fares. ${TEXT}`, '-', 'Ann Reed'].join('\n'),
    '1-1 1 lead \u00a7 1. Aim.\n2-2 1 lead \u00a7 2. Crews.\n3-5 1 lead \u00a7 3. Fares.',
  ],
  [
    'reads points with letters without any clause, and none that a witness answers',
    paper(
      '# A',
      `A. Work. ${TEXT}`,
      `B. Fares. ${TEXT}`,
      `C. Boats. ${TEXT}`,
      '# B',
      `A. It does. ${TEXT}`,
      'Q. More?',
      `A. Yes, it does. ${TEXT}`,
      'Q. More?',
      `A. It is. ${TEXT}`,
    ),
    '1-2 1 atx A\n3-4 2 lead [A] Work.\n5-6 2 lead [B] Fares.\n7-8 2 lead [C] Boats.\n9-19 1 atx B',
  ],
  [
    'reads those of minutes, and of paragraphs in HTML',
    '<p>Present: five.</p>\n<p>8/26 To hear the harbour Done.</p>\n<p>9/26 To pay Paid.</p>\n<p>So said all.</p>\n<p>11/26 To close Closed.</p>',
    '1-1 0 -\n2-2 1 lead 8/26\n3-4 1 lead 9/26\n5-5 1 lead 11/26',
  ],
  [
    'reads a field with a number that goes on from that of the one above, where its answer stands beside it',
    paper(
      '**1. Who asks?**',
      'Ann.',
      '**2. Is it new?** Yes \u2612',
      '**3. Who pays?** Nobody does.',
      '**5. Why?** For fun.',
    ),
    '1-4 1 bold [1] Who asks?\n5-6 1 lead [2] Is it new?\n7-9 1 lead [3] Who pays?',
  ],
  [
    'reads clauses with Roman numerals',
    [`Section I. Aim. ${TEXT}`, `Section II. Crews. ${TEXT}`, `Section IV. Fares. ${TEXT}`].join('\n'),
    '1-1 1 lead [Section I] Aim.\n2-2 1 lead [Section II] Crews.\n3-3 1 lead [Section IV] Fares.',
  ],
  [
    'reads what a resolution decides apart from what it rests on',
    paper(
      '# Order',
      `WHEREAS, ${TEXT}`,
      'WHEREAS, it is so;',
      'NOW, THEREFORE, BE IT RESOLVED, that we keep it.',
      'BE IT ORDERED so.',
      '# Bylaw',
      `WHEREAS, ${TEXT}`,
      'THEREFORE, it is kept.',
      '# Letter',
      'WHEREAS, it is so, and',
      'WHEREAS, it is so,',
      'Therefore we ask for it.',
    ),
    '1-6 1 atx Order\n7-10 2 lead NOW, THEREFORE, BE IT RESOLVED\n11-16 1 atx Bylaw\n17-23 1 atx Letter',
  ],
  ['takes numbers out of order for text', paper('8/26 To hear', '7/26 To pay', '9/26 To close'), '1-5 0 -'],
];

describe('headings that open paragraphs', () => {
  for (const [what, markdown, expected] of CASES)
    it(what, () => assert.equal(outline(parseDocument(markdown)), expected));

  it('leave the rest of the paragraph as words, in their place', () => {
    const model = parseDocument(
      paper(`**New\nwork:** *we* say ${TEXT} ![A boat](b.png)`, `**Fares** -- ${TEXT}`, `**Boats:** ${TEXT}`),
    );
    const [work, fares] = model.sections;
    const { span, textSpan, text } = work?.heading ?? assert.fail();
    assert.equal(model.text.slice(span.start, span.end), '**New');
    assert.equal(model.text.slice(textSpan.start, textSpan.end), 'New');
    assert.equal(text, 'New work:');
    assert.match(units(model), /^paragraph: we say the ferry .*\nimage: A boat\nparagraph: the ferry/);
    assert.equal(marks(model).split('\n')[0], 'emphasis <we> <*we*>');
    const rest = fares?.units[0]?.prose.toSource(0, 9);
    assert.equal(model.text.slice(rest?.start, rest?.end), 'the ferry');
  });
});
