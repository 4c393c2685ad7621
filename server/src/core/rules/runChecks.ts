import type { Finding, Waiver } from '../findings/finding';
import { type LocalFinding, PlacedFinding } from '../findings/placeFinding';
import { covers, isInForce } from '../findings/waiverReach';
import { mapInSteps, type Steps } from '../steps';
import { fingerprintOf } from '../text/fingerprint';
import type { Check, DocumentContext, FindingDraft, SectionDraft } from './check';
import { firstLine } from './check';
import { CHECKS } from './checks';
import { findHeadingPaths, type HeadingPaths } from './headingPaths';
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

/** What came of a run, and what a later one can go on from. */
export interface CheckRun {
  /** By position, then rule. */
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
  readonly paths: HeadingPaths;
  /** By rule with a check of the whole document: what it noted of each section. */
  readonly notes: ReadonlyMap<string, readonly unknown[]>;
  /** By section: what its own drafts are, and its findings in order. */
  readonly drafts: readonly (readonly RuleDraft[])[];
  readonly bySection: readonly (readonly PlacedFinding[])[];
  /** Sections with drafts of checks that look at the whole document. */
  readonly touched: ReadonlySet<number>;
}

/** A draft with the rule that it comes from, at its severity. */
interface RuleDraft extends Pick<ActiveRule, 'ruleId' | 'severity'> {
  readonly draft: SectionDraft;
}

interface ActiveRule {
  readonly ruleId: string;
  readonly rule: Rule;
  readonly check: Check;
  readonly severity: OpenSeverity;
}

/** So many sections are looked at in one step. */
const SECTIONS_OF_STEP = 64;

/**
 * Runs every rule's check, those about waivers last, since they look at what the others used. With `before`, a run after which only the
 * sections `changed` (their words, or what is judged of them) have become others, the rest is taken over from it.
 */
export function* runChecks(context: RunContext, before?: CheckRun, changed: readonly number[] = []): Steps<CheckRun> {
  const rules = findActive(context);
  const paths = before?.paths ?? findHeadingPaths(context);
  const drafts = before
    ? revise(before.drafts, changed, (index) => collect(index, rules, context))
    : yield* mapInSteps(context.contents, (_, index) => collect(index, rules, context), SECTIONS_OF_STEP);
  const notes = gatherNotes(rules, context, before?.notes, changed);
  const main = yield* collectDocument(
    rules.filter(({ check }) => check.kind !== 'waiver'),
    context,
    notes,
  );
  const settled = settleWaivers(context, drafts, main);
  const comments = context.comments.map((comment) => {
    const waiver = comment.kind === 'waiver' ? settled[context.waivers.indexOf(comment.waiver)] : undefined;
    return waiver ? { kind: 'waiver' as const, waiver } : comment;
  });
  const last = yield* collectDocument(
    rules.filter(({ check }) => check.kind === 'waiver'),
    { ...context, comments },
    notes,
  );
  const whole = groupBySection([...main, ...last]);
  const touched = new Set(whole.keys());
  const dirty = before ? paths.spread([...changed, ...before.touched, ...touched]) : undefined;
  const ordinals: Ordinals = new Map();
  const placeAt = (index: number) => {
    const start = context.document.sections[index]?.span.start ?? 0;
    if (before && dirty && !dirty.has(index)) return moveFindings(before.bySection[index] ?? [], start);
    return place(
      [...(drafts[index] ?? []), ...(whole.get(index) ?? [])],
      { index, start, path: paths.of[index] ?? '' },
      ordinals,
      context,
    );
  };
  const bySection = yield* mapInSteps(context.contents, (_, index) => placeAt(index), SECTIONS_OF_STEP);
  return { findings: bySection.flat(), waivers: settled, paths, notes, drafts, bySection, touched };
}

function findActive({ rules, stage, severities }: RunContext): readonly ActiveRule[] {
  return [...rules.ruleSet.rules].flatMap(([ruleId, rule]) => {
    const check = CHECKS.find((c) => c.kind === rule.check);
    const severity = severities[ruleId] ?? severityAt(rule, stage);
    return check && severity !== 'off' ? [{ ruleId, rule, check, severity }] : [];
  });
}

/** The drafts of one section: what it says by itself, and what it says in the light of the others. */
function collect(index: number, rules: readonly ActiveRule[], context: RunContext): readonly RuleDraft[] {
  const content = context.contents[index];
  const results = context.results[index];
  if (!content || !results) return [];
  return rules.flatMap(({ ruleId, rule, check, severity }) => {
    const own = results.drafts.get(ruleId) ?? [];
    const placed = check.inPlace?.(rule, context, { index, content, note: results.notes.get(ruleId) }) ?? [];
    return [...own, ...placed].map((draft) => ({ ruleId, severity, draft }));
  });
}

type DocumentDraft = RuleDraft & { readonly draft: FindingDraft };

/** Of a long document, the notes of all sections are many: those of sections that have not changed are taken over. */
function gatherNotes(
  rules: readonly ActiveRule[],
  { results }: RunContext,
  before: CheckRun['notes'] | undefined,
  changed: readonly number[],
): CheckRun['notes'] {
  const noting = rules.filter(({ check }) => check.note && check.inDocument);
  return new Map(
    noting.map(({ ruleId }) => {
      const known = before?.get(ruleId);
      const noteOf = (index: number) => results[index]?.notes.get(ruleId);
      return [ruleId, known ? revise(known, changed, noteOf) : results.map((_, index) => noteOf(index))];
    }),
  );
}

