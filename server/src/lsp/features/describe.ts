import type { Analysis, Consideration, Evidence, Judgement, SectionAnalysis } from '../../core';
import { cutWords, lowerFirst, quoteFound } from '../../core';
import type { StoredAnalysis } from '../analysisStore';

/** An analysis of a document that is in scope, with what it was found by. */
export type Checked = StoredAnalysis & { readonly result: Analysis };

/** Narrows an analysis to one of a document in scope. */
export function isChecked(analysis: StoredAnalysis | undefined): analysis is Checked {
  return analysis?.result.kind === 'checked';
}

/** The index of the section that holds an offset: the last one that begins at or before it. */
export function sectionAt(analysis: Checked, offset: number): number {
  const at = analysis.result.sections.findLastIndex((s) => s.section.span.start <= offset);
  return Math.max(at, 0);
}

/** `thin: how many, by what route are lacking`, the same words wherever a state is shown. */
export function stateWords(judgement: Judgement, about: Consideration | undefined, analysis: Checked): string {
  switch (judgement.state) {
    case 'present':
      return 'dealt with';
    case 'thin':
      return judgement.lacking.length > 0 ? `thin, lacking ${facetNames(judgement, about)}` : 'thin';
    case 'missing':
      return 'missing';
    case 'waived': {
      const waiver = analysis.result.waivers[judgement.waiver ?? -1];
      return `waived${waiver?.reason ? `: “${waiver.reason}”` : ''}${waiver?.author ? ` (${waiver.author})` : ''}`;
    }
    case 'not-expected':
      return judgement.excusedBy ?? 'not asked for here';
  }
}

/** Names of the facets that lack: `how many, route`. */
export function facetNames(judgement: Pick<Judgement, 'lacking'>, about: Consideration | undefined): string {
  return judgement.lacking.map((facet) => lowerFirst(about?.facets[facet]?.title ?? facet)).join(', ');
}

/** What a section is taken for, in words: `taken for “Benefits”`. */
export function kindWords(section: SectionAnalysis, analysis: Checked): string {
  const { sectionKinds } = analysis.resource.rules.ruleSet;
  if (section.kind !== undefined) return `taken for “${sectionKinds.get(section.kind)?.title ?? section.kind}”`;
  if (section.inheritedKind !== undefined) {
    return `not recognised by its own heading; read as part of “${sectionKinds.get(section.inheritedKind)?.title ?? section.inheritedKind}”`;
  }
  return 'not recognised as any kind of section';
}

/** The document type and stage, in words: `Business case at OBC (Outline business case)`. */
export function typeWords(analysis: Checked): { readonly type: string; readonly stage?: string } {
  const type = analysis.resource.rules.ruleSet.documentTypes.get(analysis.result.type);
  const { stage } = analysis.result;
  return {
    type: type?.title ?? analysis.result.type,
    stage: stage === undefined ? undefined : (type?.stages?.[stage]?.title ?? stage),
  };
}

/** The words of a piece of evidence with the line they stand on: `“care leavers” (line 22)`. */
export function evidenceWords(evidence: Evidence, analysis: Checked): string {
  const { document } = analysis.result;
  const line = document.lines.placeAt(evidence.span.start).line;
  return `“${cutWords(quoteFound(document.text, evidence.span))}” (line ${line})`;
}
