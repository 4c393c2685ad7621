import { strict as assert } from 'node:assert';
import { findFirstLettersOf } from '../../../server/src/core/signals/firstLetters';
import { buildTermMatchers, buildWholeTermMatchers } from '../../../server/src/core/signals/term';
import { buildTermScanner } from '../../../server/src/core/signals/termScanner';
import { termProblem } from '../../../server/src/core/signals/termTree';

/** What a term finds in a text. */
function find(term: string, text: string): readonly string[] {
  return buildTermMatchers([term]).flatMap((matcher) => [...text.matchAll(matcher)].map((match) => match[0]));
}

describe('buildTermMatchers', () => {
  const cases: readonly (readonly [term: string, text: string, found: readonly string[]])[] = [
    ['care leaver(s)', 'A care leaver, care-leavers and a carer.', ['care leaver', 'care-leavers']],
    ['recruit*', 'Recruited by recruiters at Recruit Ltd', ['Recruited', 'recruiters', 'Recruit']],
    ['job', 'jobs, a job, jobless', ['job']],
    [
      '<unemployed|workless> (young) people',
      'workless people and unemployed young people',
      ['workless people', 'unemployed young people'],
    ],
    ['social value (act)', 'the social value act and social value', ['social value act', 'social value']],
    ['(long) term sick', 'long-term sick, term sick', ['long-term sick', 'term sick']],
    ['recruit* ... from', 'recruited only and mainly people from Walsall', ['recruited only and mainly people from']],
    ['recruit* ... from', 'recruited one two three four five people from Walsall', []],
    ['=PSED', 'PSED, psed', ['PSED']],
    ['co operative(s)', 'a co-operative; co–operatives', ['co-operative', 'co–operatives']],
    [
      '(early) (soft) market test',
      'soft market test, early market test, market test',
      ['soft market test', 'early market test', 'market test'],
    ],
    ['waiting (lists|times)', 'waiting lists, waiting', ['waiting lists', 'waiting']],
    ['C++', 'C++ and C', ['C++']],
  ];
  for (const [term, text, found] of cases) {
    it(`finds \`${term}\` in “${text}”`, () => {
      assert.deepEqual(find(term, text), found);
      const ranges = buildTermScanner([[{ term }]])
        .scan(text)
        .of(0);
      assert.deepEqual(
        ranges.map((r) => text.slice(r.start, r.end)),
        found,
        'through the scanner',
      );
    });
  }

  it('prefers the longest of several terms', () => {
    const [matcher] = buildTermMatchers(['living wage', 'real living wage foundation', 'real living wage']);
    assert.deepEqual('the real living wage foundation'.match(matcher ?? /x/), ['real living wage foundation']);
  });
});

describe('buildWholeTermMatchers', () => {
  it('matches the whole of a heading only', () => {
    const [matcher] = buildWholeTermMatchers(['<spending|investment> objective(s)']);
    assert.equal(matcher?.test('Investment objectives'), true);
    assert.equal(matcher?.test('Investment objectives of others'), false);
  });
});

describe('termProblem', () => {
  const cases: readonly (readonly [term: string, problem: string | undefined])[] = [
    ['care leaver(s)', undefined],
    ['', 'the term is empty'],
    ['=', 'the term is empty'],
    [' a', 'the term begins or ends with a space'],
    ['a <b', 'a `<` is not closed'],
    ['a (b', 'a `(` is not closed'],
    ['a b)', 'a `)` stands without its beginning'],
    ['*', '`*` must follow a letter'],
    ['(a|b) (c)', 'every part of the term is optional, so that it says nothing'],
    ['a ... (b)', undefined],
    [`a <b ... c|${'d ... e|'.repeat(70)}f>`, undefined],
    [
      `${'<b ... c|d ... e> '.repeat(7)}f`,
      'there are more than 100 ways to read what stands around ` ... `: split the term',
    ],
    ['x'.repeat(601), 'the term is longer than 600 characters: split it'],
  ];
  for (const [term, problem] of cases) {
    it(`says ${problem ?? 'nothing'} of \`${term.slice(0, 20)}\``, () => assert.equal(termProblem(term), problem));
  }
});

describe('findFirstLettersOf', () => {
  const cases: readonly (readonly [term: string, letters: readonly string[] | undefined])[] = [
    ['care leaver(s)', ['c']],
    ['<unemployed|workless> people', ['u', 'w']],
    ['(long) term sick', ['l', 't']],
    ['=GP', ['g']],
    ['<(a)b|(c)d>(e) Éire', ['a', 'b', 'c', 'd']],
    ['(un)*able', undefined],
    ['£5 a week', undefined],
    ['<£|a> week', undefined],
    ['(a', undefined],
  ];
  for (const [term, letters] of cases) {
    it(`gives ${letters?.join(', ') ?? 'any'} for \`${term}\``, () =>
      assert.deepEqual(findFirstLettersOf(term)?.toSorted(), letters));
  }
});
