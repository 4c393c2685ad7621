import { strict as assert } from 'node:assert';
import { compileRules } from '../../../server/src/core';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import { parsePack } from '../../../server/src/packs/parsePack';

const HEAD = `id: big
version: 1.0.0
engine: ">=0.1 <1"
title: B
description: D
licence: MIT
sources: {}
`;
const many = (count: number, line: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);

/** Packs that somebody made to be a burden, with the words that say why they are not used. */
const CASES: readonly { readonly name: string; readonly text: string; readonly message: RegExp }[] = [
  { name: 'a file that is too large', text: ' '.repeat(512 * 1024 + 1), message: /larger than 512 KB: split it/ },
  { name: 'open brackets', text: '['.repeat(400_000), message: /nested too deeply/ },
  { name: 'open maps', text: '{a: '.repeat(100_000), message: /nested too deeply/ },
  { name: 'lists within lists', text: '- '.repeat(200_000), message: /nested too deeply/ },
  {
    name: 'aliases that unfold',
    text: `${HEAD}x0: &x0 [a]\n${many(60, (i) => `x${i + 1}: &x${i + 1} [${`*x${i}, `.repeat(9)}]`)}`,
    message: /aliases of this file unfold to more than 200,000 values/,
  },
  { name: 'thousands of mistakes', text: HEAD + many(30_000, (i) => `k${i}: v`), message: /more than 500 mistakes/ },
  {
    name: 'one key thousands of times',
    text: `${HEAD}signals:\n${many(15_000, () => '  r: { terms: [x] }')}\n`,
    message: /more than 500 mistakes/,
  },
  {
    name: 'thousands of rules',
    text: `${HEAD}rules:\n${many(20_000, (i) => `  r${i}: {}`)}\n`,
    message: /`rules` has 20,000 entries, and at most 5,000 are read/,
  },
  {
    name: 'thousands of included files',
    text: `${HEAD}include: [${many(2000, (i) => `f${i}.yaml`, ', ')}]\n`,
    message: /`include` has 2,000 entries, and at most 100 are read/,
  },
  {
    name: 'thousands of extended packs',
    text: `${HEAD}extends: [${many(2000, (i) => `p${i}`, ', ')}]\n`,
    message: /`extends` has 2,000 entries, and at most 50 are read/,
  },
  {
    name: 'a term without end',
    text: `${HEAD}signals: { a: { terms: ["${'<a|'.repeat(5000)}b${'>'.repeat(5000)}"] } }\n`,
    message: /a term has at most 2000 characters, and this one has 20001/,
  },
  {
    name: 'a heading that can be read in more ways than can be tried',
    text: `${HEAD}section-kinds: { need: { title: N, headings: ["need${'(a)'.repeat(60)}"] } }\n`,
    message: /has 60 optional parts, and at most 12 can be tried/,
  },
  {
    name: 'a pattern without end',
    text: `${HEAD}signals: { a: { patterns: ["${'(a|b)'.repeat(5000)}"] } }\n`,
    message: /a pattern has at most 5000 characters, and this one has 25000/,
  },
  {
    name: 'a pattern that repeats repetitions',
    text: `${HEAD}signals: { a: { patterns: ["((a{900}){900})"] } }\n`,
    message: /does not compile/,
  },
];

describe('limits', () => {
  for (const { name, text, message } of CASES) {
    it(`refuse ${name}, with words, and leave nothing of it behind`, () => {
      const { loaded, problems } = parsePack([{ path: 'pack.yaml', text }]);
      assert.match(problems.map((problem) => problem.message).join('\n'), message);
      assert.ok(problems.length <= 501);
      const { ruleSet } = composeRuleSet(loaded ? [loaded] : []);
      assert.equal(ruleSet.signals.size + ruleSet.rules.size + ruleSet.sectionKinds.size, 0);
      compileRules(ruleSet);
    });
  }

  it('are far from a large pack of real rules', () => {
    const items = many(2000, (i) => `      t${i}: { label: thing number ${i} }`);
    const signals = many(200, (i) => `  s${i}: { terms: [thing ${i}, "other <thing|matter>(s) ${i}"] }`);
    const text = `${HEAD}vocabularies:\n  things:\n    title: T\n    items:\n${items}\nsignals:\n${signals}\n`;
    assert.deepEqual(parsePack([{ path: 'pack.yaml', text }]).problems, []);
  });
});

describe('names of packs and files that are no text', () => {
  for (const key of ['extends', 'include'])
    it(`are told under \`${key}\`, and never looked for`, () => {
      const { loaded, problems } = parsePack([{ path: 'pack.yaml', text: `${HEAD}${key}: [5, { x: 1 }]\n` }]);
      assert.equal(problems.length, 2);
      assert.equal(loaded?.pack[key as 'extends'], undefined);
    });
});