/** A copy with some values made anew. */
function revise<T>(values: readonly T[], changed: readonly number[], make: (index: number) => T): readonly T[] {
  const revised = values.slice();
  for (const index of changed) revised[index] = make(index);
  return revised;
}

function* collectDocument(
  rules: readonly ActiveRule[],
  context: RunContext,
  notes: CheckRun['notes'],
): Steps<readonly DocumentDraft[]> {
  const drafts = yield* mapInSteps(rules, ({ ruleId, rule, check, severity }) =>
    (check.inDocument?.(rule, context, notes.get(ruleId) ?? []) ?? []).map((draft) => ({ ruleId, severity, draft })),
  );
  return drafts.flat();
}

function groupBySection(drafts: readonly DocumentDraft[]): ReadonlyMap<number, readonly RuleDraft[]> {
  const groups = new Map<number, RuleDraft[]>();
  for (const one of drafts) {
    const group = groups.get(one.draft.section);
    if (group) group.push(one);
    else groups.set(one.draft.section, [one]);
  }
  return groups;
}

/** Which waivers are used: by a judgement, or because they name a rule that has something to say where they stand. */
function settleWaivers(
  context: RunContext,
  drafts: readonly (readonly RuleDraft[])[],
  whole: readonly DocumentDraft[],
): readonly Waiver[] {
  const { waivers } = context;
  if (waivers.length === 0) return waivers;
  const used = new Set<number | undefined>();
  const use = ({ ruleId, draft }: RuleDraft, section: number) =>
    used.add(draft.waivedBy ?? findRuleWaiver(ruleId, section, context));
  for (const judgements of context.judgements.values()) for (const { waiver } of judgements) used.add(waiver);
  drafts.forEach((own, section) => {
    for (const one of own) use(one, section);
  });
  for (const one of whole) use(one, one.draft.section);
  return waivers.map((waiver, index) => ({ ...waiver, used: used.has(index) }));
}

function moveFindings(findings: readonly PlacedFinding[], start: number): readonly PlacedFinding[] {
  return findings[0]?.moveTo(start) === findings[0] ? findings : findings.map((finding) => finding.moveTo(start));
}

/** The severity of a rule at a stage: the stage's own, else the default, else `warning`. */
export function severityAt(rule: Rule, stage: string | undefined): Severity {
  if (typeof rule.severity === 'string') return rule.severity;
  return (stage !== undefined ? rule.severity[stage] : undefined) ?? rule.severity.default ?? 'warning';
}

/** Which of several drafts with one key this is. */
type Ordinals = Map<string, number>;

interface KeptFinding {
  readonly path: string;
  readonly ordinal: number;
  readonly local: LocalFinding;
}

/** A draft that is the same as before gives the same finding, unless the headings above it have changed. */
const kept = new WeakMap<SectionDraft, KeptFinding>();

interface SectionPlace {
  readonly index: number;
  readonly start: number;
  readonly path: string;
}

/** The findings of one section in order: by position, then rule. */
function place(
  drafts: readonly RuleDraft[],
  { index, start, path }: SectionPlace,
  ordinals: Ordinals,
  context: RunContext,
): readonly PlacedFinding[] {
  const findings = drafts.map(({ ruleId, severity, draft }) => {
    const before = kept.get(draft);
    const key = keyOf(ruleId, draft, path);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const waivedBy = draft.waivedBy ?? findRuleWaiver(ruleId, index, context);
    const isSame =
      before?.path === path &&
      before.ordinal === ordinal &&
      before.local.waivedBy === waivedBy &&
      before.local.severity === severity;
    const facts = { ruleId, severity, waivedBy, key, ordinal };
    const local = isSame ? before.local : toLocal(draft, index, context, facts);
    if (!isSame) kept.set(draft, { path, ordinal, local });
    return new PlacedFinding(local, index, start);
  });
  return findings.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0) ||
      a.span.end - b.span.end,
  );
}

/** What a fingerprint is made of, but for the ordinal. */
function keyOf(ruleId: string, draft: SectionDraft, path: string): string {
  const category = draft.category === 'thin' ? 'missing' : draft.category;
  return [ruleId, category, path, draft.consideration ?? '', draft.about ?? ''].join('\u0000');
}

interface FindingFacts extends Pick<LocalFinding, 'ruleId' | 'severity' | 'waivedBy'> {
  readonly key: string;
  readonly ordinal: number;
}

/** Most findings lack nothing, and rest on no more than their place. */
const NOTHING: readonly never[] = [];

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
    lacking: draft.lacking ?? NOTHING,
    evidence: draft.evidence ?? NOTHING,
    related: draft.related ?? NOTHING,
    question,
    fingerprint: fingerprintOf([key, String(ordinal)]),
    waivedBy,
  };
}

function findRuleWaiver(ruleId: string, section: number, { waivers, document }: RunContext): number | undefined {
  const at = waivers.findIndex(
    (w) => isInForce(w) && w.targets.some((t) => t.id === ruleId) && covers(w, section, document),
  );
  return at < 0 ? undefined : at;
}
