import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { buildPatternScanner, preparePatterns } from '../../../server/src/core/patterns/patternScanner';
import { parsePattern } from '../../../server/src/core/patterns/patternTree';
import { compilePattern } from '../../../server/src/core/rules/pattern';

function find(text: string, ...patterns: readonly string[]): readonly (readonly string[])[] {
  const found = buildPatternScanner(patterns).scan(text);
  return patterns.map((_, at) => found.of(at).map((match) => text.slice(match.start, match.end)));
}

describe('buildPatternScanner', () => {
  it('finds many patterns in one pass, each as if it were alone', () =>
    assert.deepEqual(
      find('By 2031 at least 40% of jobs', String.raw`\b20\d\d\b`, String.raw`\b(at least|up to) \d+ ?%`),
      [['2031'], ['at least 40%']],
    ));

  it('takes the branch that is named first, not the longest', () =>
    assert.deepEqual(find('the cats', 'cat|cats', 'cats|cat', 'c.*?t', 'c.*'), [['cat'], ['cats'], ['cat'], ['cats']]));

  it('matches nothing by a faulty pattern, and leaves out what is empty', () =>
    assert.deepEqual(find('aa', '(a', '(?=a)', 'x*'), [[], [], []]));

  it('gives the same where the text must be left to the library', () => {
    assert.deepEqual(find('😀 a\u{1d400}b', 'a.b'), [['a\u{1d400}b']]);
    // From each `a` all the rest would be read again.
    const long = 'a'.repeat(20_000);
    assert.deepEqual(find(`${long}b`, 'a[^b]*c', 'a+b'), [[], [`${long}b`]]);
  });

  it('finds the same when it begins with the states that other texts have met', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'ab', '1', ' ', '.'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(arbitraryPattern(), { minLength: 1, maxLength: 4 }),
        words,
        words,
        (patterns, known, text) => {
          const prepared = preparePatterns(patterns);
          assert.ok(prepared);
          const first = buildPatternScanner(patterns, prepared);
          first.scan(known);
          const met = first.met();
          const second = buildPatternScanner(patterns, { ...prepared, met });
          second.scan(known);
          assert.deepEqual(second.met(), met);
          const found = [first, second].map((scanner) => scanner.scan(text));
          for (const at of patterns.keys()) assert.deepEqual(found[1]?.of(at), found[0]?.of(at));
          assert.deepEqual(second.met(), first.met());
        },
      ),
      { numRuns: 500, seed: 9 },
    );
  });

  it('agrees with the library', () => {
    fc.assert(
      fc.property(arbitraryPattern(), arbitraryText(), (pattern, text) => {
        const ranges = compilePattern(pattern).findAll(text);
        assert.deepEqual(buildPatternScanner([pattern]).scan(text).of(0), ranges, JSON.stringify({ pattern, text }));
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});

describe('patterns with parts that reach far', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', String.raw`\bb`, String.raw`\d`, '(a|1)', '[^.]b', '(ba)?1');
  const reach = fc.constantFrom('[^.]{0,9}', '[^.;]{0,12}', '[^a]{2,10}?', String.raw`[^.]*\b`, '(a |b ){0,9}');
  const pattern = fc
    .array(fc.tuple(piece, reach), { minLength: 1, maxLength: 2 })
    .chain((parts) => piece.map((last) => parts.flat().join('') + last));
  const text = fc
    .array(fc.constantFrom('a', 'b', '1', ' ', ' ', '.', ';', 'a ', 'b '), { maxLength: 60 })
    .map((units) => units.join(''));

  it('match from a near place where they do not from a far one', () =>
    assert.deepEqual(find('a 1 1 1 1 1 1 a 1 b', 'a[^.]{0,9}b', String.raw`\ba[^.]{0,9}\b(b|ba)`), [
      ['a 1 b'],
      ['a 1 b'],
    ]));

  it('match what the library matches, from however many near places they are tried', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        fc.array(text, { maxLength: 3 }),
        (patterns, texts) => {
          const scanner = buildPatternScanner(patterns);
          for (const one of texts) {
            const found = scanner.scan(one);
            patterns.forEach((source, at) => {
              assert.deepEqual(found.of(at), compilePattern(source).findAll(one), JSON.stringify({ source, one }));
            });
          }
        },
      ),
      { numRuns: 2000, seed: 7 },
    );
  });
});

describe('parsePattern', () => {
  const cases: readonly (readonly [pattern: string, isRead: boolean])[] = [
    [String.raw`\b(?:of|in) (?-i:[A-Z][a-z'-]{2,})(, \w+)*?$`, true],
    [String.raw`[^\]\[.;]{0,90}\.`, true],
    ['[[:alpha:]]', false],
    ['(?P<name>a)', false],
    ['(?m)^a', false],
    [String.raw`\pL`, false],
    ['a**', false],
    ['(a', false],
  ];
  for (const [pattern, isRead] of cases) {
    it(`${isRead ? 'reads' : 'leaves to the library'} \`${pattern}\``, () =>
      assert.equal(parsePattern(pattern) !== undefined, isRead));
  }
});

/** Patterns of every construct that is read, over few letters; folding has its odd ones: K is also the sign for kelvin. */
function arbitraryPattern(): fc.Arbitrary<string> {
  const atom = fc.constantFrom(
    'a',
    'b',
    'K',
    '.',
    ' ',
    '[ab]',
    '[^a.]',
    '[a-k]',
    String.raw`\d`,
    String.raw`\w`,
    String.raw`\W`,
    String.raw`\s`,
    String.raw`\.`,
    '[^ab-]',
    String.raw`[\d.]`,
  );
  const edge = fc.constantFrom(String.raw`\b`, String.raw`\B`, '^', '$');
  const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      {
        weight: 6,
        arbitrary: fc
          .tuple(atom, fc.constantFrom('', '', '', '?', '*', '+', '*?', '+?', '??', '{2}', '{1,2}', '{2,}'))
          .map((p) => p.join('')),
      },
      { weight: 1, arbitrary: edge },
      {
        weight: 2,
        arbitrary: fc
          .tuple(
            fc.constantFrom('(', '(?:', '(?-i:', '(?i:'),
            tie('pattern'),
            fc.constantFrom(')', ')?', ')*', ')+', '){0,2}', ')*?'),
          )
          .map((p) => p.join('')),
      },
    ),
    pattern: fc
      .array(
        fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((p) => p.join('')),
        { minLength: 1, maxLength: 3 },
      )
      .map((p) => p.join('|')),
  }));
  return pattern;
}

function arbitraryText(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('a', 'b', 'A', 'k', 'K', '\u212a', ' ', '.', '-', '1', 'é', '_'), { maxLength: 20 })
    .map((units) => units.join(''));
}
