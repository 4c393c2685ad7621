import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

const CORPUS = '../shared/corpus';

interface Scored {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number;
  readonly labelledPresent: number;
}

/** What the corpus' own `score.mjs --json` prints, in shares from 0 to 1. */
export interface CorpusScore {
  readonly present: Scored;
  readonly perConsideration: Readonly<Record<string, Scored>>;
  readonly sectionsFound: number;
  readonly stateAgreement: number;
  readonly nagPrecision: number;
  readonly nagRecall: number;
  readonly deferralRecall: number;
  readonly trapsAvoided: number;
  readonly missesCaught: number;
}

/** Scores the built command line on the real documents beside the repository; `undefined` where they are not at hand. */
export function scoreCorpus(): CorpusScore | undefined {
  if (!existsSync(`${CORPUS}/score.mjs`)) return undefined;
  const options = ['--type', 'policy-paper', '--format', 'json', '--fail-on', 'never'];
  mkdirSync('out', { recursive: true });
  writeFileSync('out/corpus-report.json', runNode(['dist/cli.js', 'check', `${CORPUS}/documents`, ...options]));
  const args = ['--labels', `${CORPUS}/labels`, '--report', 'out/corpus-report.json', '--json'];
  return JSON.parse(runNode([`${CORPUS}/score.mjs`, ...args]));
}

function runNode(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
