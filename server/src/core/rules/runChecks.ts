import { covers } from '../considerations/judgeDocument';
import type { DocumentModel } from '../document/documentModel';
import type { Finding, Waiver } from '../findings/finding';
import { fingerprintOf } from '../text/fingerprint';
import type { Check, CheckContext, FindingDraft } from './check';
import { firstLine } from './check';
import { CHECKS } from './checks';
import type { Rule, Severity } from './pack';

type OpenSeverity = Exclude<Severity, 'off'>;

/** Runs every rule's check, those about waivers last, since they look at what the others used. Findings come by position, then rule. */
export function runChecks(
  context: CheckContext,
  waivers: readonly Waiver[],
  severities: Readonly<Record<string, Severity>>,
): { readonly findings: readonly Finding[]; readonly waivers: readonly Waiver[] } {
  const main = runRules(context, waivers, severities, (check) => check.kind !== 'waiver');
  const used = new Set([
    ...[...context.judgements.values()].flatMap((js) => js.flatMap((j) => (j.waiver === undefined ? [] : [j.waiver]))),
    ...main.flatMap((f) => (f.waivedBy === undefined ? [] : [f.waivedBy])),
  ]);
  const settled = waivers.map((waiver, index) => ({ ...waiver, used: used.has(index) }));
  const comments = context.comments.map((comment) => {
    const at = comment.kind === 'waiver' ? waivers.indexOf(comment.waiver) : -1;
    const waiver = settled[at];
    return waiver ? { kind: 'waiver' as const, waiver } : comment;
  });
  const about = runRules({ ...context, comments }, settled, severities, (check) => check.kind === 'waiver');
  return { findings: sortFindings([...main, ...about]), waivers: settled };
}

function runRules(
  context: CheckContext,
  waivers: readonly Waiver[],
  severities: Readonly<Record<string, Severity>>,
  wanted: (check: Check) => boolean,
): readonly Finding[] {
  const ordinals = new Map<string, number>();
  return [...context.rules.ruleSet.rules].flatMap(([ruleId, rule]) => {
    const check = CHECKS.find((c) => c.kind === rule.check);
    const severity = severities[ruleId] ?? severityAt(rule, context.stage);
    if (!check || !wanted(check) || severity === 'off') return [];
    return check
      .run(ruleId, rule, context)
      .map((draft) => toFinding(draft, ruleId, severity, context.document, waivers, ordinals));
  });
}

/** The severity of a rule at a stage: the stage's own, else the default, else `warning`. */
export function severityAt(rule: Rule, stage: string | undefined): Severity {
  if (typeof rule.severity === 'string') return rule.severity;
  return (stage !== undefined ? rule.severity[stage] : undefined) ?? rule.severity.default ?? 'warning';
}

function toFinding(
  draft: FindingDraft,
  ruleId: string,
  severity: OpenSeverity,
  document: DocumentModel,
  waivers: readonly Waiver[],
  ordinals: Map<string, number>,
): Finding {
  const { about, ...rest } = draft;
  const path = headingPath(draft.section, document);
  const key = [
    ruleId,
    draft.category === 'thin' ? 'missing' : draft.category,
    path,
    draft.consideration ?? '',
    about ?? '',
  ];
  const ordinal = ordinals.get(key.join('\u0000')) ?? 0;
  ordinals.set(key.join('\u0000'), ordinal + 1);
  const waivedBy = draft.waivedBy ?? findRuleWaiver(ruleId, draft.section, document, waivers);
  return {
    ...rest,
    ruleId,
    severity,
    span: firstLine(draft.span, document),
    lacking: draft.lacking ?? [],
    evidence: draft.evidence ?? [],
    related: draft.related ?? [],
    fingerprint: fingerprintOf([...key, String(ordinal)]),
    waivedBy,
  };
}

function findRuleWaiver(
  ruleId: string,
  section: number,
  document: DocumentModel,
  waivers: readonly Waiver[],
): number | undefined {
  const at = waivers.findIndex(
    (w) =>
      w.reason !== undefined && !w.expired && w.targets.some((t) => t.id === ruleId) && covers(w, section, document),
  );
  return at < 0 ? undefined : at;
}

/** Titles from the top of the tree, so that a renumbered or moved section keeps its findings' fingerprints. */
function headingPath(index: number, document: DocumentModel): string {
  const titles: string[] = [];
  for (let at: number | undefined = index; at !== undefined; at = document.sections[at]?.parent) {
    titles.unshift(document.sections[at]?.heading?.title.toLowerCase() ?? '');
  }
  return titles.join('/');
}

function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0) ||
      a.span.end - b.span.end,
  );
}
