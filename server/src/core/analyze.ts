import type { Analysis, AnalysisOptions, NotChecked } from './analysis';
import { judgeConsideration } from './considerations/judgeDocument';
import type { DeferralPolicy } from './considerations/judgeSection';
import { ReadDocument } from './document/buildModel';
import type { DocumentModel } from './document/documentModel';
import { parseDocument } from './document/parseDocument';
import type { InsertedPrompt, Waiver } from './findings/finding';
import type { ToolComment } from './findings/readComments';
import { PlacedSectionAnalysis, placeJudgement, placePrompt, placeWaiver } from './placeAnalysis';
import { findReading, type ReadingContext, readSection, type SectionReading } from './readSection';
import type { CompiledRules } from './rules/compileRules';
import { runChecks } from './rules/runChecks';
import { findScope, type Scope } from './scope';
import { type ClassifiedSection, classifySections } from './sections/classifySections';
import { indexReferences } from './sections/resolveReference';
import { runSteps, type Steps } from './steps';

/**
 * Reads a document against a rule set: classify its sections, read each by itself, judge each consideration in the light of all, run the checks.
 * Pure and total: any document gives a value. A document out of scope gives the reason and nothing else.
 * What a section says by itself is kept with the section: after `updateDocument`, with the same rules and options, only what depends on
 * the change is found anew.
 */
export function analyze(
  document: DocumentModel,
  rules: CompiledRules,
  options: AnalysisOptions,
): Analysis | NotChecked {
  return runSteps(analyzeInSteps(document, rules, options));
}

/** `analyze` in short steps, for long documents: one for each section that is read anew. */
export function* analyzeInSteps(
  document: DocumentModel,
  rules: CompiledRules,
  options: AnalysisOptions,
): Steps<Analysis | NotChecked> {
  const scope = findScope(document, rules.ruleSet, options);
  if (scope.kind === 'not-checked') return scope;
  const read = document instanceof ReadDocument ? document : parseDocument(document.text);
  const sections = classifySections(read, rules, scope.type);
  const deferrals = findDeferralPolicy(rules, scope.stage);
  const readings = yield* readSections(sections, { ...scope, rules, deferrals, today: options.today });
  return judge(read, rules, options, scope, sections, readings);
}

function* readSections(
  sections: readonly ClassifiedSection[],
  context: ReadingContext,
): Steps<readonly SectionReading[]> {
  const readings: SectionReading[] = [];
  for (const section of sections) {
    const { content } = section.section;
    const before = findReading(section, content, context);
    readings.push(before ?? readSection(section, content, context));
    if (!before) yield;
  }
  return readings;
}

/** What crosses sections: it is found anew each time. */
function judge(
  document: ReadDocument,
  rules: CompiledRules,
  options: AnalysisOptions,
  { type, stage }: Scope,
  sections: readonly ClassifiedSection[],
  readings: readonly SectionReading[],
): Analysis {
  const contents = document.sections.map((section) => section.content);
  const comments = readings.flatMap((reading, index) => reading.comments.map((comment) => standIn(comment, index)));
  const waivers = comments.flatMap((c) => (c.kind === 'waiver' ? [c.waiver] : []));
  const references = indexReferences(contents.map(({ section }) => section.heading));
  const judging = { document, sections: readings, waivers, references };
  const judgements = new Map(
    [...rules.ruleSet.considerations.keys()].map((id, at) => [id, judgeConsideration(at, judging)]),
  );
  const { today, severities = {} } = options;
  const base = { document, contents, sections, rules, type, stage, judgements, references, comments, today };
  const checked = runChecks({ ...base, results: readings, waivers, severities });
  const startOf = (section: number) => document.sections[section]?.span.start ?? 0;
  return {
    kind: 'checked',
    document,
    type,
    stage,
    sections: sections.map((section, index) => {
      const own = () => [...judgements.values()].flatMap((all) => all[index] ?? []);
      return new PlacedSectionAnalysis(section, () => own().map((j) => placeJudgement(j, index, startOf)));
    }),
    findings: checked.findings,
    waivers: checked.waivers.map((waiver) => placeWaiver(waiver, startOf)),
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

function findDeferralPolicy(rules: CompiledRules, stage: string | undefined): DeferralPolicy {
  const policy = [...rules.ruleSet.rules.values()].find((rule) => rule.check === 'deferral')?.['by-stage'];
  return policy?.[stage ?? ''] ?? policy?.default ?? 'thin';
}
