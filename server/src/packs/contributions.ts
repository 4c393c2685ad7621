import { describePath } from './describePath';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace, itemsOf } from './loadedPack';
import type { PackProblem } from './packProblem';
import { errorAt } from './packProblem';
import type { ItemSection } from './packSchema';
import { ITEM_SECTIONS } from './packSchema';
import { suggest } from './suggest';

/** What one pack says of one item. */
export interface Contribution {
  readonly pack: LoadedPack;
  readonly section: ItemSection;
  /** The id as written. */
  readonly id: string;
  /** The id in the rule set: `pack/rule` for rules, else as written. */
  readonly fullId: string;
  /** As written; null takes the whole item away. */
  readonly value: unknown;
  /** An error was found in it when its file was read: it does not count, but whatever else is wrong with it is said. */
  readonly faulty: boolean;
}

/** All that the packs say, in the order in which it counts; rules are named in full. */
export function collectContributions(packs: readonly LoadedPack[]): {
  contributions: readonly Contribution[];
  problems: readonly PackProblem[];
} {
  const contributions: Contribution[] = [];
  const problems: PackProblem[] = [];
  const rules = new Set<string>();
  for (const pack of packs) {
    const bases = findBases(pack, packs);
    for (const section of ITEM_SECTIONS) {
      for (const [id, value] of Object.entries(itemsOf(pack.written, section))) {
        const fullId = section === 'rules' ? nameRule(id, pack, bases, rules) : id;
        if (fullId !== undefined)
          contributions.push({ pack, section, id, fullId, value, faulty: pack.dropped.has(`${section}:${id}`) });
        else problems.push(describeUnknownRule(id, pack, rules));
      }
    }
    for (const c of contributions) if (c.pack === pack && c.section === 'rules') rules.add(c.fullId);
  }
  return { contributions, problems };
}

/** Ids of the packs that a pack extends, near and far, nearest first. */
export function findBases(pack: LoadedPack, packs: readonly LoadedPack[]): readonly string[] {
  const byId = new Map(packs.map((p) => [p.pack.id, p]));
  const bases: string[] = [];
  const queue = [...(pack.pack.extends ?? [])];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === pack.pack.id || bases.includes(id)) continue;
    bases.push(id);
    queue.push(...(byId.get(id)?.pack.extends ?? []));
  }
  return bases;
}

/** A bare id names the rule of an extended pack that has it, else a new rule; an id with a pack must exist. */
function nameRule(
  id: string,
  pack: LoadedPack,
  bases: readonly string[],
  rules: ReadonlySet<string>,
): string | undefined {
  if (id.includes('/')) return id.startsWith(`${pack.pack.id}/`) || rules.has(id) ? id : undefined;
  const base = bases.find((candidate) => rules.has(`${candidate}/${id}`));
  return `${base ?? pack.pack.id}/${id}`;
}

function describeUnknownRule(id: string, pack: LoadedPack, rules: ReadonlySet<string>): PackProblem {
  const place = findKeyPlace(pack, ['rules', id]);
  const hint =
    suggest(id, rules) ||
    ': an id with a pack overrides a rule that is already there; a new rule needs only its own id';
  return errorAt(place, 'unknown-rule', `unknown ${describePath(['rules', id])}${hint}`);
}
