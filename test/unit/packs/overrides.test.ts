import { strict as assert } from 'node:assert';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import type { LoadedPack } from '../../../server/src/packs/loadedPack';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { parsePack } from '../../../server/src/packs/parsePack';
import { traceItem } from '../../../server/src/packs/traceItem';

const BASE = `id: base
version: 1.0.0
engine: ">=0"
title: Base
description: D
licence: MIT
sources: {}
signals:
  a: { terms: [x, y] }
  b: { terms: [z] }
section-kinds:
  place: { title: Place, headings: [Place, Area] }
vocabularies:
  groups: { title: Groups, items: { carers: { label: carers, terms: [carers] } } }
considerations:
  voice:
    title: Voice
    question: Q
    why: W
    guidance: G
    facets:
      who: { title: Who, question: Q, signals: [a, b] }
      how: { title: How, question: Q, signals: [b] }
    present: [{ facets: [who, how] }, { facets: [how] }]
    prompt: { skeleton: Old }
rules:
  voice:
    check: consideration
    title: T
    why: W
    severity: { default: warning, OBC: error }
    consideration: voice
    expect: [{ in: [place], when: always, facets: [who, how] }]
    examples:
      - { text: x and z, kind: place, expect: present, finds: { who: x, how: z } }
      - { text: x, kind: place, expect: thin, lacking: [how] }
document-types:
  paper: { title: Paper, stages: { OBC: { title: O } } }
`;

function read(text: string, path: string): LoadedPack {
  const { loaded } = parsePack([{ path, text }]);
  assert.ok(loaded);
  return loaded;
}

const team = (items: string, id = 'team', bases = 'base') =>
  read(
    `id: ${id}\nversion: 1.0.0\nengine: ">=0"\ntitle: T\ndescription: D\nlicence: MIT\nsources: {}\nextends: [${bases}]\n${items}`,
    `${id}.yaml`,
  );
const base = read(BASE, 'base.yaml');

function compose(...packs: readonly LoadedPack[]) {
  const { ruleSet, problems } = composeRuleSet([base, ...packs]);
  const own = packs.flatMap((pack) => pack.problems);
  return { ruleSet, problems: [...own, ...problems].map(formatProblem) };
}

