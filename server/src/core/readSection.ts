import { findExpectation, NOT_ASKED } from './considerations/findExpectation';
import { findReferences } from './considerations/findReferences';
import type { SectionToJudge } from './considerations/judgeConsideration';
import { type DeferralPolicy, type FirstJudgement, judgeSection } from './considerations/judgeSection';
import { matchSection, type SectionMatches } from './considerations/sectionMatches';
import { startDerived } from './derived';
import type { SectionContent } from './document/sectionContent';
import { readComments, type ToolComment } from './findings/readComments';
import type { SectionContext, SectionDraft } from './rules/check';
import { CHECKS } from './rules/checks';
import type { CompiledRules } from './rules/compileRules';
import type { Rule } from './rules/pack';
import type { ClassifiedSection } from './sections/classifySections';
import type { Steps } from './steps';
import { countPieces } from './text/words';

/** Everything that one section says by itself. All places count from its start. */
export interface SectionReading extends SectionToJudge {
  /** Drafts of checks that look at one section at a time, by rule; a rule that found nothing has none. */
  readonly drafts: ReadonlyMap<string, readonly SectionDraft[]>;
  /** What checks of the whole document noted, by rule. */
  readonly notes: ReadonlyMap<string, unknown>;
  readonly comments: readonly ToolComment[];
}

/** What the reading of a section rests on, besides its own words and the rules. */
export interface ReadingContext {
  readonly rules: CompiledRules;
  readonly type: string;
  readonly stage?: string;
  readonly deferrals: DeferralPolicy;
  readonly today: string;
  /** The document is an edited one: sections that are read are those that somebody is writing. */
  readonly isWritten: boolean;
}

/** What a reading holds for. */
type Basis = Pick<ReadingContext, 'type' | 'stage' | 'today'> &
  Pick<ClassifiedSection, 'kind' | 'inheritedKind' | 'role' | 'isLeaf'>;

interface Kept {
  readonly basis: Basis;
  readonly reading: SectionReading;
}

const kept = startDerived<SectionContent, Kept>();

/** The reading of a section, if it was read before, by the same rules and with the same place among the others. */
export function findReading(section: ClassifiedSection, content: SectionContent, context: ReadingContext) {
  const before = kept.get(context.rules, content);
  return before && holdsFor(before.basis, section, context) ? before.reading : undefined;
}

/** A longer section, in units, is read in several steps. */
const LONG_SECTION = 16;

/** Reads a section by itself, and keeps the reading for as long as the section does not change. */
export function* readSection(
  section: ClassifiedSection,
  content: SectionContent,
  context: ReadingContext,
): Steps<SectionReading> {
  const matches = yield* matchSection(content.section, context.rules, context.isWritten);
  const { kind = section.inheritedKind, role } = section;
  const seen: SectionContext = { ...context, content, kind, role, isLeaf: section.isLeaf, matches };
  const reading: SectionReading = {
    first: yield* judgeAll(section, matches, context),
    references: findReferences(content.section),
    words: matches.units.reduce((sum, { unit }) => sum + countPieces(unit.prose.text), 0),
    drafts: new Map(yield* eachRule(seen, draft)),
    notes: new Map(yield* eachRule(seen, note)),
    comments: content.comments.length > 0 ? readComments(content, context.today) : [],
  };
  const { type, stage, today } = context;
  const { inheritedKind, isLeaf } = section;
  kept.set(context.rules, content, {
    basis: { type, stage, today, kind: section.kind, inheritedKind, role, isLeaf },
    reading,
  });
  return reading;
}

/** Asked of all sections with each key press: it makes nothing. */
function holdsFor(basis: Basis, section: ClassifiedSection, { type, stage, today }: ReadingContext): boolean {
  return (
    basis.kind === section.kind &&
    basis.inheritedKind === section.inheritedKind &&
    basis.role === section.role &&
    basis.isLeaf === section.isLeaf &&
    basis.type === type &&
    basis.stage === stage &&
    basis.today === today
  );
}

function* judgeAll(
  section: ClassifiedSection,
  matches: SectionMatches,
  context: ReadingContext,
): Steps<readonly FirstJudgement[]> {
  const { rules, type, stage, deferrals } = context;
  const judgements: FirstJudgement[] = [];
  for (const [id, consideration] of rules.ruleSet.considerations) {
    const rule = rules.askedBy.get(id);
    const asked = rule ? findExpectation(rule, section, type, stage) : NOT_ASKED;
    judgements.push(judgeSection({ id, consideration, at: judgements.length, asked }, matches, rules, deferrals));
    if (matches.units.length > LONG_SECTION) yield;
  }
  return judgements;
}

type Entry<T> = readonly [ruleId: string, value: T];

function* eachRule<T>(
  context: SectionContext,
  read: (rule: Rule, id: string, context: SectionContext) => Entry<T> | undefined,
): Steps<readonly Entry<T>[]> {
  const entries: Entry<T>[] = [];
  for (const [id, rule] of context.rules.ruleSet.rules) {
    const entry = read(rule, id, context);
    if (entry) entries.push(entry);
    if (context.matches.units.length > LONG_SECTION) yield;
  }
  return entries;
}

function draft(rule: Rule, id: string, context: SectionContext): Entry<readonly SectionDraft[]> | undefined {
  const drafts = CHECKS.find((c) => c.kind === rule.check)?.inSection?.(rule, context) ?? [];
  return drafts.length > 0 ? [id, drafts] : undefined;
}

function note(rule: Rule, id: string, context: SectionContext): Entry<unknown> | undefined {
  const check = CHECKS.find((c) => c.kind === rule.check);
  return check?.note && [id, check.note(rule, context)];
}
