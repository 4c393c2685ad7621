import { readFileSync } from 'node:fs';
import { analyze, compileRules, parseDocument } from '../server/src/core';
import { composeRuleSet } from '../server/src/packs/composeRuleSet';
import { parsePack } from '../server/src/packs/parsePack';

/**
 * Measures a pack of 2,000 terms and 200 rules: `node esbuild.mjs --bench && node out/bench/packs.mjs`. Wanted: it loads in under 300 ms, and a
 * check with it on top of the packs that ship costs less than twice a check with those alone. Processor time, medians of one run.
 */
const ROUNDS = 9;
const HEAD = 'id: large\nversion: 1.0.0\nengine: ">=0.1 <1"\ntitle: L\ndescription: D\nlicence: MIT\nsources: {}\n';
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const examples = '[{ text: TBC, expect: fail }, { text: Done., expect: pass }]';
const text = `${HEAD}signals:
${many(200, (i) => `  large-${i}: { terms: [${Array.from({ length: 10 }, (_, j) => `ward ${i} matter ${j}`).join(', ')}] }`)}
rules:
${many(200, (i) => `  r${i}: { check: inputs, title: T, why: W, severity: hint, signals: [large-${i}], examples: ${examples} }`)}
`;

const { ruleSet: shipped, packs } = await loadPlain();
const load = () => {
  const { loaded } = parsePack([{ path: 'pack.yaml', text }]);
  if (!loaded) throw new Error('the pack must be sound');
  return loaded;
};
const large = composeRuleSet([...packs, load()]);
if (large.problems.length > 0) throw new Error(large.problems[0]?.message);
const paper = readFileSync('examples/outline-business-case.md', 'utf8');
const options = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };
const check = (rules: ReturnType<typeof compileRules>) => () => analyze(parseDocument(paper), rules, options);

const loading = median(() => composeRuleSet([load()]));
const alone = median(check(compileRules(shipped)));
const together = median(check(compileRules(large.ruleSet)));
console.log(`load 2,000 terms and 200 rules: ${loading.toFixed(0)} ms`);
console.log(
  `check with the packs that ship: ${alone.toFixed(1)} ms; with the large pack on top: ${together.toFixed(1)} ms; ratio ${(together / alone).toFixed(2)}`,
);

async function loadPlain() {
  const { loadPacks } = await import('../server/src/host/loadPacks');
  const { hashText } = await import('../server/src/host/nodeHash');
  const { nodeFileSystem } = await import('../server/src/host/nodeFileSystem');
  const from = { rulesFolder: `${process.cwd()}/rules`, workingFolder: process.cwd(), hash: hashText };
  const { ruleSet, loaded } = await loadPacks(['inclusive-growth'], from, nodeFileSystem);
  return { ruleSet, packs: loaded };
}

/** Milliseconds of processor time. */
function median(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
