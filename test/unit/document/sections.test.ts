import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline, units } from '../../support/outline';

/** A paragraph of 60 words about one thing. */
const about = (...topic: string[]) =>
  Array.from({ length: 15 }, (_, i) => `The ${topic[i % topic.length]} is there`)
    .join(' ')
    .concat('.');
const bus = about('bus', 'route', 'timetable', 'driver');
const homes = about('tenant', 'landlord', 'rent', 'lettings');

const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  ['gives the text before the first heading a section', '\n\ntext\n\n# A\n', '3-4 0 -\n5-5 1 atx A'],
  ['gives a document without headings one section', 'text\n\nmore\n', '1-3 0 -'],
  ['gives blank lines to the section above', '# A\n\n\n## B\n\n\n', '1-3 1 atx A\n4-6 2 atx B'],
  ['begins after the front matter', '---\na: b\n---\n\n# A\n', '5-5 1 atx A'],
  ['has no section for front matter alone', '---\na: b\n---\n', ''],
  ['keeps the first of two headings on one line', '<h1>A</h1><h2>B</h2>\n\n## C', '1-2 1 html A\n3-3 2 atx C'],
  [
    'reads a list of headings with text below each as sections',
    '# A\n\nText.\n\n- ### B\n\n  Text.\n\n  - c\n  - d\n- ### E\n  Text.\n\n## F',
    '1-4 1 atx A\n5-10 3 atx B\n11-13 3 atx E\n14-14 2 atx F',
  ],
  [
    'reads a list of headings alone, or with other items among them, as a list',
    '# A\n\n- ### B\n- ### C\n\nText.\n\n1. ## D\n   Text.\n2. e',
    '1-10 1 atx A',
  ],
  [
    'sets text after a list of key points apart',
    `## Key points:\n\n- a\n- b\n\n${bus}\n\n${bus}\n\n## C`,
    '1-5 2 atx Key points\n6-9 2 -\n10-10 2 atx C',
  ],
  [
    'sets it apart after one line of introduction',
    `## In brief:\n\nintro\n\n- a\n\n${bus}`,
    '1-6 2 atx In brief\n7-7 2 -',
  ],
  ['leaves text after a list alone under a heading without a colon', `## Points\n\n- a\n\n${bus}`, '1-5 2 atx Points'],
  ['leaves a closing line alone', '## Key points:\n\n- a\n\nSource: survey.', '1-5 2 atx Key points'],
  ['leaves text without a list alone', `## Key points:\n\n${bus}\n\n${bus}`, '1-5 2 atx Key points'],
  [
    'cuts a long stretch without headings where its topic shifts',
    [...Array(7).fill(bus), ...Array(7).fill(homes)].join('\n\n'),
    '1-14 0 -\n15-27 0 -',
  ],
  [
    'keeps a list with the paragraph that leads to it',
    [...Array(6).fill(bus), `${homes} These are:`, `- ${homes}`, ...Array(6).fill(homes)].join('\n\n'),
    '1-12 0 -\n13-27 0 -',
  ],
  ['leaves a shorter stretch whole', [...Array(6).fill(bus), ...Array(6).fill(homes)].join('\n\n'), '1-23 0 -'],
  [
    'never cuts under a heading',
    `# A\n\n${[...Array(9).fill(bus), ...Array(9).fill(homes)].join('\n\n')}`,
    '1-37 1 atx A',
  ],
  [
    'takes lines in bold above lists and tables, or with a colon, for labels within the section',
    '# A\n\n## B\n\n**Aim:**\n\nWe help.\n\n**Proof**\n\n- b\n\n**Sums**\n\n| a |\n| - |\n| b |\n\n## C',
    '1-2 1 atx A\n3-18 2 atx B\n19-19 2 atx C',
  ],
  [
    'takes them for headings where much is said below them',
    `## B\n\n**Aims:**\n\n- ${bus}\n- ${bus}\n\n**Proof:**\n\n- ${homes}\n- ${homes}\n- ${homes}`,
    '1-2 2 atx B\n3-7 3 bold Aims\n8-12 3 bold Proof',
  ],
  [
    'takes labels for headings, however little is said below each, where a section is made of nothing else and a template',
    '## B\n\n**Aim:**\n[Our aim]\n\n**Within**:\n\n- [Item]\n- [Item]\n\n## C\n\n**Who:** Ann\n\n**Risks:**\n\n1. [Risk]\n\n**Costs:**\n\n| a |\n| - |\n| b |',
    '1-2 2 atx B\n3-5 3 bold Aim\n6-10 3 bold Within\n11-14 2 atx C\n15-18 3 bold Risks\n19-23 3 bold Costs',
  ],
  [
    'takes labels on the line of their fields for headings there as well, where half of several are open and more than a word is asked',
    '# A\n\n## B\n\n**Aim**: [Why we ask, in a sentence or two]\n\n**Sum:** \u00a3[amount] over two years of\n\n- boats [how many of them]\n\n**Risks**:\n\n1. [Risk]\n\n**Next step:** We go and ask the board of the county.\n\n## C\n\n**Who:** [Name]\n\n**When:** [Date]\n\n**Where:** [Port]',
    '1-2 1 atx A\n3-4 2 atx B\n5-6 3 lead Aim\n7-10 3 lead Sum\n11-14 3 bold Risks\n15-16 3 lead Next step\n17-23 2 atx C',
  ],
  [
    'takes no labels for headings below a text, or where one has nothing below it, or there is only one, or all is filled in',
    '## B\n\nWe plan.\n\n**Aim:**\n\n[a aim]\n\n**Within:**\n\n[b aim]\n\n## C\n\n**Aim:**\n\n**Within:**\n\n[b aim]\n\n## D\n\n**Aim:**\n\n[a aim]\n\n## E\n\n**Aim:**\n\na\n\n**Within:**\n\nb',
    '1-12 2 atx B\n13-20 2 atx C\n21-26 2 atx D\n27-35 2 atx E',
  ],
  [
    'takes them for headings above paragraphs, and one above a word or two for a name',
    `## B\n\n${bus}\n\n**Aim**\n\n${bus}\n\n**Proof**\n\n- b\n\n## C\n\n${bus}\n\n**Ann Reed**\n\nDirector`,
    '1-4 2 atx B\n5-8 3 bold Aim\n9-12 3 bold Proof\n13-19 2 atx C',
  ],
  [
    'takes numbered ones, and those under a title or a box of key points, for headings in any case',
    `# A\n\n**Aim**\n\na\n\n## B\n\n**1. Proof**\n\nb\n\n**Cost**\n\nc\n\n## Key points:\n\n- d\n\n**Risk**\n\ne`,
    '1-2 1 atx A\n3-6 2 bold Aim\n7-8 2 atx B\n9-12 3 bold [1] Proof\n13-16 3 bold Cost\n17-20 2 atx Key points\n21-23 3 bold Risk',
  ],
  [
    'does so in HTML as well',
    `<h2>B</h2>\n<p><b>Aim</b></p>\n<p>a</p>\n<p><b>Proof:</b></p>\n<p>b</p>\n<h2>C</h2>`,
    '1-5 2 html B\n6-6 2 html C',
  ],
];

