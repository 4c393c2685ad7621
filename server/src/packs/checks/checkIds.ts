import { nounOf } from '../describePath';
import { findKeyPlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { ItemProblem, OwnItem } from './checkOwnItems';

/** Words that mean something where an id of this map may stand. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  'section-kinds': ['any', 'document'],
  facets: ['mention'],
  stages: ['default'],
};

/** Ids that are already taken. */
export function checkIds(item: OwnItem): readonly ItemProblem[] {
  const { section, id, value } = item;
  const problems = checkId(item, section, id, [section, id]);
  if (!isMap(value)) return problems;
  const nested = ['facets', 'stages', 'items'].flatMap((map) => {
    const entries = value[map];
    return isMap(entries)
      ? Object.keys(entries).flatMap((key) => checkId(item, map, key, [section, id, map, key]))
      : [];
  });
  return [...problems, ...nested];
}

function checkId(item: OwnItem, map: string, id: string, path: readonly string[]): readonly ItemProblem[] {
  // Names that every JavaScript object has would be found where nobody defined them.
  const isTaken = RESERVED[map]?.includes(id) || id in {};
  if (!isTaken) return [];
  const message = `\`${id}\` cannot be the id of a ${nounOf(map)}: the word is reserved; choose another`;
  return [{ problem: errorAt(findKeyPlace(item.source, path), 'reserved-id', message), drops: true }];
}
