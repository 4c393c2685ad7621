import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLabelled } from './readLabelled';

const CORPUS = '../shared/corpus';
const PAGES = 'test/evaluation/pages';

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

/** Labels of a page of the corpus that has none there, as its `score.mjs` reads them; without words of the page. */
interface PageLabels {
  /** Path under the corpus' `unlabelled`. */
  readonly page: string;
  /** Of the page as it was labelled: lines of another would not fit. */
  readonly sha256: string;
}

/** The parts in which pages were labelled: as with our own fixtures, the second is not read by whoever writes rules. */
export type PagesScore = Readonly<Record<'written-against' | 'measured-only', CorpusScore>>;

/** Scores the built command line on the real documents beside the repository; `undefined` where they are not at hand. */
export function scoreCorpus(): CorpusScore | undefined {
  return hasCorpus() ? scoreFolders(`${CORPUS}/documents`, `${CORPUS}/labels`) : undefined;
}

/** Scores it on more real pages, which readers labelled blind for this project; `undefined` where they are not at hand. */
export function scorePages(): PagesScore | undefined {
  if (!hasCorpus()) return undefined;
  return { 'written-against': scorePart('written-against'), 'measured-only': scorePart('measured-only') };
}

function hasCorpus(): boolean {
  return existsSync(`${CORPUS}/score.mjs`);
}

/** Lays a part out as `score.mjs` wants it, where files are known by their names alone: many pages have the same. */
function scorePart(part: string): CorpusScore {
  // Outside of the repository, whose ignored folders the command line passes over.
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const inner of ['documents', 'labels']) mkdirSync(`${folder}/${inner}`);
    const pages: readonly PageLabels[] = JSON.parse(readFileSync(`${PAGES}/${part}.json`, 'utf8'));
    for (const { page, sha256, ...labels } of pages) {
      const text = readLabelled(`${CORPUS}/unlabelled/${page}`, sha256, `${PAGES}/${part}.json`);
      const file = page.replaceAll('/', '-');
      writeFileSync(`${folder}/documents/${file}`, text);
      writeFileSync(`${folder}/labels/${file}.json`, JSON.stringify({ file, ...labels }));
    }
    return scoreFolders(`${folder}/documents`, `${folder}/labels`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scoreFolders(documents: string, labels: string): CorpusScore {
  const options = ['--type', 'policy-paper', '--format', 'json', '--fail-on', 'never'];
  mkdirSync('out', { recursive: true });
  writeFileSync('out/corpus-report.json', runNode(['dist/cli.js', 'check', documents, ...options]));
  const args = ['--labels', labels, '--report', 'out/corpus-report.json', '--json'];
  return JSON.parse(runNode([`${CORPUS}/score.mjs`, ...args]));
}

function runNode(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
