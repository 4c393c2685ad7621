import type { Analysis, AnalysisOptions } from './analysis';
import {
  type JudgedConsideration,
  type JudgingContext,
  judgeConsideration,
  type PlaceableJudgement,
  rejudgeConsideration,
} from './considerations/judgeConsideration';
import { startDerived } from './derived';
import type { ReadDocument } from './document/buildModel';
import type { InsertedPrompt, Waiver } from './findings/finding';
import type { ToolComment } from './findings/readComments';
import { PlacedSectionAnalysis, placeJudgement, placePrompt, placeWaiver } from './placeAnalysis';
import type { SectionReading } from './readSection';
import type { CompiledRules } from './rules/compileRules';
import { type CheckRun, runChecks } from './rules/runChecks';
import type { Scope } from './scope';
import type { ClassifiedSection } from './sections/classifySections';
import { indexReferences, type ReferenceIndex } from './sections/resolveReference';
import { mapInSteps, type Steps } from './steps';

/** A document whose sections have been read. */
export interface ReadSections {
  readonly document: ReadDocument;
  readonly rules: CompiledRules;
  readonly options: AnalysisOptions;
  readonly scope: Scope;
  readonly sections: readonly ClassifiedSection[];
  readonly readings: readonly SectionReading[];
}

/** What came of the last analysis of a document, for the next one to go on from. */
interface Judged {
  readonly basis: string;
  readonly read: ReadSections;
  readonly references: ReferenceIndex;
  readonly comments: readonly ToolComment[];
  readonly waivers: readonly Waiver[];
  readonly considerations: readonly JudgedConsideration[];
  readonly run: CheckRun;
}

/** By what is the same in all versions of a document. */
const kept = startDerived<object, Judged>();

/**
 * What crosses sections: judgements in the light of the whole document, and the checks. After a change in the words of some sections,
 * when no heading, comment or line has come or gone, it goes on from the analysis before.
 */
export function* judgeDocument(read: ReadSections): Steps<Analysis> {
  const { document, rules } = read;
  const last = kept.get(rules, document.lineage);
  const changed = last && last.basis === basisOf(read) ? findChanged(last.read, read) : undefined;
  const judged = yield* last && changed ? judgeAgain(last, read, changed) : judgeAll(read);
  kept.set(rules, document.lineage, judged);
  return toAnalysis(judged);
}

/** Whether this version of a document, or an earlier one, was judged by these rules. */
export function wasJudged(document: ReadDocument, rules: CompiledRules): boolean {
  return kept.get(rules, document.lineage) !== undefined;
}

function basisOf({ scope: { type, stage }, options: { today, severities } }: ReadSections): string {
  return JSON.stringify([type, stage, today, severities]);
}

/** The sections whose words have changed; undefined when something else has. */
function findChanged(before: ReadSections, now: ReadSections): readonly number[] | undefined {
  const changed: number[] = [];
  if (before.sections.length !== now.sections.length) return undefined;
  if (before.sections[0]?.section.lineNumbers[0] !== now.sections[0]?.section.lineNumbers[0]) return undefined;
  for (let index = 0; index < now.sections.length; index++) {
    if (before.readings[index] === now.readings[index]) continue;
    if (!keepsFrame(before, now, index)) return undefined;
    changed.push(index);
  }
  return changed;
}

/** The section is the same to all others: in its heading, its kind, its lines, and it holds no comment for the toolkit. */
function keepsFrame(before: ReadSections, now: ReadSections, index: number): boolean {
  const [old, next] = [before.sections[index], now.sections[index]];
  if (!old || !next || before.readings[index]?.comments.length || now.readings[index]?.comments.length) return false;
  const [a, b] = [old.section.content.section, next.section.content.section];
  return (
    old.kind === next.kind &&
    old.inheritedKind === next.inheritedKind &&
    old.role === next.role &&
    old.isLeaf === next.isLeaf &&
    a.level === b.level &&
    a.lineNumbers[1] === b.lineNumbers[1] &&
    a.heading?.text === b.heading?.text &&
    a.heading?.number === b.heading?.number
  );
}

