import { strict as assert } from 'node:assert';
import type { Text } from 'mdast';
import { nodesAt, toPosition } from '../../../server/src/core/document/syntaxTree';

describe('nodes at a place', () => {
  const nodes = [0, 10, 20, 30].map((start): Text => {
    return { type: 'text', value: String(start), position: toPosition(start, start + 10) };
  });
  const at = (start: number, end: number) => nodesAt(nodes, { start, end }).map(({ value }) => Number(value));

  it('are those that reach into a span or touch it, in order', () => {
    assert.deepEqual(at(12, 18), [10]);
    assert.deepEqual(at(15, 25), [10, 20]);
    assert.deepEqual(at(20, 30), [10, 20, 30]);
    assert.deepEqual(at(50, 60), []);
  });

  it('are the same list where all stand within', () => {
    assert.equal(nodesAt(nodes, { start: 0, end: 40 }), nodes);
    assert.deepEqual(nodesAt([], { start: 3, end: 4 }), []);
  });
});
