import type { LoadedPack } from '../packs/loadedPack';
import { findValuePlace } from '../packs/loadedPack';
import type { PackProblem } from '../packs/packProblem';
import { errorAt, warningAt } from '../packs/packProblem';
import type { PackLocation, PackSources } from './packLocation';

/** How a pack stands to those that ship. */
export interface ShadowCheck {
  readonly problems: readonly PackProblem[];
  /** It has the id of one that ships, and nobody has said that it may take its place: it is not used. */
  readonly refused: boolean;
}

/**
 * A pack with the id of one that ships would stand in its place for every pack that extends it, with all that documents say of its rules. The
 * configuration must say so; who writes such a pack is told, and can.
 */
export function checkShadow(
  loaded: LoadedPack | undefined,
  location: PackLocation,
  builtIn: readonly string[],
  replace: PackSources['replace'],
): ShadowCheck {
  if (!loaded) return NO_SHADOW;
  const { id } = loaded.pack;
  if (location.kind === 'built-in' || !builtIn.includes(id)) return NO_SHADOW;
  if (replace !== 'any' && replace?.includes(id)) return NO_SHADOW;
  const place = findValuePlace(loaded, ['id']);
  if (replace !== 'any') return { problems: [errorAt(place, 'shadows-built-in', explainShadow(id))], refused: true };
  const message = `this pack has the id of one that ships, \`${id}\`: it is used only where the configuration says \`replace: [${id}]\``;
  return { problems: [warningAt(place, 'shadows-built-in', message)], refused: false };
}

/** Why a pack with the id of one that ships is not used, and what to do. */
export function explainShadow(id: string): string {
  return `this pack has the id of one that ships, \`${id}\`, and is not used: choose another id, and extend \`${id}\` to build on it. To put it in the place of the one that ships, say so in the configuration: \`replace: [${id}]\``;
}

const NO_SHADOW: ShadowCheck = { problems: [], refused: false };
