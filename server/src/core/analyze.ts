import type { Analysis, AnalysisOptions, NotChecked } from './analysis';
import type { DeferralPolicy } from './considerations/judgeSection';
import { ReadDocument } from './document/buildModel';
import type { DocumentModel } from './document/documentModel';
import { readDocument } from './document/parseDocument';
import { judgeDocument, wasJudged } from './judgeDocument';
import { findReading, type ReadingContext, readSection, type SectionReading } from './readSection';
import type { CompiledRules } from './rules/compileRules';
import { findScope } from './scope';
import { type ClassifiedSection, classifySections } from './sections/classifySections';
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

/** `analyze` in short steps, for long documents: one or more for each section that is read anew, and for each consideration. */
export function* analyzeInSteps(
  document: DocumentModel,
  rules: CompiledRules,
  options: AnalysisOptions,
): Steps<Analysis | NotChecked> {
  const scope = findScope(document, rules.ruleSet, options);
  if (scope.kind === 'not-checked') return scope;
  const read = document instanceof ReadDocument ? document : yield* readDocument(document.text);
  const sections = yield* classifySections(read, rules, scope.type);
  const deferrals = findDeferralPolicy(rules, scope.stage);
  const isWritten = wasJudged(read, rules);
  const readings = yield* readSections(sections, { ...scope, rules, deferrals, today: options.today, isWritten });
  return yield* judgeDocument({ document: read, rules, options, scope, sections, readings });
}

function* readSections(
  sections: readonly ClassifiedSection[],
  context: ReadingContext,
): Steps<readonly SectionReading[]> {
  const readings: SectionReading[] = [];
  for (const section of sections) {
    const { content } = section.section;
    const before = findReading(section, content, context);
    readings.push(before ?? (yield* readSection(section, content, context)));
    if (!before) yield;
  }
  return readings;
}

function findDeferralPolicy(rules: CompiledRules, stage: string | undefined): DeferralPolicy {
  const policy = [...rules.ruleSet.rules.values()].find((rule) => rule.check === 'deferral')?.['by-stage'];
  return policy?.[stage ?? ''] ?? policy?.default ?? 'thin';
}
