import { strict as assert } from 'node:assert';
import { readFrontMatter } from '../../../server/src/core/document/frontMatter';
import { parseDocument } from '../../../server/src/core/document/parseDocument';

describe('readFrontMatter', () => {
  it('reads each key with its place', () => {
    const text =
      '---\r\ntitle: "Ein \u2018\u00dc\u2019 😀"\r\ndocument-type: business-case\r\ntags: [a, b]\r\nempty:\r\n---\r\n# A\r\n';
    const entries = readFrontMatter(text)?.entries.map((e) => [
      text.slice(e.keySpan.start, e.keySpan.end),
      text.slice(e.valueSpan.start, e.valueSpan.end),
      e.value,
    ]);
    assert.deepEqual(entries, [
      ['title', '"Ein \u2018\u00dc\u2019 😀"', 'Ein \u2018\u00dc\u2019 😀'],
      ['document-type', 'business-case', 'business-case'],
      ['tags', '[a, b]', ['a', 'b']],
      ['empty', '', null],
    ]);
  });

  const broken: readonly (readonly [what: string, yaml: string])[] = [
    ['an open bracket', 'title: [a\nstage: OBC'],
    ['a duplicate key', 'title: a\ntitle: b'],
    ['a list', '- a\n- b'],
    [
      'an alias bomb',
      `a: &a [1, 1]\n${[...'bcdefghi'].map((k, i) => `${k}: &${k} [*${'abcdefghi'.charAt(i)}, *${'abcdefghi'.charAt(i)}, *${'abcdefghi'.charAt(i)}]`).join('\n')}`,
    ],
  ];
  for (const [what, yaml] of broken) {
    it(`says what is wrong with ${what} and reads on`, () => {
      const text = `---\n${yaml}\n---\n\n# A\n`;
      const { frontMatter, sections } = parseDocument(text);
      assert.deepEqual(frontMatter?.entries, []);
      assert.match(frontMatter?.problems[0]?.message ?? '', /^The front matter (?:cannot be read as YAML|has no keys)/);
      const span = frontMatter?.problems[0]?.span ?? { start: 0, end: 0 };
      assert.ok(span.start >= 4 && span.end <= 4 + yaml.length);
      assert.deepEqual(
        sections.map((s) => s.heading?.title),
        ['A'],
      );
    });
  }

  it('takes a fence that is never closed for text', () => {
    assert.equal(readFrontMatter('---\ntitle: a\n\ntext'), undefined);
    assert.equal(parseDocument('---\ntitle: a\n\ntext').sections[0]?.units.length, 2);
  });

  it('takes paragraphs between two rules for text', () => {
    const { frontMatter, sections } = parseDocument('---\n\nA paragraph: with words.\n\n---\n\nAnother.');
    assert.equal(frontMatter, undefined);
    assert.equal(sections[0]?.units.length, 2);
  });

  it('takes keys and values below a blank line for front matter, and words that only look like one for text', () => {
    const { frontMatter, sections } = parseDocument('---\n\ntitle: a\n\nfund: b\n---\n\nText.');
    assert.deepEqual(
      frontMatter?.entries.map(({ key }) => key),
      ['title', 'fund'],
    );
    assert.equal(sections[0]?.units.length, 1);
    for (const text of [
      '---\n\nNote: one.\n\n---\n',
      '---\n\nTo whom: a\nFrom: b\n\n---\n',
      '---\n\na: b: c\nd: e\n\n---\n',
    ])
      assert.equal(parseDocument(text).frontMatter, undefined);
  });

  it('gives the title of the document, else the first H1', () => {
    assert.equal(parseDocument('---\ntitle: a\n---\n# B').title, 'a');
    assert.equal(parseDocument('## A\n\n# B\n').title, 'B');
    assert.equal(parseDocument('**A**\n\ntext').title, undefined);
  });
});
