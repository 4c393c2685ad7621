import type { LoadedPack } from './loadedPack';
import { findValuePlace } from './loadedPack';
import type { FilePlace, PackProblem } from './packProblem';
import { errorAt, sortProblems } from './packProblem';
import { suggest } from './suggest';

/**
 * Puts packs into dependency order: what is extended before what extends it, otherwise as given. A circle is reported where it closes, and is cut
 * there. A pack that extends something missing is left out, since nothing could be judged of it; so is what extends that pack.
 * `known` are ids that the author may have meant; `unusable` those of packs that were found and cannot be used.
 */
export function orderPacks(
  packs: readonly LoadedPack[],
  known: Iterable<string> = [],
  unusable: ReadonlySet<string> = new Set(),
): { packs: readonly LoadedPack[]; problems: readonly PackProblem[] } {
  const byId = new Map(packs.map((pack) => [pack.pack.id, pack]));
  const knownIds = [...new Set([...byId.keys(), ...known])];
  const ordered: LoadedPack[] = [];
  const isUsable = new Map<LoadedPack, boolean>();
  const problems: PackProblem[] = [];

  /** Orders what the pack extends, then the pack; false when it cannot be used. */
  const visit = (pack: LoadedPack, chain: readonly LoadedPack[]): boolean => {
    const done = isUsable.get(pack);
    if (done !== undefined) return done;
    const bases = (pack.pack.extends ?? []).map((id, index) => visitBase(pack, id, index, chain));
    const usable = bases.every((base) => base);
    isUsable.set(pack, usable);
    if (usable) ordered.push(pack);
    return usable;
  };
  const visitBase = (pack: LoadedPack, id: string, index: number, chain: readonly LoadedPack[]): boolean => {
    const place = findValuePlace(pack, ['extends', index]);
    const base = byId.get(id);
    const path = [...chain, pack];
    if (base && path.includes(base)) {
      problems.push(describeCircle(path.slice(path.indexOf(base)), place));
      return true;
    }
    if (base && visit(base, path)) return true;
    problems.push(
      base || unusable.has(id) ? describeLeftOut(pack, id, place) : describeUnknown(pack, id, knownIds, place),
    );
    return false;
  };
  for (const pack of packs) visit(pack, []);
  return { packs: ordered, problems: sortProblems(problems) };
}

function describeCircle(circle: readonly LoadedPack[], place: FilePlace): PackProblem {
  const ids = [...circle, ...circle.slice(0, 1)].map((pack) => `\`${pack.pack.id}\``).join(' → ');
  const message = `these packs extend each other in a circle: ${ids}; take one of these steps out`;
  return errorAt(place, 'extends-cycle', message);
}

function describeLeftOut(pack: LoadedPack, id: string, place: FilePlace): PackProblem {
  const message = `pack \`${pack.pack.id}\` is left out, because \`${id}\`, which it extends, cannot be used`;
  return errorAt(place, 'base-left-out', message);
}

function describeUnknown(pack: LoadedPack, id: string, known: readonly string[], place: FilePlace): PackProblem {
  const others = known.filter((candidate) => candidate !== pack.pack.id);
  const hint = suggest(id, others) || ': no pack has this id';
  return errorAt(place, 'unknown-pack', `unknown pack \`${id}\` in \`extends\` of pack \`${pack.pack.id}\`${hint}`);
}
