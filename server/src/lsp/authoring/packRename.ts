import type { Position, Range, TextDocuments, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { IdTarget, IdUse } from '../../packs/authoring/idUse';
import { isSame } from '../../packs/authoring/idUse';
import type { OutsideUse } from '../../packs/authoring/outsideUses';
import { findConfigUses, findDocumentUses, findReasonUses } from '../../packs/authoring/outsideUses';
import { findUses } from '../../packs/authoring/packWorld';
import type { Renaming } from '../../packs/authoring/renameId';
import { refuseKind, renameId } from '../../packs/authoring/renameId';
import { findSettingsUses, SETTINGS_PATH } from '../../packs/authoring/settingsUses';
import type { FilePlace, PackFile } from '../../packs/packProblem';
import type { ClientAbilities } from '../capabilities';
import type { OpenDocument } from '../openDocument';
import type { ServerHost } from '../serverHost';
import type { SettingsStore } from '../settings';
import type { Workspace } from '../workspace';
import { toPlaceRange, useAt } from './packPlaces';
import type { OpenPack, WorkspacePacks } from './packStudio';

/** What renaming looks at. */
export interface RenameParts {
  readonly host: ServerHost;
  readonly client: ClientAbilities;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
}

/** The words that would be renamed. Rejects with the reason where nothing can be. */
export function prepareRename(
  uri: string,
  position: Position,
  pack: OpenPack,
  { world }: WorkspacePacks,
  parts: RenameParts,
): { readonly range: Range; readonly placeholder: string } {
  const use = findTarget(uri, position, pack, parts.host);
  const refusal = refuseKind(use, findUses(world, use, use.pack), (path) => isInWorkspace(path, parts));
  if (refusal !== undefined) throw refuse(refusal);
  return { range: toPlaceRange(use.place), placeholder: use.place.words ?? use.id };
}

/**
 * Renames the id at a position in every pack of the workspace that shares its meaning, in the configurations and the editor's settings, and in the
 * waivers, prompts, front matter and labels of documents. Rejects with the reason where that cannot be done.
 */
export async function renameInPacks(
  uri: string,
  position: Position,
  newName: string,
  pack: OpenPack,
  all: WorkspacePacks,
  parts: RenameParts,
): Promise<WorkspaceEdit> {
  const use = findTarget(uri, position, pack, parts.host);
  const renaming = renameId(all.world, use, newName, use.pack, (path) => isInWorkspace(path, parts));
  if (renaming.kind === 'refused') throw refuse(renaming.reason);
  const outside = await findOutside(use, renaming, all, parts);
  const edits = [
    ...renaming.edits.map(({ place, text }) => ({ uri: parts.host.packs.uriOf(place.path), place, text })),
    ...outside.map((place) => ({ uri: place.path, place, text: renaming.renamed.id })),
  ];
  return toWorkspaceEdit(edits, parts);
}

function findTarget(uri: string, position: Position, pack: OpenPack, host: ServerHost): IdUse {
  const use = useAt(uri, position, pack, host);
  if (!use)
    throw refuse(
      'there is no id here that can be renamed: put the cursor on the id of a rule, signal, facet or the like',
    );
  return use;
}

function refuse(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** A file that the writer may change: neither a library's nor a locked copy of a pack from outside. */
function isInWorkspace(path: string, { host, workspace }: RenameParts): boolean {
  const key = host.keyOf(host.packs.uriOf(path));
  const isForeign = /[/\\](?:node_modules|\.inclusive-growth)[/\\]/.test(key);
  return !isForeign && workspace.folders.some((folder) => key.startsWith(`${host.keyOf(folder)}/`));
}

/** Places outside the packs that speak of the same thing; their `path` is a URI. */
async function findOutside(
  use: IdUse,
  { renamed, packs }: Extract<Renaming, { kind: 'edits' }>,
  all: WorkspacePacks,
  parts: RenameParts,
): Promise<readonly FilePlace[]> {
  const { host, workspace } = parts;
  const target: IdTarget = { kind: use.kind, id: use.id, owner: use.owner };
  const collect = async (uris: readonly string[], find: (file: PackFile) => readonly OutsideUse[]) => {
    const files = await Promise.all(uris.map((uri) => readFile(uri, parts)));
    const holding = files.filter((file) => file?.text.includes(use.id));
    return holding.flatMap((file) => (file ? find(file).filter((found) => isSame(found, target)) : []));
  };
  const documents = (await Promise.all(workspace.folders.map((folder) => host.findDocuments(folder)))).flat();
  const inDocuments = await collect([...new Set(documents)], findDocumentUses);
  const inConfigs = await collect(all.configs, findConfigUses);
  const tests = all.world.packs
    .filter((pack) => packs.has(pack.pack.id) && isInWorkspace(pack.path, parts))
    .map((pack) => host.packs.uriOf(pack.path).replace(/[^/]*$/, 'tests/unmissed.yaml'));
  const inReasons = renamed.kind === 'signals' ? await collect([...new Set(tests)], findReasonUses) : [];
  const settings = workspace.folders.map((folder) => `${folder}/${SETTINGS_PATH}`);
  const inSettings = renamed.kind === 'rules' ? await collect(settings, findSettingsUses) : [];
  const places: FilePlace[] = [];
  for (const found of [...inDocuments, ...inConfigs, ...inReasons, ...inSettings]) {
    if (renamed.kind === 'rules' || renamed.kind === 'signals' || (await isGovernedBy(found, packs, parts)))
      places.push(found.place);
  }
  return places;
}

/** A consideration or type of the same name may belong to other packs: the packs that hold for the document decide. */
async function isGovernedBy(
  { kind, id, owner, place }: OutsideUse,
  packs: ReadonlySet<string>,
  parts: RenameParts,
): Promise<boolean> {
  const { rules } = await parts.workspace.rulesOf(place.path, (await parts.settings.of(place.path)).packs);
  const section = kind === 'facets' ? 'considerations' : kind === 'stages' ? 'document-types' : kind;
  const origin = rules.ruleSet.origins.get(`${section}:${owner ?? id}`);
  return origin !== undefined && [origin.pack, ...origin.overrides].some((pack) => packs.has(pack));
}

async function readFile(uri: string, { documents, host }: RenameParts): Promise<PackFile | undefined> {
  const open = documents.all().find((document) => host.keyOf(document.uri) === host.keyOf(uri));
  if (open) return { path: open.uri, text: open.getText() };
  try {
    return { path: uri, text: await host.readText(uri) };
  } catch {
    // It is not there, or cannot be read: then nothing in it can be renamed.
    return undefined;
  }
}

function toWorkspaceEdit(
  edits: readonly { readonly uri: string; readonly place: FilePlace; readonly text: string }[],
  { documents, host, client }: RenameParts,
): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, place, text } of edits) {
    // An open document is named as the client names it.
    const name = documents.keys().find((open) => host.keyOf(open) === host.keyOf(uri)) ?? uri;
    byFile.set(name, [...(byFile.get(name) ?? []), { range: toPlaceRange(place), newText: text }]);
  }
  if (!client.documentChanges) return { changes: Object.fromEntries(byFile) };
  return {
    documentChanges: [...byFile].map(([uri, list]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: list,
    })),
  };
}
