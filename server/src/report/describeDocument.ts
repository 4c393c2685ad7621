import type { Analysis, Evidence, Finding, Judgement, RuleSet, SectionAnalysis, Span, Waiver } from '../core';
import { findLeading, lazily, NAMED_IN_PASSING } from '../core';
import type {
  DocumentView,
  EvidenceView,
  FindingView,
  JudgementView,
  Named,
  Range,
  SectionView,
  WaiverView,
} from './documentView';
import { findPassages, type Grounds } from './findPassages';
import type { CheckedDocument } from './run';

/** Gives every id of an analysis its name, and every offset its place. */
export function describeDocument(checked: CheckedDocument): DocumentView {
  const { analysis, ruleSet, path } = checked;
  const waivers = analysis.waivers.map((waiver) => describeWaiver(waiver, analysis));
  const context = { analysis, ruleSet, waivers };
  const findings = analysis.findings.map((finding) => describeFinding(finding, context));
  const bySection = groupBySection(findings);
  const type = ruleSet.documentTypes.get(analysis.type);
  const stage = analysis.stage;
  return {
    path,
    title: analysis.document.title,
    type: { id: analysis.type, title: type?.title ?? analysis.type },
    stage: stage === undefined ? undefined : { id: stage, title: type?.stages?.[stage]?.title ?? stage },
    packs: ruleSet.packs.map((pack) => pack.id),
    considerations: [...ruleSet.considerations].map(([id, { title, question, why }]) => ({ id, title, question, why })),
    sections: analysis.sections.map((section) => describeSection(section, bySection, context)),
    findings,
    waivers,
  };
}

interface Context {
  readonly analysis: Analysis;
  readonly ruleSet: RuleSet;
  readonly waivers: readonly WaiverView[];
}

function groupBySection(findings: readonly FindingView[]): ReadonlyMap<number, readonly FindingView[]> {
  const groups = new Map<number, FindingView[]>();
  for (const finding of findings) {
    const group = groups.get(finding.section);
    if (group) group.push(finding);
    else groups.set(finding.section, [finding]);
  }
  return groups;
}

function describeSection(
  analysed: SectionAnalysis,
  findings: ReadonlyMap<number, readonly FindingView[]>,
  context: Context,
): SectionView {
  const { section, kind, role, judgements } = analysed;
  return {
    index: section.index,
    heading: section.heading?.text ?? '',
    label: labelOf(section.index, context.analysis),
    level: section.level,
    kind: kind === undefined ? undefined : { id: kind, title: context.ruleSet.sectionKinds.get(kind)?.title ?? kind },
    role,
    lines: section.lineNumbers,
    judgements: judgements.map((judgement) => describeJudgement(judgement, context)),
    findings: findings.get(section.index) ?? [],
  };
}

function describeJudgement(judgement: Judgement, context: Context): JudgementView {
  const { consideration, state, expected, reasons, refersTo, waiver, excusedBy } = judgement;
  const evidence = lazily(() => judgement.evidence.map((e) => describeEvidence(e, consideration, context)));
  const passages = lazily(() =>
    findPassages(judgement.evidence, evidence(), context.analysis, groundsOf(judgement, context)),
  );
  return {
    consideration: {
      id: consideration,
      title: context.ruleSet.considerations.get(consideration)?.title ?? consideration,
    },
    state,
    expected,
    lacking: judgement.lacking.map((facet) => nameFacet(facet, consideration, context.ruleSet)),
    reasons,
    // Most reports show those of findings only.
    get evidence() {
      return evidence();
    },
    get passages() {
      return passages();
    },
    refersTo: refersTo === undefined ? undefined : { index: refersTo, label: labelOf(refersTo, context.analysis) },
    waiver: waiver === undefined ? undefined : context.waivers[waiver],
    excusedBy,
  };
}

function describeFinding(finding: Finding, context: Context): FindingView {
  const { ruleId, category, consideration, severity, message, section, question, fingerprint, waivedBy } = finding;
  const { analysis, ruleSet } = context;
  const rule = ruleSet.rules.get(ruleId);
  const evidence = finding.evidence.map((e) => describeEvidence(e, consideration, context));
  // What a finding shows is the evidence of the judgement that it is about.
  const judgement = analysis.sections[section]?.judgements.find((j) => j.consideration === consideration);
  return {
    ruleId,
    ruleTitle: rule?.title ?? ruleId,
    category,
    consideration:
      consideration === undefined
        ? undefined
        : { id: consideration, title: ruleSet.considerations.get(consideration)?.title ?? consideration },
    severity,
    message,
    range: rangeOf(finding.span, analysis),
    section,
    sectionLabel: labelOf(section, analysis),
    lacking: finding.lacking.map((facet) => nameFacet(facet, consideration, ruleSet)),
    evidence,
    passages: findPassages(finding.evidence, evidence, analysis, groundsOf(judgement, context)),
    related: finding.related.map((r) => ({ range: rangeOf(r.span, analysis), message: r.message })),
    question,
    fingerprint,
    help: rule?.help ?? rule?.why ?? '',
    waiver: waivedBy === undefined ? undefined : context.waivers[waivedBy],
  };
}

function describeEvidence(evidence: Evidence, consideration: string | undefined, context: Context): EvidenceView {
  const { facet, signal, span, weakenedBy } = evidence;
  return {
    facet: nameFacet(facet, consideration, context.ruleSet),
    signal,
    text: context.analysis.document.text.slice(span.start, span.end),
    range: rangeOf(span, context.analysis),
    weakenedBy: weakenedBy === undefined ? undefined : (context.ruleSet.contexts.get(weakenedBy)?.title ?? weakenedBy),
  };
}

function describeWaiver(waiver: Waiver, analysis: Analysis): WaiverView {
  const { reason, author, date, until, used, expired } = waiver;
  const targets = waiver.targets.map((target) => target.id);
  return { targets, reason, author, date, until, used, expired, range: rangeOf(waiver.span, analysis) };
}

/** Passages come in the order of which a headline tells the first. */
function groundsOf(judgement: Judgement | undefined, { ruleSet }: Context): Grounds {
  if (!judgement) return { decided: 0, bears: () => false };
  const { evidence, decided, reasons } = judgement;
  const { bears } = findLeading(decided > 0 ? evidence.slice(0, decided) : evidence, reasons, ruleSet);
  return { decided, bears };
}

/** What evidence that shows no facet is there for. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  mention: NAMED_IN_PASSING,
  reference: 'referred on by',
  asking: 'what calls for it',
};

function nameFacet(facet: string, consideration: string | undefined, ruleSet: RuleSet): Named {
  const facets = ruleSet.considerations.get(consideration ?? '')?.facets;
  return { id: facet, title: facets?.[facet]?.title ?? OTHER_TITLES[facet] ?? facet };
}

function rangeOf(span: Span, { document }: Analysis): Range {
  return { start: document.lines.placeAt(span.start), end: document.lines.placeAt(span.end) };
}

function labelOf(index: number, { document }: Analysis): string {
  const section = document.sections[index];
  if (section?.heading?.text) return section.heading.text;
  if (index === 0) return 'Text before the first heading';
  return `Text from line ${section?.lineNumbers[0] ?? 1}`;
}