describe('sections', () => {
  for (const [what, markdown, expected] of CASES)
    it(what, () => assert.equal(outline(parseDocument(markdown)), expected));

  it('makes a tree by level, over skipped levels and several H1s', () => {
    const { sections } = parseDocument('pre\n\n# A\n\n### B\n\n## C\n\n**1. D**\n\ntext\n\n# E\n\n## F');
    assert.deepEqual(
      sections.map((s) => [s.heading?.title, s.parent, s.children]),
      [
        [undefined, undefined, []],
        ['A', undefined, [2, 3]],
        ['B', 1, []],
        ['C', 1, [4]],
        ['D', 3, []],
        ['E', undefined, [6]],
        ['F', 5, []],
      ],
    );
  });

  it('reads what an item holds below its heading in its places', () => {
    const model = parseDocument('- ## B\n\n  Text\n  of it.\n\n  - c\n\n  | d |\n  |---|\n  | e |');
    assert.equal(units(model), 'paragraph: Text of it.\nitem 0.0: c\nrow 0.0: e');
    const [heading, unit] = [model.sections[0]?.heading, model.sections[0]?.units[0]];
    assert.equal(model.text.slice(heading?.span.start, heading?.span.end), '## B');
    assert.equal(model.text.slice(unit?.span.start, unit?.span.end), 'Text\n  of it.');
  });

  it('reads a label within a section as words, in its place', () => {
    const model = parseDocument('## B\n\nText.\n\n**Who gains:**\n\n- Renters\n\n## C\n\n__Aim__\nOne.');
    assert.equal(
      units(model),
      'paragraph: Text.\nparagraph: Who gains:\nitem 0.0: Renters\nparagraph: Aim\nparagraph: One.',
    );
    const label = model.sections[0]?.units[1];
    assert.equal(model.text.slice(label?.span.start, label?.span.end), '**Who gains:**');
    assert.deepEqual(
      label?.marks.map(({ kind }) => kind),
      ['strong'],
    );
  });

  it('sets what stands apart beside the heading above it', () => {
    const { sections } = parseDocument(`# A\n\n## Key points:\n\n- a\n\n${bus}\n\n**B**\n\ntext`);
    assert.deepEqual(
      sections.map((s) => s.parent),
      [undefined, 0, 0, 2],
    );
  });
});
