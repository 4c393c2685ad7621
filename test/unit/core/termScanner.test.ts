import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type ListedTerm, prepareTerms } from '../../../server/src/core/signals/compiledTerms';
import { buildWholeTermMatchers } from '../../../server/src/core/signals/term';
import { buildTermScanner, type TermScanner } from '../../../server/src/core/signals/termScanner';

const list = (...terms: readonly string[]): readonly ListedTerm[] => terms.map((term) => ({ term }));

function find(text: string, ...lists: readonly (readonly ListedTerm[])[]): readonly (readonly string[])[] {
  const found = buildTermScanner(lists).scan(text);
  const words = lists.map((_, at) => found.of(at).map((match) => text.slice(match.start, match.end)));
  const prepared = prepareTerms(lists);
  const first = buildTermScanner(lists, prepared);
  const met = prepared && { ...prepared, met: scanAndMeet(first, text) };
  for (const scanner of [first, buildTermScanner(lists, met)]) {
    const again = scanner.scan(text);
    assert.deepEqual(
      lists.map((_, at) => again.of(at)),
      lists.map((_, at) => found.of(at)),
    );
    // The second has met the text before it began, and makes no state.
    assert.deepEqual(scanner.met(), met?.met);
  }
  return words;
}

function scanAndMeet(scanner: TermScanner, text: string) {
  scanner.scan(text);
  return scanner.met();
}

describe('buildTermScanner', () => {
  it('finds many lists in one pass, each as if it were alone', () =>
    assert.deepEqual(find('local care leavers in care', list('care leaver(s)'), list('care', 'local')), [
      ['care leavers'],
      ['local', 'care', 'care'],
    ]));

  it('takes the longest of the terms that begin at a word', () =>
    assert.deepEqual(
      find('partner organisations and partners', list('<partner(s)>', 'partner <bodies|organisations>')),
      [['partner organisations', 'partners']],
    ));

  it('finds terms however many states are made on the way', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const words = letters.flatMap((a) => letters.map((b) => a + b));
    // States are made in another rhythm each time: some time it is at the beginning of a word that there must be room for more.
    for (let length = 1; length <= 4; length++) {
      const all = ['y'.repeat(length), ...words];
      assert.deepEqual(find(all.join(' '), list(...all)), [all]);
    }
    // More states in one text than fit into sixteen bits; each word twice.
    const many = words.flatMap((word) => letters.map((letter) => word + letter));
    assert.deepEqual(find([...many, ...many].join(' '), list(...many)), [[...many, ...many]]);
  });

  it('reaches over a gap to the nearest end', () =>
    assert.deepEqual(find('people paid a rate paid late', list('people ... paid (late)')), [['people paid']]));

  it('reaches over several gaps, and over gaps in branches', () => {
    const text = 'people in work earning well below the wage, with old friends';
    assert.deepEqual(
      find(
        text,
        list('people ... earning ... below'),
        list('<with ... friends|below> (the) wage', 'earning ... <well|with ... friends>'),
      ),
      [['people in work earning well below'], ['earning well', 'below the wage']],
    );
    assert.deepEqual(find('a b, c d; a - b', list('<a ... b|c> (d)')), [['a b', 'c d', 'a - b']]);
  });

  it('reaches over four words and no stop of the line', () =>
    assert.deepEqual(find('a 1 2 3 4 b a 1 2 3 4 5 b a  b a', list('a ... b')), [['a 1 2 3 4 b']]));

  it('takes a part of which all is optional for one that must stand there', () =>
    assert.deepEqual(find('we buy eggs from farms', list('we buy ... (from|in)')), [['we buy eggs from']]));

  it('puts the parts of terms together as trying all of them does', () => {
    fc.assert(
      fc.property(arbitraryParts(), arbitraryWords(), (parts, text) => {
        const term = parts.map((ways) => `<${ways.join('|')}>`).join(' ... ');
        const ranges = buildTermScanner([list(term)])
          .scan(text)
          .of(0);
        assert.deepEqual(
          ranges.map(({ start, end }) => [start, end]),
          joinNaively(parts, text),
          JSON.stringify({ term, text }),
        );
      }),
      { numRuns: 3000, seed: 5 },
    );
  });

  it('gives the vocabulary item that is named first for the same words', () => {
    const items = [
      { term: 'carer(s)', item: 'carers' },
      { term: '(unpaid) carers', item: 'unpaid-carers' },
    ];
    assert.deepEqual(buildTermScanner([items]).scan('carers, unpaid carers').of(0), [
      { start: 0, end: 6, item: 'carers' },
      { start: 8, end: 21, item: 'unpaid-carers' },
    ]);
  });

  it('minds case only where a term says so', () =>
    assert.deepEqual(find('IT is it; ÉCOLE', list('=IT', 'école')), [['IT', 'ÉCOLE']]));

  it('begins and ends at the edge of a word of any script', () =>
    assert.deepEqual(find('jobж job жjob job2 job-job', list('job')), [['job', 'job', 'job']]));

  it('finds what begins with a sign, or in any way', () =>
    assert.deepEqual(find('£5 a week, (£5 a day), abc', list('£5 a <week|day>', 'a*')), [
      ['£5 a week', '£5 a day', 'abc'],
    ]));

  it('finds nothing by a faulty term', () => assert.deepEqual(find('a b', list('a <b', '')), [[]]));

  it('agrees with trying every term at every word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(arbitraryTerm(), { maxLength: 4 }), { maxLength: 3 }),
        arbitraryText(),
        (lists, text) => {
          const found = buildTermScanner(lists.map((terms) => list(...terms))).scan(text);
          lists.forEach((terms, at) => {
            assert.deepEqual(
              found.of(at).map(({ start, end }) => [start, end]),
              findNaively(terms, text),
              JSON.stringify({ terms, text }),
            );
          });
        },
      ),
      { numRuns: 2000, seed: 4 },
    );
  });
});

