import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadShippedRules } from '../support/shippedRules';
import type { Explained } from './explainJudgement';
import { explainJudgement, listJudgements } from './explainJudgement';

/**
 * Prints judgements picked at random from the examples and, where it is at hand, the shared corpus, each with the text of its
 * section and the explanation that `check --explain` gives: to be read by somebody who says whether they agree.
 * `npm run eval:sample -- --seed 7 --count 10`
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10' } },
});
const MOST_LINES = 40;

const { rules } = await loadShippedRules();
const papers = [
  ...listPapers('examples').map((path) => ({ path, type: undefined })),
  ...listPapers('../shared/corpus/documents').map((path) => ({ path, type: 'policy-paper' })),
];
// Of a section that is not asked and says nothing there is nothing to agree with.
const candidates = papers
  .flatMap(({ path, type }) => listJudgements(path, rules, type))
  .filter(({ judgement }) => judgement.state !== 'not-expected');
for (const [index, candidate] of pick(candidates, Number(values.count), Number(values.seed)).entries())
  console.log(`${index + 1}. ${describe(candidate)}\n`);

function listPapers(folder: string): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const papers = names.filter((name) => name.endsWith('.md') && name !== 'README.md');
  return papers.sort().map((name) => `${folder}/${name}`);
}

/** The same candidates for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function pick(from: readonly Explained[], count: number, seed: number): readonly Explained[] {
  const left = [...from];
  let state = seed >>> 0;
  const picked: Explained[] = [];
  while (picked.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    picked.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return picked;
}

function describe(candidate: Explained): string {
  const { view, lines, section, judgement } = candidate;
  const [first, last] = section.lines;
  const shown = lines.slice(first - 1, Math.min(last, first - 1 + MOST_LINES)).map((line) => `   | ${line}`);
  const rest = last - first >= MOST_LINES ? [`   | … to line ${last}`] : [];
  const title = `${view.path}:${first} ${section.label}: ${judgement.consideration.title}`;
  return [title, ...shown, ...rest, explainJudgement(candidate)].join('\n');
}
