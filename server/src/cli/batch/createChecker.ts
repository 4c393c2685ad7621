import type { FileToCheck } from '../../host/findFiles';
import type { LoadedConfig } from '../../host/loadConfig';
import { createPathMapper } from '../../host/mapPath';
import { hashText } from '../../host/nodeHash';
import type { DocumentMapping } from '../../packs/parseConfig';
import type { DocumentView } from '../../report';
import { describeDocument, REPORTERS, summariseDocument } from '../../report';
import type { CheckOutcome, GivenBy } from '../checkDocument';
import { checkDocument } from '../checkDocument';
import type { OpenedRules, RulesOpener } from '../openRules';
import type { DocumentText } from '../readDocument';
import type { CheckFile, CheckPlan, CheckResult, DayRange, TaskOutcome } from './checkTask';

/** What a checker works with, besides its plan. */
export interface CheckerParts {
  readonly config: LoadedConfig;
  readonly openRules: RulesOpener;
  readonly read: (file: FileToCheck) => Promise<DocumentText>;
}

/** A function that reads a file, checks it, and writes what the report says of it. */
export function createChecker(plan: CheckPlan, parts: CheckerParts): CheckFile {
  const mapPath = createPathMapper(parts.config);
  return async (file) => {
    const text = await parts.read(file);
    const mapping = mapPath(file.file);
    const rules = await parts.openRules(mapping?.packs);
    if ('code' in text) {
      const { path } = file;
      return { outcome: { notChecked: { path, reason: 'unreadable', message: text.message }, problems: [text] } };
    }
    return checkText(file, text.text, rules, mapping, plan, parts.config);
  };
}

function checkText(
  file: FileToCheck,
  text: string,
  rules: OpenedRules,
  mapping: DocumentMapping | undefined,
  plan: CheckPlan,
  config: LoadedConfig,
): CheckResult {
  const { path } = file;
  if (rules.ruleSet.documentTypes.size === 0) {
    const message = 'no usable pack says what to look for; see the problems above.';
    return { outcome: { notChecked: { path, reason: 'no-rules', message }, problems: [] } };
  }
  try {
    const checked = runCheck(file, text, rules, mapping, plan, config);
    const view = checked.checked && describeDocument(checked.checked);
    return { outcome: writeOutcome(checked, view, plan), textHash: hashText(text), days: view && findDays(view, plan) };
  } catch (error) {
    // The engine promises not to throw. If it does all the same, the other files are still checked, and the run says so.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the check itself failed on this file (${reason}). This is a fault of the program: please report it.`;
    const problems = [{ code: 'internal', severity: 'error', path, message } as const];
    return { outcome: { notChecked: { path, reason: 'unreadable', message }, problems } };
  }
}

function runCheck(
  { path, named }: FileToCheck,
  text: string,
  rules: OpenedRules,
  mapping: DocumentMapping | undefined,
  { type, stage, today }: CheckPlan,
  { config }: LoadedConfig,
): CheckOutcome {
  const fromConfig = mapping?.packs ? 'configuration' : 'judged-configuration';
  const by = (option?: string, mapped?: string): GivenBy => (option ? 'option' : mapped ? fromConfig : 'front-matter');
  const options = { type: type ?? mapping?.type, stage: stage ?? mapping?.stage, today, severities: config.severities };
  const givenBy = { type: by(type, mapping?.type), stage: by(stage, mapping?.stage) };
  return checkDocument({ path, named, text, rules, options, givenBy });
}

function writeOutcome(
  { notChecked, problems }: CheckOutcome,
  view: DocumentView | undefined,
  { format, report }: CheckPlan,
): TaskOutcome {
  if (!view) return { notChecked, problems };
  return {
    document: { summary: summariseDocument(view), text: REPORTERS[format].writeDocument(view, report) },
    problems,
  };
}

/** The day matters to waivers that end: the outcome holds as long as each has ended, or has not, as it has today. */
function findDays({ waivers }: DocumentView, { today }: CheckPlan): DayRange {
  const ends = waivers.flatMap(({ until }) => until ?? []).sort();
  return { after: ends.findLast((end) => end < today), until: ends.find((end) => end >= today) };
}
