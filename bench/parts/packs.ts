import { analyze, compileRules, parseDocument } from '../../server/src/core';
import { composeRuleSet } from '../../server/src/packs/composeRuleSet';
import { parsePack } from '../../server/src/packs/parsePack';
import { loadShippedPacks } from '../../test/support/shippedRules';
import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { generatePaper } from '../generatePaper';
import { measureHere } from '../measure/processorTime';
import { median, percentile } from '../measure/statistics';

const OPTIONS = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };
const SIZE = '2,000 terms, 200 rules';

/** Loading a large pack, and a check with it on top of the packs that ship against one with those alone, by turns in one process. */
export async function measurePacks({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const text = writeLargePack();
  const load = () => {
    const { loaded, problems } = parsePack([{ path: 'pack.yaml', text }]);
    if (!loaded || problems.length > 0) throw new Error(problems[0]?.message ?? 'the pack cannot be read');
    return loaded;
  };
  const loadAlone = () => compileRules(composeRuleSet([load()]).ruleSet);
  const rounds = quick ? 2 : 15;
  // The first time, much of the program is only compiled: what a run pays that loads one pack.
  const first = measureHere(loadAlone);
  const later = Array.from({ length: rounds }, () => measureHere(loadAlone));
  const add = (what: string, on: string, values: readonly number[], unit: Figure['unit']): Figure => ({
    part: 'packs',
    what,
    on,
    median: median(values),
    ...(values.length > 1 && { p95: percentile(values, 0.95) }),
    unit,
  });
  const loading = [
    add('load a pack, first in the process', SIZE, [first], 'ms'),
    add('load a pack', SIZE, later, 'ms'),
  ];

  const shipped = await loadShippedPacks();
  const together = composeRuleSet([...shipped.loaded, load()]);
  if (together.problems.length > 0) throw new Error(together.problems[0]?.message);
  const rules = { alone: compileRules(shipped.ruleSet), together: compileRules(together.ruleSet) };
  const checking = (quick ? [10_000] : [20_000, 100_000]).flatMap((length) => {
    const paper = generatePaper({ seed: 7, length });
    const check = (of: keyof typeof rules) => analyze(parseDocument(paper), rules[of], OPTIONS);
    for (let round = 0; round < 3; round++) for (const of of ['alone', 'together'] as const) check(of);
    const times = Array.from({ length: rounds }, () => ({
      alone: measureHere(() => check('alone')),
      together: measureHere(() => check('together')),
    }));
    const on = nameSize(length);
    return [
      add(
        'check with the packs that ship',
        on,
        times.map(({ alone }) => alone),
        'ms',
      ),
      add(
        'check with the large pack as well',
        on,
        times.map((time) => time.together),
        'ms',
      ),
      add(
        'with ÷ without the large pack',
        on,
        times.map((time) => time.together / time.alone),
        'times',
      ),
    ];
  });
  return [...loading, ...checking];
}

/** A pack whose terms begin with words that stand in papers, so that they must be looked at. */
function writeLargePack(): string {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');
  const first = ['residents', 'the project', 'local jobs', 'cost of', 'people'];
  const terms = (signal: number) =>
    Array.from({ length: 10 }, (_, term) => `${first[(signal + term) % first.length]} ward ${signal} matter ${term}`);
  const examples = '[{ text: TBC, expect: fail }, { text: Done., expect: pass }]';
  return `id: large
version: 1.0.0
engine: ">=0.1 <1"
title: Large
description: As large as packs are expected to be.
licence: MIT
sources: {}
signals:
${many(200, (i) => `  large-${i}: { terms: [${terms(i).join(', ')}] }`)}
rules:
${many(200, (i) => `  r${i}: { check: inputs, title: T, why: W, severity: hint, signals: [large-${i}], examples: ${examples} }`)}
`;
}
