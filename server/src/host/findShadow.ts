import type { LoadedPack } from '../packs/loadedPack';
import { findValuePlace } from '../packs/loadedPack';
import type { PackProblem } from '../packs/packProblem';
import { warningAt } from '../packs/packProblem';
import type { PackLocation } from './packLocation';

/** A pack that takes the id of one that ships stands in its place, for every pack that extends it: that is said, never silent. */
export function findShadow(
  loaded: LoadedPack,
  location: PackLocation,
  builtIn: readonly string[],
): readonly PackProblem[] {
  const { id } = loaded.pack;
  if (location.kind === 'built-in' || !builtIn.includes(id)) return [];
  const message = `this pack has the id of one that ships, \`${id}\`, and takes its place: choose another id, and extend \`${id}\` to build on it`;
  return [warningAt(findValuePlace(loaded, ['id']), 'shadows-built-in', message)];
}