function* judgeAll(read: ReadSections): Steps<Judged> {
  const { document, readings, rules } = read;
  const comments = readings.flatMap((reading, index) => reading.comments.map((comment) => standIn(comment, index)));
  const waivers = comments.flatMap((c) => (c.kind === 'waiver' ? [c.waiver] : []));
  const references = indexReferences(document.sections.map(({ content }) => content.section.heading));
  const context: JudgingContext = { document, sections: readings, waivers, references };
  const ids = [...rules.ruleSet.considerations.keys()];
  const considerations = yield* mapInSteps([...ids.keys()], (at) => judgeConsideration(at, context));
  const facts = { basis: basisOf(read), read, references, comments, waivers, considerations };
  return { ...facts, run: yield* runChecks(toRunContext(facts)) };
}

function* judgeAgain(before: Judged, read: ReadSections, changed: readonly number[]): Steps<Judged> {
  const { references, comments, waivers, basis } = before;
  const context: JudgingContext = { document: read.document, sections: read.readings, waivers, references };
  const considerations = before.considerations.map((one, at) => rejudgeConsideration(at, one, changed, context));
  const facts = { basis, read, references, comments, waivers, considerations };
  const judgedAgain = findRejudged(before.considerations, considerations);
  const again = [...new Set([...changed, ...judgedAgain])];
  return { ...facts, run: yield* runChecks(toRunContext(facts), before.run, again) };
}

/** Sections of which something else is judged than before, besides those that have changed. */
function findRejudged(
  before: readonly JudgedConsideration[],
  now: readonly JudgedConsideration[],
): ReadonlySet<number> {
  const found = new Set<number>();
  now.forEach(({ results, isPatched }, at) => {
    if (isPatched) return;
    const old = before[at]?.results;
    results.forEach((result, index) => {
      if (old?.[index] !== result) found.add(index);
    });
  });
  return found;
}

function toRunContext(judged: Omit<Judged, 'run'>) {
  const { document, rules, scope, sections, readings, options } = judged.read;
  const contents = document.sections.map((section) => section.content);
  const { type, stage } = scope;
  const { today, severities = {} } = options;
  const { references, comments, waivers } = judged;
  const judgements = byConsideration(judged);
  const base = { document, contents, sections, rules, type, stage, judgements, references, comments, today };
  return { ...base, results: readings, waivers, severities };
}

function byConsideration({
  read,
  considerations,
}: Omit<Judged, 'run'>): ReadonlyMap<string, readonly PlaceableJudgement[]> {
  const ids = [...read.rules.ruleSet.considerations.keys()];
  return new Map(ids.map((id, at) => [id, considerations[at]?.results ?? []]));
}

function toAnalysis({ read, comments, considerations, run }: Judged): Analysis {
  const { document, scope, sections } = read;
  const startOf = (section: number) => document.sections[section]?.span.start ?? 0;
  const judgementsOf = (index: number) =>
    considerations.flatMap(({ results }) => {
      const judgement = results[index];
      return judgement ? [placeJudgement(judgement, index, startOf)] : [];
    });
  return {
    kind: 'checked',
    document,
    type: scope.type,
    stage: scope.stage,
    sections: sections.map((section, index) => new PlacedSectionAnalysis(section, () => judgementsOf(index))),
    findings: run.findings,
    waivers: run.waivers.map((waiver) => placeWaiver(waiver, startOf)),
    prompts: comments.flatMap((c) => (c.kind === 'prompt' ? [placePrompt(c.prompt, startOf)] : [])),
  };
}

/** A comment of a section in the document: its places still count from the section's start. */
function standIn(comment: ToolComment, section: number): ToolComment {
  switch (comment.kind) {
    case 'waiver':
      return { kind: 'waiver', waiver: withSection(comment.waiver, section) };
    case 'prompt':
      return { kind: 'prompt', prompt: withSection(comment.prompt, section) };
    case 'faulty':
      return { ...comment, section };
  }
}

function withSection<T extends Waiver | InsertedPrompt>(value: T, section: number): T {
  return { ...value, section };
}
