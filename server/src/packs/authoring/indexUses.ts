import { findSources } from '../checks/checkSources';
import { expandPath } from '../checks/expandPath';
import type { Reference } from '../checks/references';
import { REFERENCES } from '../checks/references';
import type { Contribution } from '../contributions';
import { collectContributions, findBases } from '../contributions';
import type { LoadedPack } from '../loadedPack';
import { isMap } from '../loadedPack';
import type { FilePlace } from '../packProblem';
import type { DataPath } from '../readYaml';
import type { IdKind, IdTarget, IdUse } from './idUse';

/** Maps inside items whose keys are ids of their own. */
const NESTED: Readonly<Record<string, Extract<IdKind, 'facets' | 'stages' | 'items'>>> = {
  considerations: 'facets',
  'document-types': 'stages',
  vocabularies: 'items',
  frameworks: 'items',
};
const PROMPT = /\{\{prompt:([\w-]+)(?:\/([\w-]+))?\}\}/g;

/** Finds every place where an id stands in packs that are in dependency order. */
export function indexUses(packs: readonly LoadedPack[]): readonly IdUse[] {
  const { contributions } = collectContributions(packs);
  const stageOwners = findStageOwners(contributions);
  const seen = new Set<string>();
  const uses = [
    ...packs.flatMap((pack) => indexIdentity(pack, packs)),
    ...contributions.flatMap((contribution) => [
      ...indexDefinitions(contribution, seen),
      ...indexReferences(contribution, contributions, stageOwners),
      ...indexSources(contribution, packs),
      ...indexPrompts(contribution),
    ]),
  ];
  return dropRepeated(uses);
}

function indexIdentity(pack: LoadedPack, packs: readonly LoadedPack[]): readonly IdUse[] {
  const id = pack.pack.id;
  const own = placesOf(pack, ['id'], false).map((place) => use({ kind: 'packs', id }, 'definition', place, pack));
  const bases = (pack.pack.extends ?? []).flatMap((base, index) =>
    placesOf(pack, ['extends', index], false).map((place) =>
      use({ kind: 'packs', id: base }, 'reference', place, pack),
    ),
  );
  const sources = Object.keys(pack.pack.sources).flatMap((key) =>
    placesOf(pack, ['sources', key], true).map((place) =>
      use({ kind: 'sources', id: key, owner: findSourceOwner(key, pack, packs) }, 'definition', place, pack),
    ),
  );
  return [...own, ...bases, ...sources];
}

/** The keys under which a pack says something of an item, and of what is inside it. */
function indexDefinitions({ pack, section, id, fullId, value }: Contribution, seen: Set<string>): readonly IdUse[] {
  const define = (target: IdTarget, path: DataPath): readonly IdUse[] => {
    const key = JSON.stringify(target);
    const role = seen.has(key) ? 'override' : 'definition';
    seen.add(key);
    return placesOf(pack, path, true).map((place) => use(target, role, place, pack));
  };
  const map = NESTED[section];
  const inner = map && isMap(value) && isMap(value[map]) ? Object.keys(value[map]) : [];
  return [
    ...define({ kind: section, id: fullId }, [section, id]),
    ...inner.flatMap((key) =>
      map === undefined
        ? []
        : define({ kind: map, id: key, owner: ownerOf(map, section, fullId) }, [section, id, map, key]),
    ),
  ];
}

function ownerOf(map: IdKind, section: string, fullId: string): string {
  return map === 'items' ? `${section}:${fullId}` : fullId;
}

function indexReferences(
  contribution: Contribution,
  contributions: readonly Contribution[],
  stageOwners: ReadonlyMap<string, readonly string[]>,
): readonly IdUse[] {
  const { pack, section, id, value } = contribution;
  return (REFERENCES[section] ?? []).flatMap((reference) =>
    expandPath(value, reference.at)
      .filter(({ word }) => !reference.also?.includes(word))
      .flatMap(({ path, word, isKey }) =>
        targetsOf(reference, word, contribution, contributions, stageOwners).flatMap((target) =>
          placesOf(pack, [section, id, ...path], isKey).map((place) => use(target, 'reference', place, pack)),
        ),
      ),
  );
}

