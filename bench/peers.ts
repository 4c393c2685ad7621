import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatePaper } from './generatePaper';

/** The folder of the peers' own package, with its own lockfile. */
export const PEERS = resolve('bench/peers');
/** Papers are written inside it: some peers only look below the folder that they run in. */
const WORK = join(PEERS, 'work');

/** Programs that check text, as they are called on a list of paths from the peers' folder. Ours is the first. */
export const PROGRAMS: Readonly<Record<string, (paths: readonly string[]) => readonly string[]>> = {
  'inclusive-growth': (paths) => [process.execPath, resolve('dist/cli.js'), 'check', ...paths, '--fail-on', 'never'],
  'markdownlint-cli2': (paths) => bin('markdownlint-cli2', paths),
  'remark-cli + lint presets + GFM': (paths) =>
    bin('remark', [
      ...['remark-gfm', 'remark-preset-lint-recommended', 'remark-preset-lint-consistent'].flatMap((use) => [
        '--use',
        use,
      ]),
      '--no-stdout',
      ...paths,
    ]),
  'textlint + terminology + write-good': (paths) =>
    bin('textlint', ['--rule', 'terminology', '--rule', 'write-good', ...paths]),
  'write-good': (paths) => bin('write-good', paths),
  alex: (paths) => bin('alex', paths),
  cspell: (paths) => bin('cspell', ['lint', '--no-progress', '--no-must-find-files', ...paths]),
};

function bin(name: string, args: readonly string[]): readonly string[] {
  return [process.execPath, join(PEERS, 'node_modules', '.bin', name), ...args];
}

/** Installs the peers when they are not there yet. */
export function installPeers(): void {
  if (existsSync(join(PEERS, 'node_modules', '.bin', 'cspell'))) return;
  console.log('Installing the programs to compare with into bench/peers (once).');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the programs to compare with could not be installed: see above.');
}

/** Writes made-up papers for a part of the benchmark; their folder, from the peers' folder. */
export function writePapers(name: string, count: number, length: number): string {
  const folder = join(WORK, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // A repository of its own: this one's .gitignore leaves the papers out, and ours goes by that.
  mkdirSync(join(WORK, '.git'), { recursive: true });
  for (let at = 0; at < count; at++) {
    writeFileSync(join(folder, `paper-${String(at).padStart(5, '0')}.md`), generatePaper({ seed: at + 1, length }));
  }
  return `work/${name}`;
}

/** Takes away all papers and caches. */
export function removePapers(): void {
  rmSync(WORK, { recursive: true, force: true });
}
