import { strict as assert } from 'node:assert';
import { composeRuleSet } from '../../server/src/packs/composeRuleSet';
import { formatProblem } from '../../server/src/packs/packProblem';
import { parsePack } from '../../server/src/packs/parsePack';
import { findProblemsOfFiles, HEAD } from '../support/packCases';

/** Reads `pack.yaml` alone, changed as said, by engine 0.1.0. */
function check(changes: Readonly<Record<string, string>>, items = '') {
  const text =
    Object.entries(changes).reduce(
      (head, [from, to]) => head.replace(from, to),
      HEAD.replace('include: [items.yaml]\n', ''),
    ) + items;
  const { pack, problems } = parsePack([{ path: 'pack.yaml', text }], '0.1.0');
  return { usable: pack !== undefined, problems: problems.map(formatProblem) };
}

describe('a pack whose identity is wrong', () => {
  it('is used when nothing is wrong', () => {
    assert.deepEqual(check({}), { usable: true, problems: [] });
  });

  it('is not used by an engine that its range excludes', () => {
    assert.deepEqual(check({ '>=0.1 <1': '>=2' }), {
      usable: false,
      problems: [
        'pack.yaml:3:9 error: this pack is for engine `>=2`, and this is engine 0.1.0: use another version of the pack or of the tool',
      ],
    });
  });

  it('is not used with a range that is none', () => {
    assert.deepEqual(check({ '>=0.1 <1': 'newest' }), {
      usable: false,
      problems: [
        'pack.yaml:3:9 error: `engine` of the pack is `newest`: it must be a range of versions such as `>=0.1 <1`',
      ],
    });
  });

  it('is not used with a version that is a number', () => {
    assert.deepEqual(check({ 'version: 1.0.0': 'version: 1.0' }), {
      usable: false,
      problems: ['pack.yaml:2:10 error: `version` must be text, not the number `1.0`: put it in quotes if it is text'],
    });
  });

  it('is not used with a version that is no semantic version', () => {
    assert.deepEqual(check({ 'version: 1.0.0': 'version: v1' }), {
      usable: false,
      problems: ['pack.yaml:2:10 error: `version` of the pack is `v1`: it must be a semantic version such as `1.0.0`'],
    });
  });

  it('is not used without an id', () => {
    assert.deepEqual(check({ 'id: mine\n': '' }), {
      usable: false,
      problems: [
        'pack.yaml:1:1 error: the pack lacks `id`: The pack’s own id, which begins the ids of its rules: `my-pack/my-rule`.',
      ],
    });
  });

  it('is used without a licence, and told so', () => {
    assert.deepEqual(check({ 'licence: MIT\n': '' }), {
      usable: true,
      problems: [
        'pack.yaml:1:1 error: the pack lacks `licence`: The licence of the pack’s own words, as an SPDX id or in words.',
      ],
    });
  });

  it('is told of the mistakes in its items as well', () => {
    assert.deepEqual(check({ '>=0.1 <1': '>=2' }, 'signals: { a: { trems: [x] } }\n').problems, [
      'pack.yaml:3:9 error: this pack is for engine `>=2`, and this is engine 0.1.0: use another version of the pack or of the tool',
      'pack.yaml:8:17 error: unknown key `trems` of signal `a`: did you mean `terms`?',
    ]);
  });

  it('is told of a source without a title, and of an include outside its folder', () => {
    assert.deepEqual(
      check({
        '{ S1: { title: A source } }': '{ S1: { url: https://example.org } }',
        'licence: MIT': 'licence: MIT\ninclude: [../other.yaml]',
      }).problems,
      [
        'pack.yaml:7:11 error: entry 1 of `include` is `../other.yaml`: it must be the name of a `.yaml` file in the same folder or below it, such as `signals.yaml`',
        'pack.yaml:8:12 error: source `S1` lacks `title`',
      ],
    );
  });
});

describe('the files of one pack', () => {
  const main = { path: 'pack.yaml', text: HEAD.replace('[items.yaml]', '[a.yaml, b.yaml]') };
  const problemsOf = (a: string, b: string) =>
    findProblemsOfFiles([main, { path: 'a.yaml', text: a }, { path: 'b.yaml', text: b }]).map(formatProblem);

  it('are joined key by key, so that an item may be written in parts', () => {
    const a = 'signals:\n  a: { terms: [x] }\ncontexts:\n  c: { title: C, effect: weaken }\n';
    assert.deepEqual(problemsOf(a, 'signals:\n  b: { any: [a] }\ncontexts:\n  c: { terms: [x] }\n'), []);
  });

  it('must not say the same thing twice', () => {
    assert.deepEqual(problemsOf('signals:\n  a: { terms: [x] }\n', 'signals:\n  a: { terms: [y] }\n'), [
      'b.yaml:2:8 error: `terms` of signal `a` is given in two files of the same pack: first in a.yaml, line 2; keep one of them',
    ]);
  });

  it('do not take one another down: with one that is not YAML, the other is used, and nothing is said of what it refers to', () => {
    const rules =
      'rules:\n  r: { check: inputs, title: T, why: W, severity: hint, signals: [a], examples: [{ text: x, expect: fail }, { text: y, expect: pass }] }\n';
    assert.deepEqual(problemsOf('signals: {', rules), [
      'a.yaml:1:11 error: this is not valid YAML: a `{` or `[` is not closed, or what stands in it is not indented (Flow map in block collection must be sufficiently indented and end with a })',
    ]);
  });

  it('lose only their own words: what is left goes on being looked for, called by its id', () => {
    const found = 'considerations:\n  c: { facets: { f: { columns: [x] } }, present: [{ facets: [f] }] }\n';
    const { loaded, problems } = parsePack([
      main,
      { path: 'a.yaml', text: found },
      { path: 'b.yaml', text: 'considerations: {' },
    ]);
    assert.equal(problems.length, 1);
    assert.ok(loaded);
    const { ruleSet, problems: further } = composeRuleSet([loaded]);
    assert.deepEqual(further, []);
    assert.equal(ruleSet.considerations.get('c')?.title, 'c');
    assert.equal(ruleSet.considerations.get('c')?.facets.f?.title, 'f');
  });
});
