import { covers } from '../considerations/judgeDocument';
import type { Finding, Waiver } from '../findings/finding';
import { type LocalFinding, PlacedFinding } from '../findings/placeFinding';
import { fingerprintOf } from '../text/fingerprint';
import type { Check, DocumentContext, FindingDraft, SectionDraft } from './check';
import { firstLine } from './check';
import { CHECKS } from './checks';
import type { Rule, Severity } from './pack';

type OpenSeverity = Exclude<Severity, 'off'>;

/** What the checks of single sections found before, and what those of the whole document noted, by section. */
export interface SectionResults {
  readonly drafts: ReadonlyMap<string, readonly SectionDraft[]>;
  readonly notes: ReadonlyMap<string, unknown>;
}

/** What a run of all checks goes by. */
export interface RunContext extends DocumentContext {
  readonly results: readonly SectionResults[];
  readonly waivers: readonly Waiver[];
  /** Overrides, by full rule id. */
  readonly severities: Readonly<Record<string, Severity>>;
}

/** Runs every rule's check, those about waivers last, since they look at what the others used. Findings come by position, then rule. */
export function runChecks(context: RunContext): {
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
} {
  const { waivers } = context;
  const paths = findHeadingPaths(context);
  const main = runRules(context, paths, (check) => check.kind !== 'waiver');
  const used = new Set<number | undefined>(main.map((finding) => finding.waivedBy));
  for (const judgements of context.judgements.values()) for (const { waiver } of judgements) used.add(waiver);
  const settled = waivers.map((waiver, index) => ({ ...waiver, used: used.has(index) }));
  const comments = context.comments.map((comment) => {
    const waiver = comment.kind === 'waiver' ? settled[waivers.indexOf(comment.waiver)] : undefined;
    return waiver ? { kind: 'waiver' as const, waiver } : comment;
  });
  const about = runRules({ ...context, comments, waivers: settled }, paths, (check) => check.kind === 'waiver');
  return { findings: sortFindings([...main, ...about], context.contents.length), waivers: settled };
}

function runRules(
  context: RunContext,
  paths: readonly string[],
  wanted: (check: Check) => boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [ruleId, rule] of context.rules.ruleSet.rules) {
    const check = CHECKS.find((c) => c.kind === rule.check);
    const severity = context.severities[ruleId] ?? severityAt(rule, context.stage);
    if (!check || !wanted(check) || severity === 'off') continue;
    const toFinding = startFindings(ruleId, severity, paths, context);
    if (check.scope === 'section') {
      context.results.forEach(({ drafts }, section) => {
        for (const draft of drafts.get(ruleId) ?? []) findings.push(toFinding(draft, section));
      });
    } else {
      const notes = check.note ? context.results.map((result) => result.notes.get(ruleId)) : [];
      for (const draft of check.run(rule, context, notes)) findings.push(toFinding(draft, draft.section));
    }
  }
  return findings;
}

/** The severity of a rule at a stage: the stage's own, else the default, else `warning`. */
export function severityAt(rule: Rule, stage: string | undefined): Severity {
  if (typeof rule.severity === 'string') return rule.severity;
  return (stage !== undefined ? rule.severity[stage] : undefined) ?? rule.severity.default ?? 'warning';
}

interface KeptFinding {
  readonly path: string;
  /** What the fingerprint is made of, but for the ordinal. */
  readonly key: string;
  readonly ordinal: number;
  readonly local: LocalFinding;
  readonly placed: PlacedFinding;
  readonly start: number;
}

/** A draft that is the same as before gives the same finding, unless the headings above it or its place have changed. */
const kept = new WeakMap<SectionDraft | FindingDraft, KeptFinding>();

function startFindings(ruleId: string, severity: OpenSeverity, paths: readonly string[], context: RunContext) {
  const ordinals = new Map<string, number>();
  return (draft: SectionDraft | FindingDraft, section: number): Finding => {
    const path = paths[section] ?? '';
    const before = kept.get(draft);
    const key = before?.path === path ? before.key : keyOf(ruleId, draft, path);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const waivedBy = draft.waivedBy ?? findRuleWaiver(ruleId, section, context);
    const start = context.document.sections[section]?.span.start ?? 0;
    const isSame =
      before?.key === key &&
      before.ordinal === ordinal &&
      before.local.waivedBy === waivedBy &&
      before.local.severity === severity;
    if (isSame && before.start === start && before.placed.section === section) return before.placed;
    const local = isSame
      ? before.local
      : toLocal(draft, section, context, { ruleId, severity, waivedBy, key, ordinal });
    const placed = new PlacedFinding(local, section, start);
    kept.set(draft, { path, key, ordinal, local, placed, start });
    return placed;
  };
}

function keyOf(ruleId: string, draft: SectionDraft, path: string): string {
  const category = draft.category === 'thin' ? 'missing' : draft.category;
  return [ruleId, category, path, draft.consideration ?? '', draft.about ?? ''].join('\u0000');
}

interface FindingFacts extends Pick<LocalFinding, 'ruleId' | 'severity' | 'waivedBy'> {
  readonly key: string;
  readonly ordinal: number;
}

function toLocal(draft: SectionDraft, section: number, context: RunContext, facts: FindingFacts): LocalFinding {
  const { category, consideration, message, question } = draft;
  const { ruleId, severity, waivedBy, key, ordinal } = facts;
  const content = context.contents[section];
  return {
    ruleId,
    category,
    consideration,
    severity,
    message,
    span: content ? firstLine(draft.span, content) : draft.span,
    lacking: draft.lacking ?? [],
    evidence: draft.evidence ?? [],
    related: draft.related ?? [],
    question,
    fingerprint: fingerprintOf([key, String(ordinal)]),
    waivedBy,
  };
}

function findRuleWaiver(ruleId: string, section: number, { waivers, document }: RunContext): number | undefined {
  const at = waivers.findIndex(
    (w) =>
      w.reason !== undefined && !w.expired && w.targets.some((t) => t.id === ruleId) && covers(w, section, document),
  );
  return at < 0 ? undefined : at;
}

/** For each section, titles from the top of the tree, so that a renumbered or moved section keeps its findings' fingerprints. */
function findHeadingPaths({ document, contents }: RunContext): readonly string[] {
  const paths: string[] = [];
  contents.forEach(({ section }, index) => {
    const title = section.heading?.title.toLowerCase() ?? '';
    const parent = document.sections[index]?.parent;
    paths.push(parent === undefined ? title : `${paths[parent]}/${title}`);
  });
  return paths;
}

/** By position, then rule. Findings of one section stand before those of the next. */
function sortFindings(findings: readonly Finding[], sections: number): readonly Finding[] {
  const bySection = Array.from({ length: sections }, (): Finding[] => []);
  for (const finding of findings) bySection[finding.section]?.push(finding);
  return bySection.flatMap((own) =>
    own.sort(
      (a, b) =>
        a.span.start - b.span.start ||
        (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0) ||
        a.span.end - b.span.end,
    ),
  );
}
