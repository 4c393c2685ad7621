import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { BenchOptions, Figure, PartResult } from './figure';
import { measureBusy } from './parts/busy';
import { measureEditor } from './parts/editor';
import { measureFirstCheck } from './parts/firstCheck';
import { measureFolder } from './parts/folder';
import { measureHostile } from './parts/hostile';
import { measureKeys } from './parts/keys';
import { measureMemory, printMemory } from './parts/memory';
import { measurePacks } from './parts/packs';
import { measurePeers } from './parts/peers';
import { measureStartup } from './parts/startup';
import { printTable, writeTables } from './writeTables';

/**
 * `npm run bench` measures everything, `npm run bench -- keys startup` single parts. `--quick` tries them out on small inputs; `--write` puts the
 * tables into docs/performance.md. Run it alone on a quiet machine: ratios of one run may be quoted, times of two runs not compared.
 */
const PARTS: Readonly<Record<string, (options: BenchOptions) => readonly Figure[] | Promise<readonly Figure[]>>> = {
  startup: measureStartup,
  'first-check': measureFirstCheck,
  keys: measureKeys,
  busy: measureBusy,
  hostile: measureHostile,
  memory: measureMemory,
  packs: measurePacks,
  peers: measurePeers,
  folder: measureFolder,
  editor: measureEditor,
};
const RESULTS = 'out/bench/results.json';

const args = process.argv.slice(2);
if (args[0] === 'memory-of') await printMemory(Number(args[1]));
else await runBench();

async function runBench(): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new Error(`there is no part \`${unknown}\`: ${Object.keys(PARTS).join(', ')}`);
  const quick = args.includes('--quick');
  const results = readResults();
  for (const [name, measure] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.log(`\n${name}`);
    const figures = await measure({ quick });
    console.log(printTable(figures));
    const about = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '', quick };
    results.set(name, { about, figures });
    mkdirSync('out/bench', { recursive: true });
    writeFileSync(RESULTS, `${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
  }
  console.log(`\nAll figures: ${RESULTS}`);
  if (args.includes('--write')) writeTables(results);
}

function readResults(): Map<string, PartResult> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, PartResult>));
  } catch {
    return new Map();
  }
}
