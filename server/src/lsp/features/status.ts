import { recogniseType } from '../../core';
import type { DocumentStatus } from '../../protocol/protocol';
import type { StoredAnalysis } from '../analysisStore';
import { isChecked, typeWords } from './describe';

const NO_FINDINGS = { error: 0, warning: 0, information: 0, hint: 0 };

/** How a document stands, or why it is not checked, so that "clean" can be told from "not checked". */
export function describeStatus(uri: string, analysis: StoredAnalysis | undefined): DocumentStatus {
  if (!analysis) {
    return {
      uri,
      version: 0,
      state: 'off',
      packs: [],
      packProblems: 0,
      open: NO_FINDINGS,
      words: 'Not checked: switched off for this file.',
    };
  }
  const { version, resource } = analysis;
  const base = { uri, version, packs: resource.packs, packProblems: resource.problems };
  const faults =
    resource.problems > 0
      ? ` ${resource.problems === 1 ? 'One fault' : `${resource.problems} faults`} in packs or configuration.`
      : '';
  if (!isChecked(analysis))
    return { ...base, state: 'not-checked', open: NO_FINDINGS, ...describeScope(analysis, faults) };
  const open = { ...NO_FINDINGS };
  for (const finding of analysis.result.findings) if (finding.waivedBy === undefined) open[finding.severity]++;
  const count = open.error + open.warning + open.information + open.hint;
  const { type, stage } = typeWords(analysis);
  const packs = resource.packs.map((pack) => pack.title).at(-1) ?? 'no pack';
  return {
    ...base,
    state: 'checked',
    type: analysis.result.type,
    typeTitle: type,
    stage: analysis.result.stage,
    stageTitle: stage,
    open,
    words: `Checked as ${type}${stage ? ` (${stage})` : ''} with ${packs}: ${count === 0 ? 'nothing open' : `${count} open`}.${faults}`,
  };
}

function describeScope(
  analysis: StoredAnalysis,
  faults: string,
): Pick<DocumentStatus, 'reason' | 'looksLike' | 'words'> {
  const { result, resource } = analysis;
  if (result.kind === 'checked') return { words: '' };
  if (result.reason !== 'no-document-type') {
    const what = result.reason === 'unknown-stage' ? 'stage' : 'document type';
    return {
      reason: result.reason,
      words: `Not checked: no active pack has the ${what} “${result.given ?? ''}”.${faults}`,
    };
  }
  const type = recogniseType(result.document, resource.rules.ruleSet);
  const title = type === undefined ? undefined : resource.rules.ruleSet.documentTypes.get(type)?.title;
  return {
    reason: result.reason,
    looksLike: type === undefined ? undefined : { type, title: title ?? type },
    words: `Not checked: neither the front matter nor the configuration says what type of document this is.${faults}`,
  };
}
