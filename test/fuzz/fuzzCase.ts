import { analyze, compileRules, parseDocument } from '../../server/src/core';
import { composeRuleSet } from '../../server/src/packs/composeRuleSet';
import type { LoadedPack } from '../../server/src/packs/loadedPack';
import { orderPacks } from '../../server/src/packs/orderPacks';
import type { PackFile, PackProblem } from '../../server/src/packs/packProblem';
import { parsePack } from '../../server/src/packs/parsePack';
import { traceItem } from '../../server/src/packs/traceItem';
import { mutateText } from './mutatePack';
import { createRandom } from './random';
import { DOCUMENT, SEEDS } from './seeds';

/** What came of one damaged pack. */
export interface FuzzOutcome {
  readonly files: readonly PackFile[];
  readonly problems: readonly PackProblem[];
  /** Processor time in milliseconds, from reading the pack to checking a document with it. */
  readonly milliseconds: number;
  /** The pack could be used in spite of the damage. */
  readonly used: boolean;
}

/** Damages one of the seeds, reads it as the loader does, and checks a document with what is left of it. Throws what the loader throws. */
export function runFuzzCase(seed: number): FuzzOutcome {
  const random = createRandom(seed);
  const base = random.pick(SEEDS);
  const damaged = random.whole(base.length);
  const files = base.map((file, index) =>
    index === damaged ? { ...file, text: mutateText(file.text, random) } : file,
  );
  const started = process.cpuUsage();
  const { problems, used } = load(files);
  const { user, system } = process.cpuUsage(started);
  return { files, problems, used, milliseconds: (user + system) / 1000 };
}

function load(files: readonly PackFile[]): { problems: readonly PackProblem[]; used: boolean } {
  const { loaded, problems } = parsePack(files);
  const others = SEEDS.map((seed) => parseOnce(seed)).filter((pack) => pack.pack.id !== loaded?.pack.id);
  const ordered = orderPacks(loaded ? [...others.slice(0, 1), loaded] : []);
  const composed = composeRuleSet(ordered.packs);
  const rules = compileRules(composed.ruleSet);
  analyze(parseDocument(DOCUMENT), rules, { type: 'paper', stage: 'OBC', today: '2026-11-01' });
  for (const key of [...composed.ruleSet.origins.keys()].slice(0, 3)) traceItem(ordered.packs, key);
  return { problems: [...problems, ...ordered.problems, ...composed.problems], used: ordered.packs.length > 1 };
}

const parsed = new Map<readonly PackFile[], LoadedPack>();
function parseOnce(seed: readonly PackFile[]): LoadedPack {
  const known = parsed.get(seed) ?? parsePack(seed).loaded;
  if (!known) throw new Error('a seed must be sound');
  parsed.set(seed, known);
  return known;
}