/** What a word refers to; a stage that several document types have refers to each of them. */
function targetsOf(
  { to }: Reference,
  word: string,
  contribution: Contribution,
  contributions: readonly Contribution[],
  stageOwners: ReadonlyMap<string, readonly string[]>,
): readonly IdTarget[] {
  if (to === 'own-stages') return [{ kind: 'stages', id: word, owner: contribution.fullId }];
  if (to === 'stages') return (stageOwners.get(word) ?? []).map((owner) => ({ kind: 'stages', id: word, owner }));
  if (to !== 'facets') return [{ kind: to, id: word }];
  const owner = findConsideration(contribution, contributions);
  return owner === undefined ? [] : [{ kind: 'facets', id: word, owner }];
}

/** Of a rule that overrides, the extended pack may say which consideration it is about. */
function findConsideration(
  { section, fullId }: Contribution,
  contributions: readonly Contribution[],
): string | undefined {
  if (section === 'considerations') return fullId;
  const saying = contributions.filter((other) => other.section === section && other.fullId === fullId);
  const named = saying.map(({ value }) => (isMap(value) ? value.consideration : undefined));
  return named.findLast((id): id is string => typeof id === 'string');
}

function findStageOwners(contributions: readonly Contribution[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>();
  for (const { section, fullId, value } of contributions) {
    if (section !== 'document-types' || !isMap(value) || !isMap(value.stages)) continue;
    for (const stage of Object.keys(value.stages)) {
      const known = owners.get(stage) ?? [];
      if (!known.includes(fullId)) owners.set(stage, [...known, fullId]);
    }
  }
  return owners;
}

function indexSources({ pack, section, id, value }: Contribution, packs: readonly LoadedPack[]): readonly IdUse[] {
  return findSources(value, [])
    .filter(({ key }) => key !== 'ours')
    .flatMap(({ path, key }) =>
      placesOf(pack, [section, id, ...path], false).map((place) =>
        use({ kind: 'sources', id: key, owner: findSourceOwner(key, pack, packs) }, 'reference', place, pack),
      ),
    );
}

/** A pack sees its own sources first, then those of the packs it extends, nearest first. */
function findSourceOwner(key: string, pack: LoadedPack, packs: readonly LoadedPack[]): string {
  const near = [pack, ...findBases(pack, packs).flatMap((id) => packs.filter((other) => other.pack.id === id))];
  return (near.find((other) => Object.hasOwn(other.pack.sources, key)) ?? pack).pack.id;
}

/** `{{prompt:consideration/facet}}` in templates. */
function indexPrompts({ pack, section, id }: Contribution): readonly IdUse[] {
  if (section !== 'templates') return [];
  const found = pack.files.flatMap((file) => file.findWords([section, id, 'text'], PROMPT));
  return found.flatMap(({ groups: [consideration, facet] }) => {
    const owner = consideration?.words;
    if (!consideration || owner === undefined) return [];
    const about = use({ kind: 'considerations', id: owner }, 'reference', consideration, pack);
    return facet?.words === undefined
      ? [about]
      : [about, use({ kind: 'facets', id: facet.words, owner }, 'reference', facet, pack)];
  });
}

/** Places of a key or value in each file of the pack that has it. Aliases stand for words that are found where they are written. */
function placesOf(pack: LoadedPack, path: DataPath, isKey: boolean): readonly FilePlace[] {
  return pack.files
    .flatMap((file) => (isKey ? file.findKey(path) : file.findValue(path)) ?? [])
    .filter((place) => !place.words?.startsWith('*'))
    .map(withoutQuotes);
}

function withoutQuotes(place: FilePlace): FilePlace {
  const { words, endColumn } = place;
  if (words === undefined || endColumn === undefined || !/^(["'])[^"']*\1$/.test(words)) return place;
  return { ...place, column: place.column + 1, endColumn: place.column + words.length - 1, words: words.slice(1, -1) };
}

function use(target: IdTarget, role: IdUse['role'], place: FilePlace, pack: LoadedPack): IdUse {
  return { ...target, role, place, pack: pack.pack.id };
}

/** A list that several items share through an alias is met once for each of them. */
function dropRepeated(uses: readonly IdUse[]): readonly IdUse[] {
  const seen = new Set<string>();
  return uses.filter(({ kind, id, owner, place }) => {
    const key = `${kind} ${owner} ${id} ${place.path} ${place.line} ${place.column}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
