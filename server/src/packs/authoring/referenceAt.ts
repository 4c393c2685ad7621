import type { Reference } from '../checks/references';
import { REFERENCES } from '../checks/references';
import { withoutChanges } from '../listChange';
import { isItemSection } from '../packSchema';
import type { DataPath } from '../readYaml';

/** What the words at a place of a pack file may refer to; undefined where they refer to nothing. `path` leads from the root of the file. */
export function findReferenceAt(path: DataPath, position: 'key' | 'value'): Reference | undefined {
  const [section, , ...rest] = path;
  if (typeof section !== 'string' || !isItemSection(section)) return undefined;
  const plain = withoutChanges(rest);
  const steps = position === 'key' ? [...plain, '@'] : plain;
  return (REFERENCES[section] ?? []).find(({ at }) => fits(at.split('.'), steps));
}

/** A list that has just been begun may still look like one value: `in: x` for `in: [x]`. */
function fits(pattern: readonly string[], steps: DataPath): boolean {
  const isWhole = pattern.length === steps.length || (pattern.length === steps.length + 1 && pattern.at(-1) === '*');
  return isWhole && steps.every((step, index) => (pattern[index] === '*' && step !== '@') || pattern[index] === step);
}