describe('an override', () => {
  it('adds to lists and takes out of them, at any depth, and keeps all else', () => {
    const { ruleSet, problems } = compose(
      team(`section-kinds: { place: { headings: { add: [Wards, Area], remove: [Place] } } }
considerations: { voice: { facets: { who: { signals: { remove: [b] } }, how: { signals: { add: [a] } } } } }
vocabularies: { groups: { items: { carers: { terms: { add: [kinship carers] } }, miners: { label: miners } } } }
`),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(ruleSet.sectionKinds.get('place'), { title: 'Place', headings: ['Area', 'Wards'] });
    assert.deepEqual(ruleSet.considerations.get('voice')?.facets.who?.signals, ['a']);
    assert.deepEqual(ruleSet.considerations.get('voice')?.facets.how?.signals, ['b', 'a']);
    assert.equal(ruleSet.considerations.get('voice')?.prompt?.skeleton, 'Old');
    assert.deepEqual(ruleSet.vocabularies.get('groups')?.items, {
      carers: { label: 'carers', terms: ['carers', 'kinship carers'] },
      miners: { label: 'miners' },
    });
  });

  it('puts maps before and after those of a list, and takes out what it names by some of what they hold', () => {
    const { ruleSet, problems } = compose(
      team(`section-kinds: { wards: { title: Wards, headings: [Wards] } }
rules:
  voice:
    expect: { first: [{ in: [wards], when: never }], add: [{ in: [any], when: raised }] }
    examples: { remove: [{ text: x }, { expect: present, finds: { who: x } }], add: [{ text: y, expect: missing }, { text: z, kind: place, expect: present }] }
considerations: { voice: { present: { remove: [{ facets: [how] }], add: [{ facets: [who] }] } } }
`),
    );
    assert.deepEqual(problems, []);
    const rule = ruleSet.rules.get('base/voice');
    assert.deepEqual(rule?.expect, [
      { in: ['wards'], when: 'never' },
      { in: ['place'], when: 'always', facets: ['who', 'how'] },
      { in: ['any'], when: 'raised' },
    ]);
    assert.deepEqual(
      rule?.examples.map(({ text }) => text),
      ['y', 'z'],
    );
    assert.deepEqual(ruleSet.considerations.get('voice')?.present, [{ facets: ['who', 'how'] }, { facets: ['who'] }]);
    assert.equal(rule?.title, 'T');
  });

  it('stays a change to a list with a key that was left without a value', () => {
    const { ruleSet } = compose(team('signals: { a: { terms: { add: [q], remvoe } } }\n'));
    assert.deepEqual(ruleSet.signals.get('a')?.terms, ['x', 'y', 'q']);
  });

  it('changes one severity and keeps those of other stages', () => {
    const { ruleSet, problems } = compose(team('rules: { voice: { severity: { OBC: information } } }\n'));
    assert.deepEqual(problems, []);
    assert.deepEqual(ruleSet.rules.get('base/voice')?.severity, { default: 'warning', OBC: 'information' });
  });

  it('replaces wordings and prompts, in any language, and keeps the rest', () => {
    const { ruleSet, problems } = compose(
      team(`considerations:
  voice: { title: Llais, question: Pwy a holwyd?, prompt: { skeleton: "Holwyd [grŵp]." }, facets: { who: { title: Pwy } } }
section-kinds: { place: { title: Lle, headings: { add: [lle, ŵy tŷ] } } }
`),
    );
    assert.deepEqual(problems, []);
    const voice = ruleSet.considerations.get('voice');
    assert.deepEqual(voice?.prompt, { skeleton: 'Holwyd [grŵp].' });
    assert.deepEqual(voice?.facets.who, { title: 'Pwy', question: 'Q', signals: ['a', 'b'] });
    assert.deepEqual([voice?.title, voice?.why], ['Llais', 'W']);
    assert.deepEqual(ruleSet.sectionKinds.get('place'), { title: 'Lle', headings: ['Place', 'Area', 'lle', 'ŵy tŷ'] });
  });

  it('drops a facet with a reason, and everything that names it', () => {
    const { ruleSet, problems } = compose(
      team('considerations: { voice: { facets: { who: { dropped: We do not name people. } } } }\n'),
    );
    assert.deepEqual(problems, []);
    const voice = ruleSet.considerations.get('voice');
    assert.deepEqual(Object.keys(voice?.facets ?? {}), ['how']);
    assert.deepEqual(voice?.present, [{ facets: ['how'] }, { facets: ['how'] }]);
    assert.deepEqual(ruleSet.rules.get('base/voice')?.expect, [{ in: ['place'], when: 'always', facets: ['how'] }]);
    assert.deepEqual(ruleSet.rules.get('base/voice')?.examples[0]?.finds, { how: 'z' });
  });

  it('lets a facet stand by itself that stood beside a dropped one', () => {
    const beside = (list: string) =>
      compose(
        team(
          `considerations: { voice: { facets: { who: { dropped: No. }, how: { beside: [${list}] }, when: { title: W, question: W?, signals: [a] } } } }\n`,
        ),
      ).ruleSet.considerations.get('voice')?.facets.how?.beside;
    assert.deepEqual(beside('who, when'), ['when']);
    assert.equal(beside('who'), undefined);
  });

  for (const [name, items, problem] of [
    [
      'a removal of what is not there',
      'section-kinds: { place: { headings: { remove: [Plaice] } } }\n',
      'team.yaml:9:48 error: `Plaice` cannot be removed from `headings` of section kind `place`: no extended pack has it there; take this entry out, or correct it',
    ],
    [
      'a misspelt change',
      'signals: { a: { terms: { ad: [q] } } }\n',
      'team.yaml:9:26 error: unknown key `ad` of `terms` of signal `a`: expected `add` or `remove`',
    ],
    [
      'a removal of a map that no entry is like',
      'rules: { voice: { expect: { remove: [{ in: [place], when: never }] } } }\n',
      'team.yaml:9:38 error: `{"in":["place"],"when":"never"}` cannot be removed from `expect` of rule `voice`: no extended pack has it there; take this entry out, or correct it',
    ],
    [
      'a removal that names nothing',
      'rules: { voice: { expect: { remove: [{ }] } } }\n',
      'team.yaml:9:38 error: entry 1 of `remove` of `expect` of rule `voice` names nothing: give some of what the entry to be taken out holds',
    ],
    [
      'an unknown id in an entry that is put in',
      'rules: { voice: { expect: { first: [{ in: [plaice], when: never }] } } }\n',
      'team.yaml:9:44 error: unknown section kind `plaice` in rule `voice`: did you mean `place`?',
    ],
    [
      'an added entry that lacks a key',
      'rules: { voice: { expect: { add: [{ in: [place] }] } } }\n',
      'team.yaml:9:35 error: entry 1 of `add` of `expect` of rule `voice` lacks `when`',
    ],
    [
      'an entry where a list of them is to stand',
      'rules: { voice: { expect: { in: [place], when: never } } }\n',
      'team.yaml:9:27 error: `expect` of rule `voice` must be a list, not a map: begin each entry with `-`',
    ],
    [
      'an empty change',
      'signals: { a: { terms: { } } }\n',
      'team.yaml:9:24 error: `terms` of signal `a` changes nothing: give `add`, `remove` or a whole list',
    ],
    [
      'an added signal that nobody defines',
      'considerations: { voice: { mentions: { add: [nobody] } } }\n',
      'team.yaml:9:46 error: unknown signal `nobody` in consideration `voice`: expected `a` or `b`',
    ],
    [
      'a dropped facet that nobody has',
      'considerations: { voice: { facets: { whom: { dropped: No. } } } }\n',
      'team.yaml:9:46 error: facet `whom` of consideration `voice` is dropped, and no extended pack has it: did you mean `who`?',
    ],
    [
      'a dropped facet without which nothing is left',
      'considerations: { voice: { facets: { who: { dropped: No. }, how: { dropped: No. } } } }\n',
      'team.yaml:9:45 error: without facet `who`, `how`, no alternative of `present` of consideration `voice` is left: give `present` anew',
    ],
  ] as const) {
    it(`reports ${name}`, () =>
      assert.ok(compose(team(items)).problems.includes(problem), compose(team(items)).problems.join('\n')));
  }

  it('reports two packs that change one item and do not know of each other', () => {
    const { problems } = compose(
      team('signals: { a: { title: One } }\n', 'one'),
      team('signals: { a: { title: Two } }\n', 'two'),
    );
    assert.equal(problems.length, 1);
    assert.match(
      problems[0] ?? '',
      /^two\.yaml:9:12 warning: signal `a` is also defined by pack `one` \(one\.yaml, line 9\)/,
    );
  });

  it('is settled by a pack that extends both and says what holds', () => {
    const packs = [team('signals: { a: { title: One } }\n', 'one'), team('signals: { a: { title: Two } }\n', 'two')];
    const both = (items: string) => compose(...packs, team(items, 'three', 'one, two'));
    assert.equal(both('signals: { b: { title: B } }\n').problems.length, 1);
    const settled = both('signals: { a: { title: Three } }\n');
    assert.deepEqual(settled.problems, []);
    assert.equal(settled.ruleSet.signals.get('a')?.title, 'Three');
  });
});

describe('traceItem', () => {
  /** `path = value (file:line) over …` for every value. */
  function trace(key: string, ...packs: readonly LoadedPack[]): readonly string[] {
    return (traceItem([base, ...packs], key) ?? []).map(({ path, value, kind, place, earlier }) => {
      const before = earlier.map((one) => ` over ${String(one.value)} (${one.place.path}:${one.place.line})`).join('');
      return `${path.join('.')} ${kind === 'holds' ? '=' : 'gone'} ${String(value)} (${place.path}:${place.line})${before}`;
    });
  }

  it('names the line of every value, what it took the place of, and what is gone', () => {
    assert.deepEqual(
      trace(
        'section-kinds:place',
        team('section-kinds:\n  place:\n    title: Our place\n    headings: { add: [Wards], remove: [Place] }\n'),
        team('section-kinds:\n  place: { title: Places }\n', 'more', 'team'),
      ),
      [
        'title = Places (more.yaml:10) over Our place (team.yaml:11) over Place (base.yaml:12)',
        'headings.0 = Area (base.yaml:12)',
        'headings.1 = Wards (team.yaml:12)',
        'headings.Place gone undefined (team.yaml:12)',
      ],
    );
  });

  it('names the line of maps that were put into a list, and what was taken out', () => {
    const lines = trace(
      'rules:base/voice',
      team(
        'rules:\n  voice:\n    expect:\n      first: [{ in: [place], when: never }]\n      remove:\n        - { when: always }\n',
      ),
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith('expect')),
      [
        'expect.0.in.0 = place (team.yaml:12)',
        'expect.0.when = never (team.yaml:12)',
        'expect.{"when":"always"} gone undefined (team.yaml:14)',
      ],
    );
  });

  it('follows entries of replaced and joined lists, and gives the reason for a dropped facet', () => {
    const lines = trace(
      'considerations:voice',
      team(
        'considerations:\n  voice:\n    facets:\n      who:\n        dropped: Not ours.\n      how:\n        signals: [a]\n    prompt:\n',
      ),
    );
    assert.ok(lines.includes('facets.how.signals.0 = a (team.yaml:15)'), lines.join('\n'));
    assert.ok(lines.includes('facets.who gone Not ours. (team.yaml:13)'));
    assert.ok(lines.includes('prompt gone undefined (team.yaml:16)'));
    assert.equal(
      lines.some((line) => line.startsWith('facets.who.')),
      false,
    );
  });

  it('knows no item that no pack has', () => assert.equal(traceItem([base], 'rules:base/none'), undefined));
});
