import { nounOf } from '../describePath';
import type { FilePlace } from '../packProblem';
import { KEBAB, NAME, PATTERN_WORDS } from '../schema/jsonSchema';
import type { IdTarget, IdUse } from './idUse';
import { isSame } from './idUse';
import type { PackWorld } from './packWorld';
import { findRelated, findUses, findVisible } from './packWorld';

/** One replacement of words. */
export interface IdEdit {
  readonly place: FilePlace;
  readonly text: string;
}

/** What renaming comes to, or why it cannot be done. */
export type Renaming =
  | {
      readonly kind: 'edits';
      readonly edits: readonly IdEdit[];
      /** The id afterwards, in full. */
      readonly renamed: IdTarget;
      /** Packs that share the meaning. */
      readonly packs: ReadonlySet<string>;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Words that mean something where an id of this kind may stand. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  'section-kinds': ['any', 'document'],
  facets: ['mention'],
  stages: ['default'],
  sources: ['ours'],
};

/**
 * Renames an id in every pack that shares its meaning. `isEditable` tells whether a file may be changed: what a pack outside the workspace defines
 * cannot be renamed. `seenFrom` is the pack in which the writer stands. A new name may be given in full or, for rules, without the pack.
 */
export function renameId(
  world: PackWorld,
  target: IdTarget,
  newName: string,
  seenFrom: string,
  isEditable: (path: string) => boolean,
): Renaming {
  const uses = findUses(world, target, seenFrom);
  const name = shortName(target, newName.trim());
  const refusal =
    refuseKind(target, uses, isEditable) ?? refuseName(target, name) ?? refuseTaken(world, target, name, seenFrom);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal };
  const shared = findShared(world, target, uses);
  if (shared) return { kind: 'refused', reason: shared };
  return {
    kind: 'edits',
    edits: uses.map(({ place }) => ({ place, text: prefixOf(place.words ?? '') + name })),
    renamed: { ...target, id: prefixOf(target.id) + name },
    packs: findRelated(world, target, seenFrom),
  };
}

/** Why something cannot be renamed whatever the new name; undefined when it can. */
export function refuseKind(
  { kind, id }: IdTarget,
  uses: readonly IdUse[],
  isEditable: (path: string) => boolean,
): string | undefined {
  if (kind === 'packs')
    return 'the id of a pack cannot be renamed here: it is also the name of its folder, and others pin it';
  const definition = uses.find((use) => use.role === 'definition');
  if (!definition) return `no pack in this workspace defines ${nounOf(kind)} \`${id}\``;
  const foreign = uses.find((use) => !isEditable(use.place.path));
  if (foreign) {
    return `${nounOf(kind)} \`${id}\` belongs to pack \`${foreign.pack}\`, which is not in this workspace and cannot be changed`;
  }
  return undefined;
}

function refuseName({ kind }: IdTarget, name: string): string | undefined {
  const pattern = kind === 'stages' || kind === 'sources' ? NAME : KEBAB;
  if (!new RegExp(pattern).test(name)) return `\`${name}\` cannot be an id: it must be ${PATTERN_WORDS[pattern]}`;
  if (RESERVED[kind]?.includes(name) || name in {})
    return `\`${name}\` cannot be the id of a ${nounOf(kind)}: the word is reserved; choose another`;
  return undefined;
}

function refuseTaken(world: PackWorld, target: IdTarget, name: string, seenFrom: string): string | undefined {
  const renamed = { ...target, id: prefixOf(target.id) + name };
  if (isSame(renamed, target)) return `it is called \`${name}\` already`;
  const related = findRelated(world, target, seenFrom);
  const visible = new Set([...related].flatMap((id) => [...findVisible(world, id)]));
  // A rule whose short name an extended pack has would become an override of that one.
  const isTaken = (use: IdUse) =>
    isSame(use, renamed) || (target.kind === 'rules' && use.kind === 'rules' && use.id.endsWith(`/${name}`));
  const taken = world.uses.find((use) => use.role === 'definition' && isTaken(use) && visible.has(use.pack));
  if (!taken) return undefined;
  const where = `${taken.place.path}, line ${taken.place.line}`;
  return `there is a ${nounOf(target.kind)} \`${name}\` already: pack \`${taken.pack}\` defines it (${where})`;
}

/** A word that stands for several things at once, such as a stage of two document types, cannot be changed for one of them. */
function findShared(world: PackWorld, target: IdTarget, uses: readonly IdUse[]): string | undefined {
  const keyOf = ({ place }: IdUse) => `${place.path}:${place.line}:${place.column}`;
  const places = new Set(uses.map(keyOf));
  const other = world.uses.find((use) => use.kind === target.kind && !isSame(use, target) && places.has(keyOf(use)));
  if (!other) return undefined;
  return `\`${target.id}\` in ${other.place.path}, line ${other.place.line}, stands for that of \`${other.owner}\` as well: give one of them another name there first`;
}

/** `my-pack/` of a full id; nothing of a short one. */
function prefixOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}

/** A rule's new name may be typed with the pack before it, as the old one is often written. */
function shortName({ kind, id }: IdTarget, name: string): string {
  return kind === 'rules' && name.startsWith(prefixOf(id)) ? name.slice(prefixOf(id).length) : name;
}
