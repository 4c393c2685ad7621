import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { marks, units } from '../../support/outline';

/** Markdown, and its units as a reader reads them. */
const CASES: readonly (readonly [what: string, markdown: string, expected: string])[] = [
  ['drops markup', 'A **b** *c* `d*` [e](f) ~~g~~ h.', 'paragraph: A b c d* e h.'],
  [
    'makes quotes, spaces and hyphens plain',
    '\u201cA\u201d \u2018b\u2019\u00a0c\u2011d\u2003e',
    'paragraph: "A" \'b\' c-d e',
  ],
  ['drops what has no width', 'co\u00adopera\u200btive\ufeff \u2060a', 'paragraph: cooperative a'],
  ['keeps emoji whole', 'A 👩\u200d🔧 b 😀', 'paragraph: A 👩\u200d🔧 b 😀'],
  ['reads wrapped lines as one', 'a\nb  \nc\\\nd\n   e\tf', 'paragraph: a b c d e f'],
  [
    'decodes escapes and references',
    'a \\* b &amp; c &#8217; d &pound;2 &nosuch; \\d',
    "paragraph: a * b & c ' d £2 &nosuch; \\d",
  ],
  [
    'reads quotations as quoted',
    '> a\n> b\nc\n\n"All of it."\n\n*\u201cIn italics.\u201d*\n\n"A" and "b".',
    '>paragraph: a b c\n>paragraph: "All of it."\n>paragraph: "In italics."\nparagraph: "A" and "b".',
  ],
  [
    'reads an image by its alternative text',
    'See ![a *map*](m.png) here\n\n![A plan](p.png)',
    'paragraph: See here\nimage: a map\nimage: A plan',
  ],
  ['drops comments and tags', 'a <!-- b --> c<br>d<sup>2</sup>', 'paragraph: a c d2'],
  [
    'drops attribute lines and includes',
    'Figure 2\n{: .fig #f}\n\n{include a.md}\n\ntext\n{pull}\n\n{scheme}',
    'paragraph: Figure 2\nparagraph: text\nparagraph: {scheme}',
  ],
  [
    'drops tags of site builders, alone on a line and within one, and keeps slots to fill in',
    '{{< youtube abc >}}\n\n{{ site.data.menu }}\n\n{{ amount }}\n\nIt {% if a %}pays{% endif %} for nets{: .b c="d"} {{% ref "x" %}} and {{ amount }}, {% a',
    'paragraph: {{ amount }}\nparagraph: It pays for nets and {{ amount }}, {% a',
  ],
  [
    'drops the lines of boxes, contents and environments, and keeps what stands in them',
    '::: warning {.b}\nText.\n:::\n\n[[_TOC_]]\n\n[toc]\n\n\\begin{quote}\nWords.\n\\end{quote}\n\n::: a b c',
    'paragraph: Text.\nparagraph: Words.\nparagraph: ::: a b c',
  ],
  [
    'drops menus and frames of HTML',
    '<nav><h2>On this page</h2><a href="#a">A</a></nav>\n<p>One</p><iframe src="a">Two</iframe>\n<svg><title>Three</title></svg>',
    'paragraph: One',
  ],
  [
    'drops page furniture',
    'a\n\nPage 3 of 12\n\n14\n\n---\n\n\\newpage\n\n<div style="page-break-after: always"></div>\n\nb\nPage 4 of 12\nc',
    'paragraph: a\nparagraph: b c',
  ],
  [
    'drops running headers',
    ['One', 'Two', 'Three'].map((t, i) => `${t} text.\n\nScheme: outline case\n\n${i + 1}`).join('\n\n'),
    'paragraph: One text.\nparagraph: Two text.\nparagraph: Three text.',
  ],
  [
    'keeps what repeats for another reason',
    'TBC\n\na.\n\nTBC\n\nb.\n\nTBC',
    'paragraph: TBC\nparagraph: a.\nparagraph: TBC\nparagraph: b.\nparagraph: TBC',
  ],
  [
    'reads HTML without its tags',
    '<div>\n<p>One &amp; <b>two</b></p><p>three<br>four</p>\n<blockquote>five</blockquote>\n</div>\n\n<script>var a = "<p>b</p>";</script>',
    'paragraph: One & two\nparagraph: three four\n>paragraph: five',
  ],
  ['reads no code', '```\na\n```\n\n    b', ''],
];

describe('prose', () => {
  for (const [what, markdown, expected] of CASES) {
    it(what, () => assert.equal(units(parseDocument(markdown)), expected));
    it(`${what}, with a lone CR`, () => assert.equal(units(parseDocument(markdown.replace(/\n/g, '\r'))), expected));
  }

  it('maps words back through escapes, references, prefixes and removed characters', () => {
    const text = '---\r\ntitle: x\r\n---\r\n> > A &amp; B 😀 co\u00adop\r\n> > \\*c\\* \u201cd\u201d\te > f\r\n';
    const [unit] = parseDocument(text).sections[0]?.units ?? [];
    assert.equal(unit?.prose.text, 'A & B 😀 coop *c* "d" e > f');
    const words = ['&', 'B 😀 coop', 'coop *c*', '*c*', '"d" e', '> f'];
    const sources = words.map((word) => {
      const at = unit?.prose.text.indexOf(word) ?? -1;
      const span = unit?.prose.toSource(at, at + word.length);
      return text.slice(span?.start, span?.end);
    });
    assert.deepEqual(sources, [
      '&amp;',
      'B 😀 co\u00adop',
      'co\u00adop\r\n> > \\*c\\*',
      '\\*c\\*',
      '\u201cd\u201d\te',
      '> f',
    ]);
  });

  it('gives an empty range for an empty one', () => {
    const [unit] = parseDocument('# A\n\nbc d').sections[0]?.units ?? [];
    assert.deepEqual(
      [0, 2, 4, 9].map((at) => unit?.prose.toSource(at, at).start),
      [5, 7, 9, 9],
    );
  });

  it('keeps marks with their place and target', () => {
    const text = 'A **b** [c *d*](e.md), f[^1] `g` said \u201ch i\u201d ![j](k.png) <b>l</b>\n\n[^1]: m\n';
    assert.equal(
      marks(parseDocument(text)),
      [
        'strong <b> <**b**>',
        'link <c d> <[c *d*](e.md)> e.md',
        'emphasis <d> <*d*>',
        'footnote-reference <> <[^1]> 1',
        'code <g> <`g`>',
        'quotation <"h i"> <\u201ch i\u201d>',
        'image <> <![j](k.png)> k.png',
        'html <> <<b>>',
        'html <> <</b>>',
      ].join('\n'),
    );
  });

  it('sees a footnote that is defined elsewhere', () => {
    assert.equal(marks(parseDocument('Savings[^11] rose.')), 'footnote-reference <> <[^11]> 11');
    assert.equal(units(parseDocument('Savings[^11] rose.')), 'paragraph: Savings rose.');
  });
});
