import type { FileToCheck } from '../host/findFiles';
import type { LoadedConfig } from '../host/loadConfig';
import { createPathMapper } from '../host/mapPath';
import type { DocumentMapping } from '../packs/parseConfig';
import type { CheckedDocument, RunProblem, UncheckedDocument } from '../report';
import type { CheckOutcome, GivenBy } from './checkDocument';
import { checkDocument } from './checkDocument';
import type { OpenedRules, RulesOpener } from './openRules';
import type { DocumentText } from './readDocument';

/** What holds for every file of a run. */
export interface CheckSettings {
  readonly config: LoadedConfig;
  readonly openRules: RulesOpener;
  /** From the command line: for every file. */
  readonly type?: string;
  readonly stage?: string;
  readonly today: string;
  readonly read: (file: FileToCheck) => Promise<DocumentText>;
  readonly showProgress: (path: string, index: number) => void;
}

export interface CheckedFiles {
  readonly documents: readonly CheckedDocument[];
  readonly notChecked: readonly UncheckedDocument[];
  readonly problems: readonly RunProblem[];
  /** Rule sets that were used. */
  readonly rules: readonly OpenedRules[];
}

/** Checks files in order. The next file is read while one is checked. */
export async function checkFiles(files: readonly FileToCheck[], settings: CheckSettings): Promise<CheckedFiles> {
  const mapPath = createPathMapper(settings.config);
  const rules = new Set<OpenedRules>();
  const outcomes: CheckOutcome[] = [];
  let next = files[0] && settings.read(files[0]);
  for (const [index, file] of files.entries()) {
    settings.showProgress(file.path, index);
    const following = files[index + 1];
    const reading = next;
    next = following && settings.read(following);
    const text = await reading;
    const mapping = mapPath(file.file);
    const opened = await settings.openRules(mapping?.packs);
    rules.add(opened);
    if (text) outcomes.push(checkFile(file, text, opened, mapping, settings));
  }
  return {
    documents: outcomes.flatMap((outcome) => outcome.checked ?? []),
    notChecked: outcomes.flatMap((outcome) => outcome.notChecked ?? []),
    problems: outcomes.flatMap((outcome) => outcome.problems),
    rules: [...rules],
  };
}

function checkFile(
  file: FileToCheck,
  text: DocumentText,
  rules: OpenedRules,
  mapping: DocumentMapping | undefined,
  { type, stage, today, config }: CheckSettings,
): CheckOutcome {
  const { path, named } = file;
  if ('code' in text) {
    return { notChecked: { path, reason: 'unreadable', message: text.message }, problems: [text] };
  }
  if (rules.ruleSet.documentTypes.size === 0) {
    const message = 'no usable pack says what to look for; see the problems above.';
    return { notChecked: { path, reason: 'no-rules', message }, problems: [] };
  }
  const fromConfig = mapping?.packs ? 'configuration' : 'judged-configuration';
  const by = (option?: string, mapped?: string): GivenBy => (option ? 'option' : mapped ? fromConfig : 'front-matter');
  try {
    return checkDocument({
      path,
      named,
      text: text.text,
      rules,
      options: {
        type: type ?? mapping?.type,
        stage: stage ?? mapping?.stage,
        today,
        severities: config.config.severities,
      },
      givenBy: { type: by(type, mapping?.type), stage: by(stage, mapping?.stage) },
    });
  } catch (error) {
    // The engine promises not to throw. If it does all the same, the other files are still checked, and the run says so.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the check itself failed on this file (${reason}). This is a fault of the program: please report it.`;
    return {
      notChecked: { path, reason: 'unreadable', message },
      problems: [{ code: 'internal', severity: 'error', path, message }],
    };
  }
}
