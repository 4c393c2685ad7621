import { strict as assert } from 'node:assert';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import type { LoadedPack } from '../../../server/src/packs/loadedPack';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { parsePack } from '../../../server/src/packs/parsePack';

/** A pack `id` in `id.yaml`; its items begin on line 8. */
function pack(id: string, items: string, extended: readonly string[] = []): LoadedPack {
  const head = `id: ${id}\nversion: 1.0.0\nengine: ">=0"\ntitle: ${id}\ndescription: D\nlicence: MIT\nsources: { ${id.toUpperCase()}1: { title: Of ${id} } }\n`;
  const extend = extended.length > 0 ? `extends: [${extended.join(', ')}]\n` : '';
  const { loaded } = parsePack([{ path: `${id}.yaml`, text: head + extend + items }]);
  assert.ok(loaded);
  return loaded;
}

function compose(...packs: readonly LoadedPack[]) {
  const { ruleSet, problems } = composeRuleSet(packs);
  return { ruleSet, problems: [...packs.flatMap((p) => p.problems), ...problems].map(formatProblem) };
}

const BASE = `signals:
  a: { title: A, terms: [x, y], unless: [b] }
  b: { terms: [z] }
rules:
  r:
    { check: placeholder, title: T, why: W, severity: warning, help: H,
      examples: [{ text: TBC, expect: fail }, { text: Done., expect: pass }] }
`;

