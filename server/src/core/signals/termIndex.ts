import type { ProseRange } from '../text/proseRange';
import { compileTerm, LATIN_EDGE } from './term';
import { findLeads } from './termLeads';

/** Prose with the places where its words start, found once and searched by many lists of terms. */
export interface IndexedProse {
  readonly text: string;
  /** Where each word (or sign that stands by itself) starts. */
  readonly starts: readonly number[];
  /** For each of them the first three letters or digits, in lower case: the key under which terms are kept. */
  readonly keys: readonly string[];
}

/**
 * Many terms, kept by how their first word begins: at each word of a text only the few that can begin there are tried.
 * One expression for all of them would try hundreds at every character.
 */
export interface TermIndex {
  readonly buckets: ReadonlyMap<string, readonly RegExp[]>;
  /** Terms that can begin in any way; tried at every word. */
  readonly anywhere: readonly RegExp[];
}

const KEY_LENGTH = 3;
const WORD_START = /(?<![\p{L}\p{N}])\S/gu;
const LETTER = /[\p{L}\p{N}]/u;
const KEY = /[\p{L}\p{N}]{1,3}/uy;

/** Indexes prose for `findTerms`. */
export function indexWords(text: string): IndexedProse {
  const starts: number[] = [];
  const keys: string[] = [];
  for (const match of text.matchAll(WORD_START)) {
    KEY.lastIndex = match.index;
    starts.push(match.index);
    keys.push(KEY.exec(text)?.[0].toLowerCase() ?? '');
  }
  return { text, starts, keys };
}

/** Indexes terms; faulty ones match nothing. */
export function buildTermIndex(terms: readonly string[]): TermIndex {
  const sources = new Map<string, Map<boolean, string[]>>();
  for (const term of terms) {
    const { source, caseSensitive } = compileTerm(term);
    for (const key of findLeads(term, KEY_LENGTH) ?? ['']) {
      const byCase = sources.get(key) ?? new Map<boolean, string[]>();
      sources.set(key, byCase);
      byCase.set(caseSensitive, [...(byCase.get(caseSensitive) ?? []), source]);
    }
  }
  const buckets = new Map(
    [...sources].map(([key, byCase]) => [key, [...byCase].map(([exact, list]) => toMatcher(list, exact))]),
  );
  const anywhere = buckets.get('') ?? [];
  buckets.delete('');
  return { buckets, anywhere };
}

/** Searches prose from left to right. Where several terms begin at a word the longest is taken; what follows starts after it. */
export function findTerms(index: TermIndex, { text, starts, keys }: IndexedProse): readonly ProseRange[] {
  const found: ProseRange[] = [];
  let reached = 0;
  for (let word = 0; word < starts.length; word++) {
    const start = starts[word] ?? 0;
    if (start < reached) continue;
    const bucket = index.buckets.get(keys[word] ?? '');
    if (bucket === undefined && index.anywhere.length === 0) continue;
    const end = Math.max(longestAt(bucket ?? [], text, start), longestAt(index.anywhere, text, start));
    if (end <= start) continue;
    found.push({ start, end });
    reached = end;
  }
  return found;
}

/** End of the longest match at `start`, or -1. */
function longestAt(matchers: readonly RegExp[], text: string, start: number): number {
  let end = -1;
  for (const matcher of matchers) {
    matcher.lastIndex = start;
    const match = matcher.exec(text);
    if (match && !LETTER.test(text.charAt(start + match[0].length))) end = Math.max(end, start + match[0].length);
  }
  return end;
}

function toMatcher(sources: readonly string[], caseSensitive: boolean): RegExp {
  // The longest first: an alternation takes the first branch that fits.
  const ordered = [...sources].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${ordered.join('|')})${LATIN_EDGE}`, caseSensitive ? 'y' : 'iy');
}
