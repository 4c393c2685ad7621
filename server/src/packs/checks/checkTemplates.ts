import type { Contribution } from '../contributions';
import type { KnownIds } from '../knownIds';
import { findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import { suggest } from '../suggest';
import type { ItemProblem } from './checkOwnItems';

/**
 * Prompts that a template asks for and no pack has. Silent where no pack in use defines any consideration: a pack of layouts may be used alone,
 * and its templates then simply have no prompts.
 */
export function checkTemplate(item: Contribution, known: KnownIds): readonly ItemProblem[] {
  const text = item.section === 'templates' && isMap(item.value) ? item.value.text : undefined;
  const considerations = known.ids.considerations;
  if (typeof text !== 'string' || considerations.size === 0) return [];
  const place = findValuePlace(item.pack, [item.section, item.id, 'text']);
  const names = new Set([...text.matchAll(/\{\{prompt:([^}]*)\}\}/g)].map((match) => match[1] ?? ''));
  return [...names].flatMap((name) => {
    const message = explain(name, known, considerations);
    return message === undefined
      ? []
      : [
          {
            problem: errorAt(place, 'unknown-prompt', `${message} in template \`${item.id}\`${hint(name, known)}`),
            drops: false,
          },
        ];
  });
}

function explain(name: string, known: KnownIds, considerations: ReadonlySet<string>): string | undefined {
  const [consideration = '', facet] = name.split('/');
  if (!considerations.has(consideration)) return `unknown consideration \`${consideration}\` in \`{{prompt:${name}}}\``;
  const facets = known.facetsOf(consideration);
  return facet === undefined || !facets || facets.has(facet)
    ? undefined
    : `unknown facet \`${facet}\` of \`${consideration}\` in \`{{prompt:${name}}}\``;
}

function hint(name: string, known: KnownIds): string {
  const [consideration = '', facet = ''] = name.split('/');
  const ids = known.ids.considerations;
  return ids.has(consideration) ? suggest(facet, known.facetsOf(consideration) ?? []) : suggest(consideration, ids);
}
