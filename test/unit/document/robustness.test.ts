import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { outline, units } from '../../support/outline';

const HARD: readonly (readonly [what: string, markdown: string])[] = [
  ['nothing', ''],
  ['blank lines', ' \r\n\t\n'],
  ['10,000 quotation marks', `${'>'.repeat(10_000)} a\n\n# B\n`],
  ['1,000 nested lists', `${'- '.repeat(1000)}a`],
  ['unbalanced HTML', `${'<div><p>a'.repeat(2000)}\n\n</section></b>\n\n# B`],
  ['tags that never end', '<a title="'.repeat(2000)],
  ['tables in tables', `${'<table><tr><td>'.repeat(500)}a`],
  ['brackets', '['.repeat(5000)],
  ['emphasis', '*a **b '.repeat(2000)],
  ['NUL and lone surrogates', '# a\0b \ud800\n\nc \udc00\0 &#0; d'],
  ['spaces', `${' '.repeat(200_000)}a\n# B${' '.repeat(100_000)}c`],
  ['unclosed comments', '<!-- a\n\n'.repeat(300)],
  ['a long line', `# ${'word '.repeat(20_000)}\n\n**${'word '.repeat(20_000)}**`],
];

describe('parseDocument, on hard input', () => {
  for (const [what, markdown] of HARD) it(`reads ${what}`, () => assert.equal(parseDocument(markdown).text, markdown));

  it('still reads what follows nesting that is too deep', () => {
    const { sections } = parseDocument(`${'>'.repeat(10_000)} a\n\n# B\n`);
    assert.deepEqual(
      sections.map((s) => s.heading?.title),
      [undefined, 'B'],
    );
  });

  it('ends a comment that is never closed at its paragraph, right after one that is', () => {
    const markdown = '<!-- a --> <!-- b\n\nwords\n';
    const words = parseDocument(markdown).comments.map(({ textSpan: { start, end } }) => markdown.slice(start, end));
    assert.deepEqual(words, [' a ', ' b']);
  });

  it('moves nothing for a byte-order mark that was left in', () => {
    const text = '\ufeff# A\n\nb';
    const [unit] = parseDocument(text)
      .sections.flatMap((s) => s.units)
      .slice(-1);
    assert.equal(text.slice(unit?.span.start, unit?.span.end), 'b');
  });

  it('reads a long text in pieces as it reads a short one', () => {
    const part =
      '## H {#x}\r\n\r\nSee [the plan][plan] and b[^1].\r\n\r\n```\r\n# not\r\n\r\nhere\r\n```\r\n\r\n- c\r\n\r\n  d\r\n\r\n[^1]: Note.\r\n\r\n';
    const definition = '[plan]: https://example.org/plan\r\n';
    const one = parseDocument(part + definition);
    const many = parseDocument(part.repeat(1500) + definition);
    assert.equal(many.sections.length, 1500);
    assert.equal(units(many), Array(1500).fill(units(one)).join('\n'));
    const last = many.sections.at(-1);
    assert.equal(many.text.slice(last?.heading?.textSpan.start, last?.heading?.textSpan.end), 'H');
    assert.deepEqual(
      last?.units[0]?.marks.map((mark) => mark.kind),
      ['link', 'footnote-reference'],
    );
    assert.equal(outline(many).split('\n').at(-1), '23985-24001 2 atx H');
  });
});