const EDGE = /[\p{L}\p{N}]/u;

/** At every start of a word the longest stretch up to an edge that one of the terms matches as a whole. */
function findNaively(terms: readonly string[], text: string): readonly (readonly [start: number, end: number])[] {
  const matchers = terms.flatMap((term) => buildWholeTermMatchers([term]));
  const found: (readonly [number, number])[] = [];
  for (let start = 0; start < text.length; start++) {
    const begins = /\S/.test(text.charAt(start)) && !EDGE.test(text.charAt(start - 1));
    if (!begins || start < (found.at(-1)?.[1] ?? 0)) continue;
    for (let end = text.length; end > start; end--) {
      if (EDGE.test(text.charAt(end)) || !matchers.some((matcher) => matcher.test(text.slice(start, end)))) continue;
      found.push([start, end]);
      break;
    }
  }
  return found;
}

/** Of each part of a term, the words that it can be. */
type Parts = readonly (readonly string[])[];

function arbitraryParts(): fc.Arbitrary<Parts> {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }).map((some) => some.join(' '));
  return fc.array(fc.uniqueArray(words, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 });
}

function arbitraryWords(): fc.Arbitrary<string> {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'd', 'd,', ''), { maxLength: 14 });
  return words.map((some) => some.join(' ').trim());
}

/** At each word the longest of what ends before anything that begins behind the nearest end; what follows starts after it. */
function joinNaively(parts: Parts, text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (let start = 0; start < text.length; start++) {
    if (text.charAt(start) === ' ' || EDGE.test(text.charAt(start - 1)) || start < (found.at(-1)?.[1] ?? 0)) continue;
    const ends = findEnds(parts, text, start);
    const nearest = Math.min(...ends.map(([, end]) => end));
    const longest = Math.max(...ends.filter(([last]) => last < nearest).map(([, end]) => end));
    if (ends.length > 0) found.push([start, longest]);
  }
  return found;
}

/** Where the last part can begin and end when the first begins at `start`. */
function findEnds([ways = [], ...rest]: Parts, text: string, start: number): readonly (readonly [number, number])[] {
  return ways
    .filter((way) => text.startsWith(way, start) && !EDGE.test(text.charAt(start + way.length)))
    .flatMap((way) => {
      const end = start + way.length;
      if (rest.length === 0) return [[start, end] as const];
      const gaps = [0, 1, 2, 3, 4].flatMap((words) => {
        const gap = new RegExp(`^(?: [^ ]+){${words}} `).exec(text.slice(end));
        return gap ? [gap[0].length] : [];
      });
      return gaps.flatMap((gap) => findEnds(rest, text, end + gap));
    });
}

/** Terms of every construct but the gap, over so few letters that texts hold them often. */
function arbitraryTerm(): fc.Arbitrary<string> {
  const word = fc.oneof(fc.stringMatching(/^[abé]{1,3}$/), fc.stringMatching(/^[ab]{4,8}$/));
  const piece = fc.oneof(
    { weight: 4, arbitrary: word },
    { weight: 1, arbitrary: word.map((w) => `${w}*`) },
    { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `${a}(${b})`) },
    { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `(${a}|${b})`) },
    { weight: 1, arbitrary: fc.tuple(word, word, word).map(([a, b, c]) => `<${a}|${b} ${c}>`) },
  );
  const joined = fc.array(fc.tuple(piece, fc.constantFrom(' ', '-')), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(fc.constantFrom('', '', '='), joined)
    .map(
      ([exact, pieces]) => exact + pieces.map(([text, separator], at) => (at === 0 ? text : separator + text)).join(''),
    );
}

function arbitraryText(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('a', 'b', 'abab', 'ba', 'é', 'A', ' ', ' ', '-', '–', '1', ',', 'ж'), { maxLength: 30 })
    .map((units) => units.join(''));
}
