import { strict as assert } from 'node:assert';
import { loadShippedRuleSet } from '../support/shippedRules';
import type { ReasonedLabel } from './fixture';
import type { Part } from './loadFixtures';
import { loadFixtures, PARTS } from './loadFixtures';

/** A label with what its paper is. */
interface Placed {
  readonly label: ReasonedLabel;
  readonly part: Part;
  readonly paper: string;
}

const { considerations } = await loadShippedRuleSet();
const placed: readonly Placed[] = PARTS.flatMap((part) =>
  loadFixtures(part).flatMap(({ path, text, passages }) =>
    passages.flatMap(({ labels }) => labels.map((label) => ({ label, part, paper: paperOf(path, text) }))),
  ),
);

function paperOf(path: string, text: string): string {
  return path.endsWith('-converted.md') ? 'converted' : (/^document-type: (\S+)$/m.exec(text)?.[1] ?? 'unknown');
}

const isPresent = ({ label }: Placed) => label.state === 'present';
const isHard = ({ label }: Placed) => label.state !== 'present' && label.kind !== 'absent';
const kinds = (of: readonly Placed[]) => new Set(of.map(({ label }) => label.kind));

describe('the spread of the fixtures', () => {
  for (const id of considerations.keys()) {
    const all = placed.filter(({ label }) => label.consideration === id);

    it(`${id}: at least twenty passages with the content, and twenty that mislead`, () => {
      assert.ok(all.filter(isPresent).length >= 20 && all.filter(isHard).length >= 20);
    });

    for (const part of PARTS) {
      const own = all.filter((one) => one.part === part);

      it(`${id}, ${part}: a fifth or more of each sort`, () => {
        for (const sort of [isPresent, isHard])
          assert.ok(own.filter(sort).length >= 0.2 * all.filter(sort).length, `${own.filter(sort).length}`);
      });

      it(`${id}, ${part}: four forms of content and ten pitfalls or more, in each sort of paper`, () => {
        assert.ok(kinds(own.filter(isPresent)).size >= 4, [...kinds(own.filter(isPresent))].join(', '));
        assert.ok(kinds(own.filter(isHard)).size >= 10, [...kinds(own.filter(isHard))].join(', '));
        assert.deepEqual([...new Set(own.map(({ paper }) => paper))].sort(), [
          'business-case',
          'committee-report',
          'converted',
          'policy-paper',
        ]);
      });
    }
  }
});
