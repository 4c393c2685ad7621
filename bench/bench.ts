import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { analyze, compileRules, parseDocument } from '../server/src/core';
import { loadShippedRuleSet } from '../test/support/shippedRules';

/**
 * Measures reading and judging on the example case at several sizes, and compiling the packs.
 * Prints the median of several runs, and ratios to a loop that only walks the text: figures of one run may be compared, those of two may not.
 */
const ROUNDS = 7;
const example = readFileSync('examples/outline-business-case.md', 'utf8');
const body = example.replace(/^---[\s\S]*?\n---\n/, '');
const ruleSet = await loadShippedRuleSet();
const rules = compileRules(ruleSet);
const options = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };

report('compile packs', 0, () => compileRules(ruleSet));
for (const copies of [1, 4, 16]) {
  const text = body.repeat(copies);
  const document = parseDocument(text);
  report('walk text', text.length, () => walk(text));
  report('parse', text.length, () => parseDocument(text));
  report('analyse', text.length, () => analyze(document, rules, options));
}
const memory = process.memoryUsage();
console.log(`memory: ${Math.round(memory.heapUsed / 1e6)} MB heap in use, ${Math.round(memory.rss / 1e6)} MB resident`);

function report(name: string, length: number, run: () => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = times[ROUNDS >> 1] ?? 0;
  const size = length > 0 ? `${String(Math.round(length / 1024)).padStart(6)} KB` : '         ';
  console.log(`${name.padEnd(14)} ${size} ${median.toFixed(2).padStart(10)} ms`);
}

function walk(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}
