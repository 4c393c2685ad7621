import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { moveBack } from '../../../server/src/lsp/editLog';

describe('moveBack', () => {
  for (const [what, edits, offset, expected] of [
    ['before the edit', [{ start: 5, end: 5, text: 'abc' }], 4, 4],
    ['in what was written', [{ start: 5, end: 5, text: 'abc' }], 5, undefined],
    ['right behind what was written', [{ start: 5, end: 5, text: 'abc' }], 8, 5],
    ['behind what was taken out', [{ start: 5, end: 9, text: '' }], 6, 10],
    [
      'behind two edits',
      [
        { start: 0, end: 0, text: 'x' },
        { start: 1, end: 2, text: '' },
      ],
      4,
      4,
    ],
  ] as const) {
    it(`finds where an offset ${what} stood before`, () => {
      assert.equal(moveBack(offset, edits), expected);
    });
  }

  it('leads back to the same character, whatever was edited', () => {
    const text = 'abcdefghijklmnopqrstuvwxyz';
    const edit = fc.record({ at: fc.nat(), length: fc.nat(4), text: fc.constantFrom('', '0', '01', '0123') });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (given) => {
        let now = text;
        const edits = given.map(({ at, length, text: added }) => {
          const start = at % (now.length + 1);
          const end = Math.min(now.length, start + length);
          now = now.slice(0, start) + added + now.slice(end);
          return { start, end, text: added };
        });
        for (let at = 0; at < now.length; at++) {
          const before = moveBack(at, edits);
          if (/[a-z]/.test(now[at] ?? '')) assert.equal(text[before ?? -1], now[at]);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
