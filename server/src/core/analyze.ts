import type { Analysis, AnalysisOptions, NotChecked, SectionAnalysis } from './analysis';
import { judgeConsideration } from './considerations/judgeDocument';
import type { DeferralPolicy } from './considerations/judgeSection';
import { matchSection } from './considerations/sectionMatches';
import type { DocumentModel } from './document/documentModel';
import type { Judgement } from './findings/finding';
import { readComments } from './findings/readComments';
import type { CompiledRules } from './rules/compileRules';
import { runChecks } from './rules/runChecks';
import { findScope } from './scope';
import type { ClassifiedSection } from './sections/classifySections';
import { classifySections } from './sections/classifySections';
import { mapInSteps, runSteps, type Steps } from './steps';

/**
 * Reads a document against a rule set: classify its sections, find signals, judge each consideration in each section, run the checks.
 * Pure and total: any document gives a value. A document out of scope gives the reason and nothing else.
 * What was found in a section is kept with the section: after `updateDocument`, with the same rules and options, only what depends on
 * the change is found anew.
 */
export function analyze(
  document: DocumentModel,
  rules: CompiledRules,
  options: AnalysisOptions,
): Analysis | NotChecked {
  return runSteps(analyzeInSteps(document, rules, options));
}

/** `analyze` in short steps, for long documents: one for each section and each consideration. */
export function* analyzeInSteps(
  document: DocumentModel,
  rules: CompiledRules,
  options: AnalysisOptions,
): Steps<Analysis | NotChecked> {
  const scope = findScope(document, rules.ruleSet, options);
  if (scope.kind === 'not-checked') return scope;
  const { type, stage } = scope;
  const sections = classifySections(document, rules, type);
  const matches = yield* mapInSteps(document.sections, (section) => matchSection(section, rules));
  const comments = readComments(document, options.today);
  const waivers = comments.flatMap((c) => (c.kind === 'waiver' ? [c.waiver] : []));
  const prompts = comments.flatMap((c) => (c.kind === 'prompt' ? [c.prompt] : []));
  const deferrals = findDeferralPolicy(rules, stage);
  const judging = { document, rules, type, stage, sections, matches, waivers, deferrals };
  const judged = yield* mapInSteps(
    [...rules.ruleSet.considerations.keys()],
    (id) => [id, judgeConsideration(id, findRuleOf(id, rules), judging)] as const,
  );
  const judgements = new Map(judged);
  const context = { document, rules, type, stage, sections, matches, judgements, comments, today: options.today };
  const checked = runChecks(context, waivers, options.severities ?? {});
  return {
    kind: 'checked',
    document,
    type,
    stage,
    sections: sections.map((section, index) => toSectionAnalysis(section, index, judgements)),
    findings: checked.findings,
    waivers: checked.waivers,
    prompts,
  };
}

function findRuleOf(consideration: string, rules: CompiledRules) {
  return [...rules.ruleSet.rules.values()].find(
    (r) => r.check === 'consideration' && r.consideration === consideration,
  );
}

function findDeferralPolicy(rules: CompiledRules, stage: string | undefined): DeferralPolicy {
  const policy = [...rules.ruleSet.rules.values()].find((rule) => rule.check === 'deferral')?.['by-stage'];
  return policy?.[stage ?? ''] ?? policy?.default ?? 'thin';
}

function toSectionAnalysis(
  { section, kind, inheritedKind, role }: ClassifiedSection,
  index: number,
  judgements: ReadonlyMap<string, readonly Judgement[]>,
): SectionAnalysis {
  const own = [...judgements.values()].flatMap((all) => all[index] ?? []);
  return { section, kind, inheritedKind, role, judgements: own };
}
