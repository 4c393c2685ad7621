import type { Location, Position, Range } from 'vscode-languageserver';
import type { IdUse } from '../../packs/authoring/idUse';
import { findUseAt } from '../../packs/authoring/idUse';
import { findUses } from '../../packs/authoring/packWorld';
import type { FilePlace } from '../../packs/packProblem';
import type { ServerHost } from '../serverHost';
import { pathOf } from './packHover';
import type { OpenPack, WorkspacePacks } from './packStudio';

/** Where the id at a position is defined, first, and what extending packs say of it. */
export function findDefinitions(
  uri: string,
  position: Position,
  pack: OpenPack,
  host: ServerHost,
): readonly Location[] {
  const included = findIncluded(uri, position, pack, host);
  if (included) return [included];
  const use = useAt(uri, position, pack, host);
  if (!use || !pack.view) return [];
  return findUses(pack.view.world, use, use.pack)
    .filter(({ role }) => role !== 'reference')
    .map(({ place }) => toLocation(place, host));
}

/** Every place of the id at a position, across the packs of the workspace and those that they extend. */
export function findReferences(
  uri: string,
  position: Position,
  withDefinition: boolean,
  pack: OpenPack,
  { world }: WorkspacePacks,
  host: ServerHost,
): readonly Location[] {
  const use = useAt(uri, position, pack, host);
  if (!use) return [];
  return findUses(world, use, use.pack)
    .filter(({ role }) => withDefinition || role === 'reference')
    .map(({ place }) => toLocation(place, host));
}

/** The id that stands at a position of a pack's file. */
export function useAt(uri: string, position: Position, pack: OpenPack, host: ServerHost): IdUse | undefined {
  const path = pathOf(uri, pack, host);
  if (path === undefined || !pack.view) return undefined;
  return findUseAt(pack.view.world.uses, path, position.line + 1, position.character + 1);
}

/** The file that an entry of `include` names. */
function findIncluded(
  uri: string,
  position: Position,
  { set, packFile }: OpenPack,
  host: ServerHost,
): Location | undefined {
  if (host.keyOf(uri) !== host.keyOf(packFile)) return undefined;
  const pack = set.packs.find(({ path }) => host.keyOf(host.packs.uriOf(path)) === host.keyOf(packFile));
  const [main, ...others] = pack?.files ?? [];
  const names = pack?.pack.include ?? [];
  const index = names.findIndex((_name, at) => holds(main?.findValue(['include', at]), position));
  const target = others.find((file) => file.path.endsWith(names[index] ?? '\0'));
  return target && { uri: host.packs.uriOf(target.path), range: { start: START, end: START } };
}

const START = { line: 0, character: 0 };

function holds(place: FilePlace | undefined, { line, character }: Position): boolean {
  if (place?.line !== line + 1) return false;
  return place.column - 1 <= character && character <= (place.endColumn ?? place.column) - 1;
}

export function toLocation(place: FilePlace, host: ServerHost): Location {
  return { uri: host.packs.uriOf(place.path), range: toPlaceRange(place) };
}

/** A place of a file, 1-based, as a range of the protocol. */
export function toPlaceRange({ line, column, endLine = line, endColumn = column }: FilePlace): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } };
}
