import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline } from '../../support/outline';

const TEXT =
  'The ferry carries forty people a day, most of them to work, and the fare has stood at the same sum since 1990.';
const paper = (...lines: readonly string[]) => lines.map((line) => (line === '' ? TEXT : line)).join('\n\n');

/** Paragraphs, an empty one standing for ordinary text, and what a reader sees as sections. */
const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  [
    'reads numbered lines, also those that Markdown takes for lists of one item, by their depth',
    paper(
      'CITY OF HARMON',
      '1. INTRODUCTION',
      '',
      '2\\. Background',
      '2.1 Purpose',
      '',
      '2.2 Reach',
      '',
      '3 Costs',
      '',
    ),
    '1-2 0 -\n3-6 1 plain [1] INTRODUCTION\n7-8 1 plain [2] Background\n9-12 2 plain [2.1] Purpose\n13-16 2 plain [2.2] Reach\n17-19 1 plain [3] Costs',
  ],
  [
    'reads lines in capitals below a title',
    paper('# Report', '', 'FINANCIAL IMPLICATIONS', '', 'EQUALITY', ''),
    '1-4 1 atx Report\n5-8 2 plain FINANCIAL IMPLICATIONS\n9-11 2 plain EQUALITY',
  ],
  [
    'reads lines in capitals above a short line that opens a list',
    paper(
      'FERRY OPTIONS',
      'There are two options',
      '\u00b7 A second boat',
      '',
      'ROAD CHANGES',
      'One lane will close',
      '',
    ),
    '1-8 1 plain FERRY OPTIONS\n9-13 1 plain ROAD CHANGES',
  ],
  [
    'reads short lines above paragraphs where no real heading stands',
    paper('Who gains?', '', 'What it costs', '', 'Next steps', ''),
    '1-4 1 plain Who gains?\n5-8 1 plain What it costs\n9-11 1 plain Next steps',
  ],
  ['takes two short lines for text', paper('Who gains?', '', 'What it costs', ''), '1-7 0 -'],
  [
    'takes short lines below a real heading for captions',
    paper('# A', '## B', 'Who gains?', '', 'What it costs', '', 'Next steps', ''),
    '1-2 1 atx A\n3-15 2 atx B',
  ],
  [
    'reads numbers of many parts, and leaves single ones out where they are rows of a table',
    paper('4.1 Reach', '', '4.1.1.1 Villages', '', '12 Ashby', '7 Burton', '', '4.1.1.2 Towns', '', '4.2 Costs', ''),
    '1-4 2 plain [4.1] Reach\n5-14 4 plain [4.1.1.1] Villages\n15-18 4 plain [4.1.1.2] Towns\n19-21 2 plain [4.2] Costs',
  ],
  [
    'takes other short lines for text where numbers make the structure, and capitals above figures',
    paper('1 Reach', '', 'Who gains', '', 'What it costs', '', 'Next steps', '', 'ASHBY', '12 14', '2 Costs', ''),
    '1-20 1 plain [1] Reach\n21-23 1 plain [2] Costs',
  ],
  [
    'reads paragraphs of HTML as those of Markdown, also where their lines are broken',
    `<p>1. Reach</p>\n\n<p>${TEXT}</p>\n<div><p>\n2. Costs\n</p><p>${TEXT}</p></div>`,
    '1-3 1 plain [1] Reach\n4-6 1 plain [2] Costs',
  ],
  [
    'reads a number with a letter, which was put in later, beside those around it',
    paper('1. Reach', '', '1A. Buying', '', '1B Staff', '', '2. Costs', ''),
    '1-4 1 plain [1] Reach\n5-8 1 plain [1A] Buying\n9-12 1 plain [1B] Staff\n13-15 1 plain [2] Costs',
  ],
  [
    'takes a title that runs along the pages with their numbers for none, and reads the numbers around it',
    paper('1. Reach', '', '7 Ferry plan', '', '2. Costs', '', '8 Ferry plan', '', '3. Risks', ''),
    '1-8 1 plain [1] Reach\n9-16 1 plain [2] Costs\n17-19 1 plain [3] Risks',
  ],
  [
    'reads most numbers where a few are out of order',
    paper('1. Reach', '', '2. Costs', '', '9 Ashby', '', '3. Risks', '', '4. Staff', ''),
    '1-4 1 plain [1] Reach\n5-12 1 plain [2] Costs\n13-16 1 plain [3] Risks\n17-19 1 plain [4] Staff',
  ],
  [
    'reads a short line above one short sentence, with a stroke or a number in it',
    paper(
      'Who gains?',
      '',
      'Equality',
      'None arises from this report.',
      'Recommendation/s',
      '',
      'Aim 2: clean water',
      '',
    ),
    '1-4 1 plain Who gains?\n5-8 1 plain Equality\n9-12 1 plain Recommendation/s\n13-15 1 plain Aim 2: clean water',
  ],
  [
    'takes short lines above the cells of a table that lost its lines for text, and captions, sums and pages',
    paper('Ashby', 'Two boats', 'Figure 2 The fare', '', 'Raises £3 a day', '', 'The ferry plan 7', ''),
    '1-15 0 -',
  ],
  [
    'reads numbered lines that are set in like code by their depth, each of which counts anew',
    paper(
      '1. Economic case',
      '',
      '    1. Options',
      '',
      '        1. **Do nothing**',
      '',
      '        2. **Buy a ferry\n**',
      '',
      '    2. Risk',
      '<INSERT THE RISKS>',
      '2. Commercial case',
      '',
      '    1. Options',
      '## <INSERT THE OPTIONS>',
    ),
    '1-4 1 plain [1] Economic case\n5-8 2 plain [1] Options\n9-12 3 plain [1] Do nothing\n13-17 3 plain [2] Buy a ferry\n18-21 2 plain [2] Risk\n22-25 1 plain [2] Commercial case\n26-28 2 plain [1] Options',
  ],
  [
    'reads a number below another without text between them, which Markdown takes for a list in a list',
    '1. Costs\n\n    1. Capital\n\nText.\n\n2. Close\n\n    1. Findings\n\n<INSERT>\n\n        1. **One**\n\n<INSERT>',
    '1-2 1 plain [1] Costs\n3-6 2 plain [1] Capital\n7-8 1 plain [2] Close\n9-12 2 plain [1] Findings\n13-15 3 plain [1] One',
  ],
  [
    'takes code for code, also where its lines have numbers',
    'Text.\n\n    1. Install it\n    2. Run it\n\nText.\n\n    1. Open\n\n    let it = 1;\n\nText.\n\n```\n1. Open\n\n2. Close\n```\n\nText.',
    '1-20 0 -',
  ],
  [
    'reads labels that end in a colon, and no beginnings of sentences',
    paper('Key findings:', '', 'Challenges:', '', 'Members agreed to:', '', 'Next steps:', ''),
    '1-4 1 plain Key findings\n5-12 1 plain Challenges\n13-15 1 plain Next steps',
  ],
  [
    'reads short lines between numbered ones where much stands below each',
    paper('1 Reach', 'The north', '', '', 'The south', '', '', 'The isles', '', '', '2 Costs', ''),
    '1-2 1 plain [1] Reach\n3-8 2 plain The north\n9-14 2 plain The south\n15-20 2 plain The isles\n21-23 1 plain [2] Costs',
  ],
  [
    'reads questions below a real heading, if they are answered in the words of the paper',
    paper('## Questions', 'Q: Who gains?', '', 'Q: Who pays?', '', 'Q3. When?', ''),
    '1-2 2 atx Questions\n3-6 3 plain Q: Who gains?\n7-10 3 plain Q: Who pays?\n11-13 3 plain Q3. When?',
  ],
  [
    'reads a question with a number of its own, however short what is answered',
    paper(
      '## Need',
      '**Q2.1**: Who is left out?',
      'Answer:',
      'Q2.2: Who pays?',
      'Us',
      '## Costs',
      'Q3.1: How much?',
      '',
    ),
    '1-2 2 atx Need\n3-6 3 plain [Q2.1] Who is left out?\n7-10 3 plain [Q2.2] Who pays?\n11-12 2 atx Costs\n13-15 3 plain [Q3.1] How much?',
  ],
  [
    'takes a list of questions with numbers for text',
    paper('## Need', 'Q1: Who gains?', 'Q2: Who pays?', 'Q3: Who is left out?'),
    '1-7 2 atx Need',
  ],
  [
    'reads lines with letters or Roman numerals in order, and the numbers that count anew below them',
    paper('A. Reach', '1. Villages', '', '2. Towns', '', 'B. Costs', '1. Boats', '', '2. Crews', ''),
    '1-2 1 plain [A] Reach\n3-6 2 plain [1] Villages\n7-10 2 plain [2] Towns\n11-12 1 plain [B] Costs\n13-16 2 plain [1] Boats\n17-19 2 plain [2] Crews',
  ],
  [
    'reads Roman numerals as such where they are in order',
    paper('I. Reach', '', 'II. Costs', '', 'III. Crews', '', 'IV. Risks', ''),
    '1-4 1 plain [I] Reach\n5-8 1 plain [II] Costs\n9-12 1 plain [III] Crews\n13-15 1 plain [IV] Risks',
  ],
  ['takes letters out of order for those of names', paper('# A', 'J. Ashby', '', 'B. Cole', ''), '1-9 1 atx A'],
  [
    'reads numbered titles above boxes to tick, in a form that nothing is set in',
    'Boats and crews\n1. Fewer boats\n\u2612 Yes, an effect\n\u2610 No effect at all\nSay why\nThe old one is to be sold.\n2. More crews\n\u2610 Yes, an effect\n\u2612 No effect at all\n3. Night boats\n\u2610 Yes, an effect\n\u2612 No effect at all',
    '1-1 0 -\n2-6 1 plain [1] Fewer boats\n7-9 1 plain [2] More crews\n10-12 1 plain [3] Night boats',
  ],
  [
    'takes the questions put to a witness for text',
    paper(
      '## Costs',
      'Q. Who gains?',
      'A. All of them do, as I said.',
      'Q. Who pays?',
      'A. We do.',
      'Q. When?',
      'A. Now.',
    ),
    '1-13 2 atx Costs',
  ],
  [
    'takes capitals that run along the pages with a number for none, and reads those that are the same for headings',
    paper('# A', 'REACH', '', 'THE HARMON PLAN 2', '', 'REACH', '', 'THE HARMON PLAN 3', '', 'COSTS', ''),
    '1-2 1 atx A\n3-10 2 plain REACH\n11-18 2 plain REACH\n19-21 2 plain COSTS',
  ],
  [
    'reads lines above others that no converter has broken, without blank lines between them',
    `${TEXT} ${TEXT}\nWho gains\n${TEXT} ${TEXT}\nWhat it costs\n${TEXT} ${TEXT}\nand\nNext steps\n${TEXT} ${TEXT}\nThe end`,
    '1-1 0 -\n2-3 1 plain Who gains\n4-6 1 plain What it costs\n7-9 1 plain Next steps',
  ],
  [
    'reads a title with a number on two lines, and no text on two, nor a title of three',
    paper('1 Introduction', '', '2 What the ferry costs those who cross\nby it to their work', '', '3 Next steps', '') +
      '\n\n4 The boats\nof the\nharbour\n\n5 The boats are old,\nand so are we.',
    '1-4 1 plain [1] Introduction\n5-9 1 plain [2] What the ferry costs those who cross by it to their work\n10-19 1 plain [3] Next steps',
  ],
  [
    'reads a number that stands alone above its title, and none above a text',
    paper('1.', 'The boats', '', '2.1', 'Their crews', 'Report of the harbour', '', '3.', ''),
    '1-6 1 plain [1] The boats\n7-17 2 plain [2.1] Their crews',
  ],
  ['takes one numbered line for text', paper('1. Introduction', ''), '1-3 0 -'],
  [
    'takes one in capitals for a title',
    paper('3\\. NEXT STEPS OF THE COUNTY', ''),
    '1-3 1 plain [3] NEXT STEPS OF THE COUNTY',
  ],
  ['takes numbers out of order for those of rows', paper('# A', '7 Wards', '', '3 Towns', ''), '1-9 1 atx A'],
  ['takes a page of contents for text', paper('1 Introduction', '2 Background', '3 Costs', ''), '1-7 0 -'],
  [
    'takes numbered paragraphs for text',
    paper('1 The ferry shall be kept by the council.', '', '2 The fare shall be frozen.', ''),
    '1-7 0 -',
  ],
  [
    'takes a list of several items for one',
    '1. Introduction\n2. Background\n\nText\n\n1. Costs\n2. Risks\n\nText',
    '1-9 0 -',
  ],
];

