import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { startNumberLists } from '../../../server/src/core/numberLists';

describe('startNumberLists', () => {
  it('keeps each list once, in the order in which it was added', () => {
    const arbitraryLists = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { maxLength: 300 });
    fc.assert(
      fc.property(arbitraryLists, (lists) => {
        let kept = startNumberLists();
        const known: string[] = [];
        for (const [at, list] of lists.entries()) {
          // Those that were there before are kept as well.
          if (at === lists.length >> 1) kept = startNumberLists(kept.toData());
          const number = kept.add(Int32Array.from([...list, 9, 9]), list.length);
          if (!known.includes(list.join())) known.push(list.join());
          assert.equal(number, known.indexOf(list.join()));
        }
        assert.equal(kept.count, known.length);
        known.forEach((list, number) => {
          assert.equal(kept.numbers.subarray(kept.startOf(number), kept.startOf(number + 1)).join(), list);
        });
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
