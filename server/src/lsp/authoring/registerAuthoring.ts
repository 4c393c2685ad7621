import type { CancellationToken } from 'vscode-languageserver';
import {
  CodeLensResolveRequest,
  DefinitionRequest,
  LSPErrorCodes,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
} from 'vscode-languageserver';
import type { RunExamplesParams, SignalMatchesParams } from '../../protocol/protocol';
import { Messages } from '../../protocol/protocol';
import { guard } from '../guard';
import type { ServerParts } from '../registerFeatures';
import { completeInPack } from './packCompletion';
import { hoverInPack } from './packHover';
import { packLenses, readLensData, resolvePackLens } from './packLens';
import { findDefinitions, findReferences, useAt } from './packPlaces';
import { prepareRename, renameInPacks } from './packRename';
import type { OpenPack } from './packStudio';
import { runExamples } from './runExamples';
import { matchSignalIn } from './signalMatches';

/** Files in which packs are written: requests about other documents never come here. */
const PACK_FILES = [{ pattern: '**/*.{yaml,yml}' }];

/** Answers what is asked of a pack's files and of nothing else: definitions, references, renaming, lenses, and the messages for authors. */
export function registerAuthoring(parts: ServerParts): void {
  registerPlaces(parts);
  registerRename(parts);
  registerTrials(parts);
}

/** Tells clients that can be told later; to others the capabilities have said it at the start. */
export async function offerAuthoring({ connection, client }: ServerParts): Promise<void> {
  if (!client.dynamicAuthoring) return;
  await connection.client.register(DefinitionRequest.type, { documentSelector: PACK_FILES });
  await connection.client.register(ReferencesRequest.type, { documentSelector: PACK_FILES });
  await connection.client.register(RenameRequest.type, { documentSelector: PACK_FILES, prepareProvider: true });
}

function registerPlaces({ connection, host, studio, log }: ServerParts): void {
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    guard('definition', uri, token, log, async () => {
      const pack = await studio.open(uri);
      return pack ? [...findDefinitions(uri, position, pack, host)] : null;
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    guard('references', uri, token, log, async () => {
      const pack = await studio.open(uri);
      if (!pack) return null;
      return [...findReferences(uri, position, context.includeDeclaration, pack, await studio.openWorkspace(), host)];
    }),
  );
}

function registerRename(parts: ServerParts): void {
  const { connection, studio, log } = parts;
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    guard('rename', uri, token, log, async () => {
      const pack = await studio.open(uri);
      return pack ? prepareRename(uri, position, pack, await studio.openWorkspace(), parts) : null;
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    guard('rename', uri, token, log, async () => {
      const pack = await studio.open(uri);
      return pack ? renameInPacks(uri, position, newName, pack, await studio.openWorkspace(), parts) : null;
    }),
  );
}

function registerTrials({ connection, client, documents, host, studio, log }: ServerParts): void {
  connection.onRequest(CodeLensResolveRequest.type, (lens, token) =>
    guard('code lens', undefined, token, log, async () => {
      const data = readLensData(lens.data);
      const pack = data && (await studio.open(data.uri));
      return data && pack ? resolvePackLens(lens, data, pack, client) : lens;
    }),
  );
  connection.onRequest(Messages.runExamples, ({ uri, ruleId, position }: RunExamplesParams, token: CancellationToken) =>
    guard('examples', uri, token, log, async () => {
      const pack = await openOrSay(uri, studio.open);
      const use = position && useAt(uri, position, pack, host);
      const id = ruleId ?? (use?.kind === 'rules' ? use.id : undefined);
      return (id === undefined ? undefined : runExamples(id, pack)) ?? null;
    }),
  );
  connection.onRequest(
    Messages.signalMatches,
    ({ uri, sample, ...at }: SignalMatchesParams, token: CancellationToken) =>
      guard('signal', uri, token, log, async () => {
        const pack = await openOrSay(uri, studio.open);
        const text = documents.get(sample)?.getText() ?? (await host.readText(sample));
        return matchSignalIn({ uri: sample, text }, uri, at, pack, host) ?? null;
      }),
  );
}

async function openOrSay(uri: string, open: (uri: string) => Promise<OpenPack | undefined>): Promise<OpenPack> {
  const pack = await open(uri);
  if (pack) return pack;
  throw new ResponseError(
    LSPErrorCodes.RequestFailed,
    'this file is not part of a pack: no `pack.yaml` above it includes it',
  );
}

/** Answers for a pack's file what the shared requests ask; undefined for other files. */
export function answerInPack({ client, documents, host, studio }: ServerParts) {
  const offsetAt = (uri: string, position: { line: number; character: number }) =>
    documents.get(uri)?.offsetAt(position) ?? 0;
  return {
    complete: async (uri: string, position: { line: number; character: number }) => {
      const document = documents.get(uri);
      const view = document && (await studio.lastReadable(uri));
      const isPack = view !== undefined || (document !== undefined && (await studio.open(uri)) !== undefined);
      return document && isPack ? [...completeInPack(document, offsetAt(uri, position), view)] : [];
    },
    hover: async (uri: string, position: { line: number; character: number }) => {
      const document = documents.get(uri);
      const pack = document && (await studio.open(uri));
      return (document && pack && hoverInPack(document, offsetAt(uri, position), pack, host, client)) ?? null;
    },
    lenses: async (uri: string) => {
      const pack = await studio.open(uri);
      return pack ? [...packLenses(uri, pack, client, host)] : [];
    },
  };
}