describe('composeRuleSet', () => {
  it('names rules by their pack, and the others as they are written', () => {
    const { ruleSet, problems } = compose(pack('base', BASE));
    assert.deepEqual(problems, []);
    assert.deepEqual([...ruleSet.rules.keys()], ['base/r']);
    assert.deepEqual([...ruleSet.signals.keys()], ['a', 'b']);
    assert.deepEqual(ruleSet.packs, [{ id: 'base', version: '1.0.0', title: 'base' }]);
    assert.deepEqual(ruleSet.sources.get('base:BASE1'), { title: 'Of base' });
  });

  it('merges maps key by key, replaces lists, and keeps what is not named', () => {
    const { ruleSet, problems } = compose(
      pack('base', BASE),
      pack('team', 'signals:\n  a: { terms: [q] }\n', ['base']),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(ruleSet.signals.get('a'), { title: 'A', terms: ['q'], unless: ['b'] });
    assert.deepEqual(ruleSet.signals.get('b'), { terms: ['z'] });
    assert.deepEqual(ruleSet.origins.get('signals:a'), { pack: 'team', overrides: ['base'] });
    assert.deepEqual(ruleSet.origins.get('signals:b'), { pack: 'base', overrides: [] });
  });

  it('takes away what a later pack leaves empty, a key or a whole item', () => {
    const { ruleSet, problems } = compose(
      pack('base', BASE),
      pack('team', 'signals:\n  a: { unless: }\n  b:\n', ['base']),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(ruleSet.signals.get('a'), { title: 'A', terms: ['x', 'y'] });
    assert.equal(ruleSet.signals.has('b'), false);
    assert.equal(ruleSet.origins.has('signals:b'), false);
  });

  for (const name of ['r', 'base/r']) {
    it(`overrides a rule by \`${name}\` under its first name, and adds examples to its own`, () => {
      const team = `rules:\n  ${name}: { severity: { default: hint }, examples: [{ text: TBA, expect: fail }] }\n`;
      const { ruleSet, problems } = compose(pack('base', BASE), pack('team', team, ['base']));
      assert.deepEqual(problems, []);
      assert.deepEqual([...ruleSet.rules.keys()], ['base/r']);
      const rule = ruleSet.rules.get('base/r');
      assert.deepEqual(rule?.severity, { default: 'hint' });
      assert.equal(rule?.help, 'H');
      assert.deepEqual(
        rule?.examples.map((example) => example.text),
        ['TBC', 'Done.', 'TBA'],
      );
      assert.deepEqual(ruleSet.origins.get('rules:base/r'), { pack: 'team', overrides: ['base'] });
    });
  }

  it('says that a rule is left without examples when a later pack takes them away', () => {
    const { problems } = compose(pack('base', BASE), pack('team', 'rules:\n  r: { examples: }\n', ['base']));
    assert.deepEqual(problems, [
      'team.yaml:10:8 error: `examples` of rule `r` is taken away here, and it is required: give a value',
    ]);
  });

  it('keeps the earlier words of an item when the later ones are faulty', () => {
    const team = 'signals:\n  a: { terms: x }\n  b: { patterns: ["("], terms: }\nrules:\n  r: { severity: loud }\n';
    const { ruleSet, problems } = compose(pack('base', BASE), pack('team', team, ['base']));
    assert.deepEqual(problems, [
      'team.yaml:10:15 error: `terms` of signal `a` must be a list, not text',
      'team.yaml:11:19 error: pattern of signal `b`: the pattern does not compile: error parsing regexp: missing closing ): `(?i)(`',
      'team.yaml:13:18 error: unknown value `loud` of `severity` of rule `r`: expected `error`, `warning`, `information`, `hint` or `off`',
    ]);
    assert.deepEqual(ruleSet.signals.get('a')?.terms, ['x', 'y']);
    assert.deepEqual(ruleSet.signals.get('b'), { terms: ['z'] });
    assert.equal(ruleSet.rules.get('base/r')?.severity, 'warning');
  });

  it('judges a reference against all packs, and shows it where it stands', () => {
    const { ruleSet, problems } = compose(
      pack('base', BASE),
      pack('team', 'signals:\n  c: { any: [a, nowhere] }\n', ['base']),
    );
    assert.deepEqual(problems, [
      'team.yaml:10:17 error: unknown signal `nowhere` in signal `c`: expected `a`, `b` or `c`',
    ]);
    assert.deepEqual(ruleSet.signals.get('c'), { any: ['a', 'nowhere'] });
  });

  it('warns when two packs that do not know each other define the same item', () => {
    const { ruleSet, problems } = compose(
      pack('one', 'signals:\n  s: { terms: [x] }\n'),
      pack('two', 'signals:\n  s: { terms: [y] }\n'),
    );
    assert.deepEqual(problems, [
      'two.yaml:9:3 warning: signal `s` is also defined by pack `one` (one.yaml, line 9), which this pack does not extend: the words of both are joined; extend that pack, choose another id, or say in a pack that extends both what holds',
    ]);
    assert.deepEqual(ruleSet.signals.get('s'), { terms: ['y'] });
  });

  it('does not warn of an override through a pack in between', () => {
    const packs = [
      pack('one', 'signals:\n  s: { terms: [x] }\n'),
      pack('two', '', ['one']),
      pack('three', 'signals:\n  s: { terms: [y] }\n', ['two']),
    ];
    assert.deepEqual(compose(...packs).problems, []);
  });

  it('lets rules of the same id stand side by side in packs that do not extend each other', () => {
    const { ruleSet, problems } = compose(
      pack('one', BASE.slice(BASE.indexOf('rules:'))),
      pack('two', BASE.slice(BASE.indexOf('rules:'))),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([...ruleSet.rules.keys()], ['one/r', 'two/r']);
  });

  it('refuses to override a rule that there is not, with the nearest one', () => {
    const { problems } = compose(pack('base', BASE), pack('team', 'rules:\n  base/q: { severity: off }\n', ['base']));
    assert.deepEqual(problems, ['team.yaml:10:3 error: unknown rule `base/q`: did you mean `base/r`?']);
  });

  it('lets a pack name the sources of the packs it extends, and finds them under either id', () => {
    const { ruleSet, problems } = compose(
      pack('base', BASE),
      pack('team', 'signals:\n  c: { terms: [x], source: [BASE1, TEAM1] }\n', ['base']),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(ruleSet.sources.get('team:BASE1'), { title: 'Of base' });
    assert.equal(ruleSet.sources.has('base:TEAM1'), false);
  });

  it('does not blame an earlier pack for referring to what a later one took away', () => {
    const { problems } = compose(
      pack('base', 'signals:\n  a: { any: [b] }\n  b: { terms: [x] }\n'),
      pack('team', 'signals:\n  b:\n', ['base']),
    );
    assert.deepEqual(problems, []);
  });

  it('does not judge what a later pack takes away as a whole', () => {
    const base = 'templates:\n  t: { title: T, document-type: gone, text: "{{prompt:gone}}" }\n';
    const own =
      'considerations:\n  c: { title: C, question: Q, why: W, guidance: G, facets: { f: { title: F, question: Q, columns: [x] } }, present: [{ facets: [f] }] }\n';
    assert.equal(compose(pack('base', base), pack('team', own, ['base'])).problems.length, 2);
    assert.deepEqual(compose(pack('base', base), pack('team', `${own}templates:\n  t:\n`, ['base'])).problems, []);
  });

  it('asks of a pack that overrides only what it changes', () => {
    const base =
      'considerations:\n  c: { title: C, question: Q, why: W, guidance: G, facets: { f: { title: F, question: Q, columns: [x] } }, present: [{ facets: [f] }] }\n';
    const team =
      'considerations:\n  c:\n    question: What, then?\n    facets: { g: { title: G, question: Q, columns: [y] } }\n';
    const { ruleSet, problems } = compose(pack('base', base), pack('team', team, ['base']));
    assert.deepEqual(problems, []);
    assert.equal(ruleSet.considerations.get('c')?.question, 'What, then?');
    assert.deepEqual(Object.keys(ruleSet.considerations.get('c')?.facets ?? {}), ['f', 'g']);
  });
});
