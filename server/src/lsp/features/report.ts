import type { Page } from '../../protocol/protocol';
import type { Format, Run, UncheckedDocument } from '../../report';
import { describeDocument, describeRules, FORMATS, printReport } from '../../report';
import type { StoredAnalysis } from '../analysisStore';
import type { ServerIdentity } from '../serverHost';
import type { Checked } from './describe';
import { isChecked } from './describe';

/** A report on documents as they stand in the editor, by the same reporters as the command line's. Null for an unknown format, or when none is checked. */
export function buildReport(format: string, analyses: readonly StoredAnalysis[], tool: ServerIdentity): Page | null {
  if (!isFormat(format)) return null;
  const checked = analyses.filter(isChecked);
  if (checked.length === 0) return null;
  const rules = describeRules([...new Set(checked.map(({ resource }) => resource.rules.ruleSet))]);
  const views = checked.map(({ uri, result, resource }) =>
    describeDocument({ path: nameOf(uri), analysis: result, ruleSet: resource.rules.ruleSet }),
  );
  const run = {
    tool,
    packs: packsOf(checked),
    rules,
    notChecked: analyses.flatMap(describeUnchecked),
    problems: [],
    fileProblems: [],
    failOn: 'error',
    milliseconds: 0,
  } as const;
  return {
    title: 'Inclusive growth report',
    text: printReport(format, run, views, { ...PLAIN, failOn: run.failOn, ruleIds: rules.map((rule) => rule.id) }),
  };
}

/** A file is read outside any terminal: no colours. */
const PLAIN = { width: 100, colour: false, explain: false, quiet: false, problemsApart: false } as const;

function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

function packsOf(analyses: readonly Checked[]): Run['packs'] {
  const packs = analyses.flatMap(({ resource }) => resource.packs);
  return [...new Map(packs.map(({ id, version, integrity }) => [id, { id, version, integrity }])).values()];
}

function describeUnchecked({ uri, result }: StoredAnalysis): readonly UncheckedDocument[] {
  if (result.kind === 'checked') return [];
  const message = 'Neither the front matter nor the configuration says a document type and stage that the packs know.';
  return [{ path: nameOf(uri), reason: result.reason, message }];
}

/** The last part of a URI, as one would name the file. */
function nameOf(uri: string): string {
  const last = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
