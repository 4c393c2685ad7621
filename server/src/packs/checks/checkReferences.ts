import type { Contribution } from '../contributions';
import { describePath, nounOf } from '../describePath';
import type { KnownIds } from '../knownIds';
import { findKeyPlace, findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { ItemSection } from '../packSchema';
import { suggest } from '../suggest';
import type { ItemProblem } from './checkOwnItems';
import type { FoundWord } from './expandPath';
import { expandPath } from './expandPath';

/** What an item's words refer to, judged with all packs at hand. */
export interface ReferenceContext {
  readonly known: KnownIds;
  /** The item as composed from all packs. */
  readonly whole: unknown;
}

interface Reference {
  /** Where the words stand, for `expandPath`. */
  readonly at: string;
  readonly to: ItemSection | 'facets' | 'stages' | 'own-stages';
  /** Words that are allowed besides ids. */
  readonly also?: readonly string[];
  /** Without it the item is of no use. Others are passed over by the engine. */
  readonly needed?: boolean;
}

const REFERENCES: Readonly<Partial<Record<ItemSection, readonly Reference[]>>> = {
  'document-types': [
    { at: 'default-stage', to: 'own-stages' },
    { at: 'sections.*.kind', to: 'section-kinds' },
    { at: 'sections.*.under', to: 'section-kinds' },
    { at: 'sections.*.required.*', to: 'own-stages' },
    { at: 'template', to: 'templates' },
  ],
  'section-kinds': [{ at: 'under.*', to: 'section-kinds' }],
  considerations: [
    { at: 'facets.*.signals.*', to: 'signals' },
    { at: 'mentions.*', to: 'signals' },
    { at: 'present.*.facets.*', to: 'facets' },
  ],
  signals: [
    { at: 'vocabulary', to: 'vocabularies', needed: true },
    { at: 'any.*', to: 'signals' },
    { at: 'all.*', to: 'signals', needed: true },
    { at: 'unless.*', to: 'signals' },
    { at: 'except.*', to: 'signals' },
  ],
  contexts: [{ at: 'excused-by.*', to: 'signals' }],
  rules: [
    { at: 'consideration', to: 'considerations', needed: true },
    { at: 'vocabulary', to: 'vocabularies', needed: true },
    { at: 'expect.*.in.*', to: 'section-kinds', also: ['any', 'document'] },
    { at: 'expect.*.document-types.*', to: 'document-types' },
    { at: 'expect.*.stages.*', to: 'stages' },
    { at: 'expect.*.when.*', to: 'signals' },
    // An unknown facet would be said to lack in every section.
    { at: 'expect.*.facets.*', to: 'facets', needed: true },
    { at: 'severity.@', to: 'stages', also: ['default'] },
    { at: 'by-stage.@', to: 'stages', also: ['default'] },
    { at: 'from.*', to: 'section-kinds' },
    { at: 'to.*', to: 'section-kinds' },
    { at: 'signals.*', to: 'signals' },
    { at: 'document-types.*', to: 'document-types' },
    { at: 'examples.*.document-type', to: 'document-types' },
    { at: 'examples.*.stage', to: 'stages' },
    { at: 'examples.*.kind', to: 'section-kinds' },
    { at: 'examples.*.finds.@', to: 'facets', also: ['mention'] },
    { at: 'examples.*.lacking.*', to: 'facets' },
  ],
  templates: [
    { at: 'document-type', to: 'document-types' },
    { at: 'stage', to: 'stages' },
  ],
};

/** Words that name something which no pack defines. */
export function checkReferences(item: Contribution, context: ReferenceContext): readonly ItemProblem[] {
  return (REFERENCES[item.section] ?? []).flatMap((reference) => {
    const known = findKnown(reference, item, context);
    if (known === undefined) return [];
    return expandPath(item.value, reference.at)
      .filter((found) => !known.has(found.word) && !reference.also?.includes(found.word))
      .map((found) =>
        describe(found, reference, item, context, known.size > 0 ? [...(reference.also ?? []), ...known] : []),
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
