import { patternProblem } from '../../core/rules/pattern';
import { describePath } from '../describePath';
import { PACK_LIMITS } from '../limits';
import { findValuePlace } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { ItemProblem, OwnItem } from './checkOwnItems';
import { expandPath } from './expandPath';

/** Patterns that the linear-time engine cannot run. */
export function checkPatterns(item: OwnItem): readonly ItemProblem[] {
  if (item.section !== 'signals' && item.section !== 'contexts') return [];
  return expandPath(item.value, 'patterns.*').flatMap(({ path, word }) => {
    const problem =
      word.length > PACK_LIMITS.pattern
        ? `a pattern has at most ${PACK_LIMITS.pattern} characters, and this one has ${word.length}: split it`
        : patternProblem(word);
    if (problem === undefined) return [];
    const place = findValuePlace(item.source, [item.section, item.id, ...path]);
    const message = `pattern of ${describePath([item.section, item.id])}: ${problem}`;
    return [{ problem: errorAt(place, 'bad-pattern', message), drops: true }];
  });
}