/** A list with titles in bold. */
const TITLED =
  `# Aims\n\nWe aim at this.\n\n- **Run it**\n  - ${TEXT}\n  - And more of it, for a year.\n\n` +
  `- **Pay for it**\n  ${TEXT} In all, as we say, it is to cost no more.\n- **Ask those who use it:**\n- ${TEXT} ${TEXT}\n`;

describe('titles of items', () => {
  it('reads lines in bold above the rest of their items, or above the items that follow', () =>
    assert.equal(
      outline(parseDocument(TITLED)),
      '1-4 1 atx Aims\n5-8 2 bold Run it\n9-10 2 bold Pay for it\n11-12 2 bold Ask those who use it',
    ));
  it('keeps the items below them', () => {
    const { sections } = parseDocument(TITLED);
    assert.deepEqual(
      sections.map(({ units }) => units.map(({ kind }) => kind)),
      [['paragraph'], ['item', 'item'], ['paragraph'], ['item']],
    );
    assert.deepEqual(
      sections.map(({ lists }) => lists.map(({ items }) => items.length)),
      [[], [2], [], [1]],
    );
  });
  for (const [what, list] of [
    ['with little below them', '- **One**\n  - a\n- **Two**\n  - b\n- **Three**\n  - c'],
    ['with nothing below one of them', `- **One**\n- **Two**\n  - ${TEXT}\n- **Three**\n  - ${TEXT} ${TEXT} ${TEXT}`],
    ['that are two', `- **One**\n  - ${TEXT} ${TEXT}\n- **Two**\n  - ${TEXT} ${TEXT}`],
    ['that text goes on from', `- **One** is\n  ${TEXT}\n- **Two** is\n  ${TEXT}\n- **Three** is\n  ${TEXT} ${TEXT}`],
  ] as const) {
    it(`takes titles ${what} for points`, () => {
      const lines = list.split('\n').length + 2;
      assert.equal(outline(parseDocument(`# A\n\n${list}`)), `1-${lines} 1 atx A`);
    });
  }
});

