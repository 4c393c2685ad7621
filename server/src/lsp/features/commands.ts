import type { Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Fix, FixRequest } from '../../core';
import { buildFix, findNameableKinds, setType } from '../../core';
import type { SectionKindItem } from '../../protocol/protocol';
import { Commands } from '../../protocol/protocol';
import type { StoredAnalysis } from '../analysisStore';
import type { ClientAbilities } from '../capabilities';
import { toWorkspaceEdit } from '../toLsp';
import type { Checked } from './describe';
import { isChecked, sectionAt } from './describe';

/** The fix that a command stands for. Undefined when its arguments make no sense, or when there is nothing to do. */
export function buildCommandFix(
  command: string,
  args: readonly unknown[],
  analysis: StoredAnalysis,
  today: string,
): Fix | undefined {
  const [, type, stage] = args;
  if (command === Commands.setDocumentType) {
    if (typeof type !== 'string' || !analysis.resource.rules.ruleSet.documentTypes.has(type)) return undefined;
    return setType(analysis.result.document, type, typeof stage === 'string' ? stage : undefined);
  }
  if (!isChecked(analysis)) return undefined;
  const request = readRequest(command, args, analysis);
  return request && buildFix(request, { analysis: analysis.result, rules: analysis.resource.rules }, today);
}

function readRequest(command: string, args: readonly unknown[], analysis: Checked): FixRequest | undefined {
  const [, line, kind] = args;
  const section =
    typeof line === 'number' ? sectionAt(analysis, analysis.result.document.lines.endOf(line + 1)) : undefined;
  if (command === Commands.removeAnsweredPrompts) return { kind: 'remove-prompts' };
  if (section === undefined) return undefined;
  if (command === Commands.insertPrompts) return { kind: 'insert-prompts', section };
  if (command === Commands.setSectionKind && typeof kind === 'string')
    return { kind: 'name-kind', section, sectionKind: kind };
  return undefined;
}

/** Asks the client to apply a fix. True when it did. */
export async function applyFix(
  fix: Fix,
  analysis: StoredAnalysis,
  connection: Connection,
  client: ClientAbilities,
): Promise<boolean> {
  if (!client.applyEdit) {
    throw new ResponseError(LSPErrorCodes.RequestFailed, 'this editor cannot apply edits that a server sends');
  }
  const edit = toWorkspaceEdit(fix, analysis, client);
  return (await connection.workspace.applyEdit({ label: fix.title, edit })).applied;
}

/** Kinds that the section at an offset can be said to be of, the present one first. */
export function listSectionKinds(offset: number, analysis: Checked): readonly SectionKindItem[] {
  const index = sectionAt(analysis, offset);
  const own = analysis.result.sections[index]?.kind;
  const { sectionKinds } = analysis.resource.rules.ruleSet;
  const titleOf = (id: string) => sectionKinds.get(id)?.title ?? id;
  const nameable = findNameableKinds({ analysis: analysis.result, rules: analysis.resource.rules }, index);
  return [
    ...(own === undefined ? [] : [{ id: own, title: titleOf(own), current: true }]),
    ...nameable.map((id) => ({ id, title: titleOf(id), current: false })),
  ];
}
