import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core';
import { indexReferences, readReference } from '../../../server/src/core/sections/resolveReference';

describe('readReference', () => {
  const cases: readonly (readonly [words: string, target: string | undefined])[] = [
    ['see section 5.2', '5.2'],
    ['set out in Appendix C', 'Appendix C'],
    ['in Part 3.', '3'],
    ['in the annexes', undefined],
  ];
  for (const [words, target] of cases) {
    it(`reads “${words}” as ${target ?? 'none'}`, () => assert.equal(readReference(words)?.target, target));
  }
});

describe('indexReferences', () => {
  const document = parseDocument('# A\n\n## 5.2 Jobs & pay\n\nx\n\n## Appendix C: Notes\n\ny\n');
  const index = indexReferences(document.sections.map((section) => section.heading));
  const title = (target: string, kind: 'number' | 'fragment') =>
    document.sections[index.find({ target, kind }) ?? -1]?.heading?.title;
  it('finds a section by its number', () => assert.equal(title('5.2', 'number'), 'Jobs & pay'));
  it('finds an appendix by its letter', () => assert.equal(title('Appendix C', 'number'), 'Notes'));
  it('finds a section by its fragment', () => assert.equal(title('jobs-pay', 'fragment'), 'Jobs & pay'));
  it('tells section 2 from Appendix 2', () => assert.equal(title('Appendix 5.2', 'number'), undefined));
  it('finds nothing for a number that is not there', () => assert.equal(title('5.3', 'number'), undefined));
});
