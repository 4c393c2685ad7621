import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyze, compileRules, parseDocument, type RuleSet } from '../../server/src/core';
import type { DocumentView, JudgementView, SectionView } from '../../server/src/report';
import { describeDocument } from '../../server/src/report';
import { explainSection } from '../../server/src/report/explainSection';
import { loadShippedRuleSet } from '../support/shippedRules';

/**
 * Prints judgements picked at random from the examples and, where it is at hand, the shared corpus, each with the text of its
 * section and the explanation that `check --explain` gives: to be read by somebody who says whether they agree.
 * `node esbuild.mjs --eval && node out/eval/sampleJudgements.mjs --seed 7 --count 10`
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10' } },
});
const FOLDERS = ['examples', '../shared/corpus/documents'];
const OPTIONS = { width: 100, colour: false, quiet: false, explain: true, problemsApart: true };
const MOST_LINES = 40;

interface Candidate {
  readonly document: DocumentView;
  readonly lines: readonly string[];
  readonly section: SectionView;
  readonly judgement: JudgementView;
}

const ruleSet = await loadShippedRuleSet();
const candidates = listFiles().flatMap((path) => findCandidates(path, ruleSet));
for (const [index, candidate] of pick(candidates, Number(values.count), Number(values.seed)).entries())
  console.log(`${index + 1}. ${describe(candidate)}\n`);

function listFiles(): readonly string[] {
  const folders = FOLDERS.filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  return files.filter((path) => path.endsWith('.md') && !path.endsWith('README.md')).sort();
}

/** Every judgement that says something: of a section that is not asked and says nothing there is nothing to agree with. */
function findCandidates(path: string, rules: RuleSet): readonly Candidate[] {
  const text = readFileSync(path, 'utf8');
  const type = path.startsWith('examples/') ? {} : { type: 'policy-paper' };
  const analysis = analyze(parseDocument(text), compileRules(rules), { ...type, today: '2026-11-25' });
  if (analysis.kind !== 'checked') return [];
  const document = describeDocument({ path, analysis, ruleSet: rules });
  const lines = text.split('\n');
  return document.sections.flatMap((section) =>
    section.judgements
      .filter(({ state }) => state !== 'not-expected')
      .map((judgement) => ({ document, lines, section, judgement })),
  );
}

/** The same candidates for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function pick(from: readonly Candidate[], count: number, seed: number): readonly Candidate[] {
  const left = [...from];
  let state = seed >>> 0;
  const picked: Candidate[] = [];
  while (picked.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    picked.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return picked;
}

function describe({ document, lines, section, judgement }: Candidate): string {
  const [first, last] = section.lines;
  const shown = lines.slice(first - 1, Math.min(last, first - 1 + MOST_LINES));
  const quoted = shown.map((line) => `   | ${line}`).join('\n');
  const rest = last - first >= MOST_LINES ? `\n   | … to line ${last}` : '';
  const findings = section.findings.filter((finding) => finding.consideration?.id === judgement.consideration.id);
  const messages = findings.map(({ message }) => `  ! ${message}`);
  const explained = explainSection({ ...section, judgements: [judgement], findings }, OPTIONS);
  return [
    `${document.path}:${first} ${section.label}: ${judgement.consideration.title}`,
    `${quoted}${rest}`,
    ...messages,
    ...explained,
  ].join('\n');
}
