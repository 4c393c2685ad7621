import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { buildLineIndex, findLineEnds } from '../../../server/src/core/text/lineIndex';

const arbitraryText = fc
  .array(fc.constantFrom('\n', '\r', '\r\n', '\n\r', 'a', '', '\u2028', 'é😀'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('line ends', () => {
  it('stand behind CRLF, LF and a lone CR, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        const expected = [...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length);
        assert.deepEqual(findLineEnds(text), expected);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('make no line of what follows the last one, unless there is no other', () => {
    for (const [text, count] of [
      ['', 1],
      ['a', 1],
      ['a\r\n', 1],
      ['\n', 1],
      ['a\rb\n\n', 3],
    ] as const)
      assert.equal(buildLineIndex(text).count, count, JSON.stringify(text));
    assert.deepEqual(buildLineIndex('a\r\nbc\n').placeAt(4), { line: 2, column: 2 });
  });
});