/** Text that a converter has broken as the page did, without blank lines. */
const WRAPPED =
  'The ferry carries forty people a day, most of them to work, and the fare\nhas stood at the same sum since 1990. The boat is older than its crew.';
const page = (...lines: readonly string[]) => lines.map((line) => (line === '' ? WRAPPED : line)).join('\n');

const BROKEN_CASES: typeof CASES = [
  [
    'short lines that end early above the lines of a text',
    page('Who gains?', '', 'What it costs:', '', 'Next steps', ''),
    '1-3 1 plain Who gains?\n4-6 1 plain What it costs\n7-9 1 plain Next steps',
  ],
  [
    'numbers that begin anew below other titles, which may say the same each time, as their parts',
    page('Aims', '', '1. Routes', '', '2. Fares', '', 'Aims', '', '1. Boats', '', '2. Crews', '', 'Costs', ''),
    '1-3 1 plain Aims\n4-6 2 plain [1] Routes\n7-9 2 plain [2] Fares\n10-12 1 plain Aims\n13-15 2 plain [1] Boats\n16-18 2 plain [2] Crews\n19-21 1 plain Costs',
  ],
  [
    'numbered lines above points with marks of a printer',
    page(
      'Aims',
      '',
      '1. Clean water',
      '\u2022 fewer spills into the harbour from boats',
      '2. Safe piers',
      '\u2022 more lamps on each of the five piers by the spring',
    ),
    '1-3 0 -\n4-5 1 plain [1] Clean water\n6-7 1 plain [2] Safe piers',
  ],
  [
    'lines above points that are set in, whose marks were lost, and below the number of a page',
    [
      'Aims',
      '  Fewer spills into',
      'the harbour from boats.',
      '  More lamps on piers.',
      'Who gains',
      '  All who fish from the harbour, and all of the children of the town.',
      '  All who swim, and',
      'Peter.',
      '12',
      'Next steps',
      '  We ask the county.',
    ].join('\n'),
    '1-4 1 plain Aims\n5-9 1 plain Who gains\n10-11 1 plain Next steps',
  ],
  [
    'lines with the letters of a row, above whatever stands in a form',
    [
      'A. Author',
      'Ann Reed of Harmon',
      'B. Draft',
      'Title:',
      'The fares of boats',
      'C. Sources',
      'None of them',
      'but Ben',
    ].join('\n'),
    '1-2 1 plain [A] Author\n3-5 1 plain [B] Draft\n6-8 1 plain [C] Sources',
  ],
  [
    'two such lines, or a list of them',
    'A. Boats\nB. Crews\nC. Fares\n\nA. Boats\nthat sail\nB. Crews\nthat row',
    '1-8 0 -',
  ],
  [
    'questions that are marked as such, wherever a paragraph has them',
    page('Q: Who gains?', '', 'Q: Who pays for the ferry and its crew in the years to come?', '', 'Q: When?', ''),
    '1-3 1 plain Q: Who gains?\n4-6 1 plain Q: Who pays for the ferry and its crew in the years to come?\n7-9 1 plain Q: When?',
  ],
  [
    'no line that the text fills',
    page(`${'Ferry '.repeat(12)}crews`, '', 'Who gains?', '', 'Next steps', ''),
    '1-9 0 -',
  ],
  ['no line within a sentence', page('The crew of the', 'North Pier', '', 'and of the', 'South Pier', ''), '1-8 0 -'],
];

describe('headings in plain text', () => {
  for (const [what, markdown, expected] of BROKEN_CASES)
    it(`are, in text that a converter has broken, ${what}`, () =>
      assert.equal(outline(parseDocument(markdown)), expected));

  for (const [what, markdown, expected] of CASES)
    it(what, () => assert.equal(outline(parseDocument(markdown)), expected));

  it('stand at the words of their line, and are no words of their section', () => {
    const model = parseDocument(paper('1. Introduction', '', '2. Costs of it', ''));
    const [, second] = model.sections;
    const { start, end } = second?.heading?.textSpan ?? { start: 0, end: 0 };
    assert.equal(model.text.slice(start, end), '2. Costs of it');
    assert.deepEqual(
      second?.units.map(({ prose }) => prose.text),
      [TEXT],
    );
  });

  it('stand on the first line of two', () => {
    const { text, sections } = parseDocument(paper('1 Introduction', '', '2 Costs of it\nto those who cross', ''));
    const { textSpan, span } = sections[1]?.heading ?? {};
    assert.equal(text.slice(textSpan?.start, textSpan?.end), '2 Costs of it');
    assert.deepEqual(span, textSpan);
  });
});
