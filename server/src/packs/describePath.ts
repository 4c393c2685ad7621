import type { DataPath } from './readYaml';

/** Maps from ids to things, and what one such thing is called in messages. */
const NOUNS: Readonly<Record<string, string>> = {
  'document-types': 'document type',
  'section-kinds': 'section kind',
  considerations: 'consideration',
  vocabularies: 'vocabulary',
  signals: 'signal',
  contexts: 'context',
  frameworks: 'framework',
  rules: 'rule',
  templates: 'template',
  sources: 'source',
  facets: 'facet',
  items: 'item',
  stages: 'stage',
  packs: 'pack',
};

/** What one entry of a map is called: `signal` for `signals`. */
export function nounOf(mapName: string): string {
  return NOUNS[mapName] ?? 'entry';
}

/**
 * A path in words, the innermost first: `facet `who` of consideration `beneficiaries``, `entry 2 of `present` of consideration `voice``.
 * The empty path is `whole`.
 */
export function describePath(path: DataPath, whole = 'the pack'): string {
  const names: string[] = [];
  for (let at = 0; at < path.length; at++) {
    const part = path[at];
    const next = path[at + 1];
    if (typeof part === 'number') names.push(`entry ${part + 1}`);
    else if (part !== undefined && isMapOfThings(part, at) && typeof next === 'string') {
      names.push(`${nounOf(part)} \`${next}\``);
      at++;
    } else names.push(`\`${part}\``);
  }
  return names.length === 0 ? whole : names.reverse().join(' of ');
}

/** `facets` and `stages` are maps in some places and lists of ids in others: only a string after them shows a map. */
function isMapOfThings(part: string, at: number): boolean {
  if (!Object.hasOwn(NOUNS, part)) return false;
  // An id of the first level may itself be such a word: a section kind called `stages`.
  return at === 0 || at % 2 === 0;
}
