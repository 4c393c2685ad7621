import assert from 'node:assert/strict';
import { startStepScratch } from '../../../server/src/core/patterns/stepScratch';

describe('scratch for steps', () => {
  it('gives each list a mark that no step has', () => {
    const scratch = startStepScratch();
    scratch.makeRoom(3);
    const first = scratch.nextMark();
    scratch.taken[1] = first;
    const second = scratch.nextMark();
    assert.notEqual(second, first);
    assert.equal(scratch.taken.includes(second), false);
  });

  it('has room for the longest program, and what stands before it', () => {
    const scratch = startStepScratch();
    scratch.makeRoom(3);
    scratch.makeRoom(7);
    scratch.makeRoom(2);
    assert.deepEqual([scratch.list.length, scratch.taken.length], [8, 7]);
  });
});
