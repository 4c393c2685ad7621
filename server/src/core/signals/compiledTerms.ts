import { type Alphabet, buildAlphabet, unitsOf } from './alphabet';
import { findLeads } from './termLeads';
import { type GrowingProgram, openProgram, type ProgramData, startProgram, type TermProgram } from './termProgram';
import { parseTerm } from './termTree';

/** A term of a list, with the vocabulary item that it stands for, if any. */
export interface ListedTerm {
  readonly term: string;
  readonly item?: string;
}

/** So many letters of a word choose the terms that may begin with it; terms that are known by fewer letters are kept by these. */
export const LONG_LEAD = 6;
export const SHORT_LEAD = 3;

/** A distinct term and the places in lists where it stands. */
export interface SharedTerm {
  readonly term: string;
  readonly uses: { readonly list: number; readonly rank: number; readonly item?: string }[];
}

/** All that a scanner works out of its terms before it reads a text, as data: what is prepared when a program is built need not be worked out in each run. */
export interface PreparedTerms {
  /** Of how many distinct terms. */
  readonly count: number;
  readonly units: string;
  readonly byLong: readonly (readonly [key: number, terms: readonly number[]])[];
  readonly byShort: readonly (readonly [key: number, terms: readonly number[]])[];
  readonly anywhere: readonly number[];
  readonly program: ProgramData;
  /** Where the first positions of each term begin in `firsts`, and of the last, where they end. */
  readonly firstStarts: Int32Array;
  readonly firsts: Int32Array;
}

/** Prepares what `buildTermScanner` makes of the same lists; undefined when they are too many. */
export function prepareTerms(lists: readonly (readonly ListedTerm[])[]): PreparedTerms | undefined {
  const terms = shareTerms(lists);
  const units = unitsOf(terms.map(({ term }) => term));
  const alphabet = buildAlphabet(units);
  const { byLong, byShort, anywhere } = groupByLead(terms, alphabet);
  const program = startProgram(alphabet);
  const firsts = terms.map(({ term }, id) => addTerm(program, term, id));
  const firstStarts = new Int32Array(terms.length + 1);
  firsts.forEach((own, id) => {
    firstStarts[id + 1] = (firstStarts[id] ?? 0) + own.length;
  });
  const data = program.toData();
  return (
    data && {
      count: terms.length,
      units,
      byLong: [...byLong],
      byShort: [...byShort],
      anywhere,
      program: data,
      firstStarts,
      firsts: Int32Array.from(firsts.flat()),
    }
  );
}

/** Terms ready to be looked for, and where each begins. */
export interface CompiledTerms {
  readonly alphabet: Alphabet;
  readonly buckets: Buckets;
  readonly program: TermProgram;
  begin(id: number): readonly number[];
}

/** Compiles each term when it may first stand in a text; alphabet and leads are worked out at once. Each call of what it returns starts anew. */
export function compileTerms(terms: readonly SharedTerm[]): () => CompiledTerms {
  const alphabet = buildAlphabet(unitsOf(terms.map(({ term }) => term)));
  const buckets = groupByLead(terms, alphabet);
  return () => {
    const program = startProgram(alphabet);
    const firsts: (readonly number[] | undefined)[] = [];
    const begin = (id: number): readonly number[] => {
      firsts[id] ??= addTerm(program, terms[id]?.term ?? '', id);
      return firsts[id] ?? [];
    };
    return { alphabet, buckets, program, begin };
  };
}

/** Takes over what was prepared; nothing is compiled any more. */
export function openTerms({
  units,
  byLong,
  byShort,
  anywhere,
  program,
  firstStarts,
  firsts,
}: PreparedTerms): () => CompiledTerms {
  const alphabet = buildAlphabet(units);
  const opened: CompiledTerms = {
    alphabet,
    buckets: { byLong: new Map(byLong), byShort: new Map(byShort), anywhere },
    program: openProgram(program, alphabet),
    begin: (id) => [...firsts.subarray(firstStarts[id], firstStarts[id + 1])],
  };
  return () => opened;
}

/** The distinct terms of some lists: the place of a term is its number. */
export function shareTerms(lists: readonly (readonly ListedTerm[])[]): readonly SharedTerm[] {
  const shared = new Map<string, SharedTerm>();
  lists.forEach((list, at) => {
    list.forEach(({ term, item }, rank) => {
      const known = shared.get(term);
      if (known) known.uses.push({ list: at, rank, item });
      else shared.set(term, { term, uses: [{ list: at, rank, item }] });
    });
  });
  return [...shared.values()];
}

/** Terms by the letters with which they can begin. */
interface Buckets {
  /** By the hash of the first letters: words that fall together only have more terms to be tried. */
  readonly byLong: ReadonlyMap<number, readonly number[]>;
  readonly byShort: ReadonlyMap<number, readonly number[]>;
  /** Terms that can begin in any way. */
  readonly anywhere: readonly number[];
}

function groupByLead(terms: readonly SharedTerm[], alphabet: Alphabet): Buckets {
  const byLong = new Map<number, number[]>();
  const byShort = new Map<number, number[]>();
  const anywhere: number[] = [];
  terms.forEach(({ term }, id) => {
    const long = findLeads(term, LONG_LEAD);
    const leads = long ?? findLeads(term, SHORT_LEAD);
    if (!leads) anywhere.push(id);
    const buckets = long ? byLong : byShort;
    for (const lead of leads ?? []) {
      const key = hashLead(lead, alphabet);
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [id]);
      else if (bucket.at(-1) !== id) bucket.push(id);
    }
  });
  return { byLong, byShort, anywhere };
}

function hashLead(lead: string, { classOf, folded }: Alphabet): number {
  let hash = 0;
  for (let i = 0; i < lead.length; i++) hash = addToHash(hash, folded[classOf(lead.charCodeAt(i))] ?? 0);
  return hash;
}

/** Takes one more letter, by its folded class, into the hash of a lead. */
export function addToHash(hash: number, symbol: number): number {
  return (Math.imul(hash, 131) + symbol) | 0;
}

function addTerm(program: GrowingProgram, source: string, id: number): readonly number[] {
  const term = parseTerm(source);
  return term ? program.add(term, id) : [];
}
