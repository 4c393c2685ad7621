import type { CodeAction, CodeActionContext, CodeActionKind, Diagnostic } from 'vscode-languageserver';
import { CodeActionTriggerKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { FixOffer, FixRequest, Span } from '../../core';
import { buildFix, offerForDocument, offerForFinding, offerForSection } from '../../core';
import type { ClientAbilities } from '../capabilities';
import { toCodeAction, toWorkspaceEdit } from '../toLsp';
import type { Checked } from './describe';
import { sectionAt } from './describe';

/** What an offered action carries, so that it can be built when it is chosen. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly request: FixRequest;
}

/** The actions for a selection. Edits are left for `resolveCodeAction` where the client can ask for them later. */
export function codeActions(
  selection: Span,
  context: CodeActionContext,
  analysis: Checked,
  client: ClientAbilities,
  today: string,
): readonly CodeAction[] {
  if (!client.codeActionLiterals) return [];
  const input = { analysis: analysis.result, rules: analysis.resource.rules };
  const offers = [
    ...offersAt(selection, context, analysis),
    // What concerns the whole document is offered when it is asked for by name, and not as a light bulb on every line.
    ...(context.only?.some((kind) => kind.startsWith('source')) ||
    context.triggerKind !== CodeActionTriggerKind.Automatic
      ? offerForDocument(input)
      : []),
  ];
  const wanted = offers.filter((offer) => isWanted(offer.kind, context.only));
  return unique(wanted).flatMap((offer): readonly CodeAction[] => {
    const diagnostics = context.diagnostics.filter(
      (d) => offer.finding !== undefined && fingerprintOf(d) === offer.finding,
    );
    const action = toCodeAction(offer, diagnostics);
    const data: ActionData = { uri: analysis.uri, version: analysis.version, request: offer.request };
    if (client.resolveEdits) return [{ ...action, data }];
    const fix = buildFix(offer.request, input, today);
    return fix ? [{ ...action, edit: toWorkspaceEdit(fix, analysis, client) }] : [];
  });
}

/** Adds the edit to an action. Rejects as outdated when the document is no longer at the version that the action was offered for. */
export function resolveCodeAction(
  action: CodeAction,
  data: ActionData,
  analysis: Checked | undefined,
  client: ClientAbilities,
  today: string,
): CodeAction {
  if (!analysis || analysis.version !== data.version) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed since this action was offered');
  }
  const fix = buildFix(data.request, { analysis: analysis.result, rules: analysis.resource.rules }, today);
  if (!fix) throw new ResponseError(LSPErrorCodes.ContentModified, 'there is nothing left to do');
  return { ...action, edit: toWorkspaceEdit(fix, analysis, client) };
}

/** Reads what an action carries; undefined when it is not one of ours. */
export function readActionData(data: unknown): ActionData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { uri, version, request } = data as Partial<ActionData>;
  return typeof uri === 'string' && typeof version === 'number' && typeof request === 'object'
    ? { uri, version, request }
    : undefined;
}

function offersAt(selection: Span, context: CodeActionContext, analysis: Checked): readonly FixOffer[] {
  const { document, findings } = analysis.result;
  const input = { analysis: analysis.result, rules: analysis.resource.rules };
  const { lines } = document;
  const from = lines.placeAt(selection.start).line;
  const to = lines.placeAt(selection.end).line;
  const index = sectionAt(analysis, selection.start);
  const heading = document.sections[index]?.heading;
  const onHeading =
    heading !== undefined &&
    lines.placeAt(heading.span.start).line >= from &&
    lines.placeAt(heading.span.start).line <= to;
  // Someone who asks from within a section's text means the section; a light bulb that comes by itself keeps to the line.
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  const here = findings.filter((finding) => {
    if (finding.waivedBy !== undefined) return false;
    const line = lines.placeAt(finding.span.start).line;
    return (line >= from && line <= to) || (asked && finding.section === index && finding.consideration !== undefined);
  });
  return [
    ...here.flatMap((finding) => offerForFinding(finding, input)),
    ...(onHeading || asked ? offerForSection(index, input) : []),
  ];
}

/** A kind is wanted when the client asks for no kind, for it, or for one that it belongs to. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  // An action on save is run without being looked at, and kinds of sections are many: both are given only to a client that names them.
  if (only === undefined) return !kind.startsWith('source.fixAll') && !kind.startsWith('refactor');
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function unique(offers: readonly FixOffer[]): readonly FixOffer[] {
  const seen = new Map<string, FixOffer>();
  for (const offer of offers) {
    const key = JSON.stringify(offer.request);
    if (!seen.has(key)) seen.set(key, offer);
  }
  return [...seen.values()];
}

function fingerprintOf(diagnostic: Diagnostic): unknown {
  const data: unknown = diagnostic.data;
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : undefined;
}
