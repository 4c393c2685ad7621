import { byPath } from '../../../host/nodePaths';
import type { FailOn, Format, RecordsEnd } from '../../../report';
import { REPORTERS, summariseDocument } from '../../../report';
import type { RunHead } from '../../batch/gatherRun';
import { judgeShards } from '../../batch/judgeShards';
import type { RecordsFile } from '../../batch/readRecords';
import { mergeRecords, openRecords, RecordsFault } from '../../batch/readRecords';
import type { ReportPlan } from '../../batch/runWriter';
import { RunWriter } from '../../batch/runWriter';
import type { Io } from '../../io';
import type { ParsedArguments } from '../../parseOptions';
import { describeReport } from '../../terminal';
import type { UsageError } from '../../usageError';
import { isUsageError } from '../../usageError';
import { CHECK_OPTIONS, readFailOn, readFormat } from '../checkOptions';
import type { Command } from '../command';
import { lastValue } from '../command';

const { format, output, quiet, explain } = CHECK_OPTIONS;
const failOn = CHECK_OPTIONS['fail-on'];

export const mergeCommand: Command = {
  name: 'report merge',
  summary: 'Make one report of the records that the parts of a run wrote',
  usage: 'FILES',
  details: [
    'Each part is checked with `check --shard 1/3 --format records --output part-1.records`, on any machine. The report is the same as that of one run over all files, in whatever format is asked for here.',
    'Ends as `check` does. Parts that are missing, or of different runs, are refused.',
  ],
  options: { format, output, 'fail-on': failOn, quiet, explain },
  run: async (args, io) => {
    const wanted = readWanted(args);
    if (isUsageError(wanted)) return wanted;
    const files = await openFiles(args.positionals, io);
    if (typeof files === 'number') return files;
    return judgeShards(files) ?? (await merge(files, wanted, io));
  },
};

interface Wanted {
  readonly kind: 'wanted';
  readonly format: Format;
  readonly failOn?: FailOn;
  readonly output?: string;
  readonly quiet: boolean;
  readonly explain: boolean;
}

function readWanted(args: ParsedArguments): Wanted | UsageError {
  const format = readFormat(args);
  if (typeof format !== 'string') return format;
  const threshold = readFailOn(args);
  if (typeof threshold === 'object') return threshold;
  const flags = { quiet: args.options.has('quiet'), explain: args.options.has('explain') };
  return { kind: 'wanted', format, failOn: threshold, output: lastValue(args, 'output'), ...flags };
}

async function openFiles(paths: readonly string[], io: Io): Promise<readonly RecordsFile[] | number> {
  const files: RecordsFile[] = [];
  for (const path of paths) {
    const file = io.fileSystem.resolve(io.cwd, path);
    try {
      files.push(await openRecords(path, io.batch.readLines(file)));
    } catch (fault) {
      return tell(fault, io);
    }
  }
  return files;
}

async function merge(files: readonly RecordsFile[], wanted: Wanted, io: Io): Promise<number> {
  const [first] = files;
  if (!first) return 2;
  const { tool, packs, rules, problems } = first.head;
  const head: RunHead = { tool, packs, rules, problems, failOn: wanted.failOn ?? first.head.failOn };
  const report = { ...describeReport(wanted, io), failOn: head.failOn, ruleIds: rules.map((rule) => rule.id) };
  const plan: ReportPlan = { format: wanted.format, report };
  const writer = await RunWriter.open(head, plan, wanted, inputsOf(files, io), io);
  await writer.begin();
  try {
    const ends = await addDocuments(files, plan, writer);
    for (const outcome of gatherRest(ends)) await writer.add(outcome);
    return await writer.end(ends.reduce((sum, end) => sum + end.milliseconds, 0));
  } catch (fault) {
    // The report is left without its end: it must not look whole.
    await writer.stop();
    return tell(fault, io);
  }
}

function inputsOf(files: readonly RecordsFile[], io: Io) {
  return files.map(({ path }) => ({ path, file: io.fileSystem.resolve(io.cwd, path), named: true }));
}

async function addDocuments(files: readonly RecordsFile[], plan: ReportPlan, writer: RunWriter) {
  const documents = mergeRecords(files);
  for (;;) {
    const next = await documents.next();
    if (next.done) return next.value;
    const text = REPORTERS[plan.format].writeDocument(next.value, plan.report);
    await writer.add({ document: { summary: summariseDocument(next.value), text }, problems: [] });
  }
}

/** What the parts could not check, and their problems, in the order in which one run would have met them. */
function gatherRest(ends: readonly RecordsEnd[]) {
  const notChecked = ends.flatMap((end) => end.notChecked).sort(byPath);
  const problems = ends
    .flatMap((end) => end.fileProblems)
    .sort((a, b) => byPath({ path: a.path ?? '' }, { path: b.path ?? '' }));
  return [{ problems }, ...notChecked.map((file) => ({ notChecked: file, problems: [] }))];
}

/** Says why a file cannot be merged. Anything else is a fault of the program. */
async function tell(fault: unknown, io: Io): Promise<number> {
  if (!(fault instanceof RecordsFault)) throw fault;
  await io.messages.write(`Problem: ${fault.message}\n`);
  return 2;
}
