import type { Contribution } from '../contributions';
import { describePath, nounOf } from '../describePath';
import type { KnownIds } from '../knownIds';
import { findKeyPlace, findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import { suggest } from '../suggest';
import type { ItemProblem } from './checkOwnItems';
import type { FoundWord } from './expandPath';
import { expandPath } from './expandPath';
import type { Reference } from './references';
import { REFERENCES } from './references';

/** What an item's words refer to, judged with all packs at hand. */
export interface ReferenceContext {
  readonly known: KnownIds;
  /** The item as composed from all packs. */
  readonly whole: unknown;
}

/** Words that name something which no pack defines. */
export function checkReferences(item: Contribution, context: ReferenceContext): readonly ItemProblem[] {
  return (REFERENCES[item.section] ?? []).flatMap((reference) => {
    const known = findKnown(reference, item, context);
    if (known === undefined) return [];
    return (
      expandPath(item.value, reference.at)
        // What is taken out and is not there is reported where the packs are joined.
        .filter((found) => found.path.at(-2) !== 'remove')
        .filter((found) => !known.has(found.word) && !reference.also?.includes(found.word))
        .map((found) =>
          describe(found, reference, item, context, known.size > 0 ? [...(reference.also ?? []), ...known] : []),
        )
    );
  });
}

function findKnown(
  reference: Reference,
  item: Contribution,
  { known, whole }: ReferenceContext,
): ReadonlySet<string> | undefined {
  if (reference.to === 'own-stages') return known.stagesOf(item.fullId);
  if (reference.to === 'stages')
    return known.stagesOf(item.section === 'templates' ? findDocumentType(whole) : undefined);
  if (reference.to !== 'facets') return known.ids[reference.to];
  const consideration = findConsideration(item, whole);
  return consideration === undefined ? undefined : known.facetsOf(consideration);
}

/** Of an unknown document type nothing can be said; the reference to it is reported by itself. */
function findDocumentType(whole: unknown): string | undefined {
  return isMap(whole) && typeof whole['document-type'] === 'string' ? whole['document-type'] : undefined;
}

function findConsideration(item: Contribution, whole: unknown): string | undefined {
  if (item.section === 'considerations') return item.fullId;
  return isMap(whole) && typeof whole.consideration === 'string' ? whole.consideration : undefined;
}

function describe(
  found: FoundWord,
  reference: Reference,
  item: Contribution,
  context: ReferenceContext,
  known: readonly string[],
): ItemProblem {
  const path = [item.section, item.id, ...found.path];
  const place = found.isKey ? findKeyPlace(item.pack, path) : findValuePlace(item.pack, path);
  const noun = reference.to === 'own-stages' ? 'stage' : nounOf(reference.to);
  const owner =
    reference.to === 'facets'
      ? `of \`${findConsideration(item, context.whole) ?? ''}\``
      : `in ${describePath(path.slice(0, found.path[0] === 'facets' ? 4 : 2))}`;
  const hint = suggest(found.word, known) || ': no pack in use defines it';
  return {
    problem: errorAt(
      place,
      `unknown-${noun.replaceAll(' ', '-')}`,
      `unknown ${noun} \`${found.word}\` ${owner}${hint}`,
    ),
    drops: reference.needed === true,
  };
}
