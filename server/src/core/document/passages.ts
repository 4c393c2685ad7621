import { toContentWords } from '../text/contentWords';
import { countWords } from '../text/words';
import type { Block } from './blockBuilder';

/** Shorter stretches are one passage, whatever they are about. */
export const SHORTEST_CUT = 750;
const SHORTEST_PASSAGE = 150;
const LONGEST_PASSAGE = 450;
/** How many words on each side of a gap are compared. */
const WINDOW = 150;
/** A shorter paragraph stays with what follows it: a strap line, a caption, a lead-in. */
const SHORTEST_PARAGRAPH = 12;

/** Neighbouring blocks that stay together. */
interface Group {
  readonly first: number;
  readonly words: number;
  readonly terms: readonly string[];
}

/**
 * Cuts a long stretch without headings where its topic shifts, and returns the indices of the blocks that begin a new passage.
 * After Hearst, TextTiling (1997): the words on both sides of each gap between paragraphs are compared; gaps in deep valleys of
 * likeness are the best places. Of all ways to cut, the one is taken whose cuts lie deepest while passages stay between
 * 150 and 450 words or so.
 */
export function cutPassages(blocks: readonly Block[]): readonly number[] {
  const groups = groupBlocks(blocks);
  const total = groups.reduce((sum, group) => sum + group.words, 0);
  if (total <= SHORTEST_CUT || groups.length < 3) return [];
  return chooseCuts(groups, findDepths(groups)).map((group) => groups[group]?.first ?? 0);
}

function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: { first: number; words: number; terms: string[] }[] = [];
  let holdsNext = true;
  blocks.forEach((block, index) => {
    const prose = block.units.map((unit) => unit.prose.text).join(' ');
    const words = countWords(prose);
    const opens = block.kind === 'paragraph' && block.units.some((unit) => unit.kind === 'paragraph');
    let group = groups.at(-1);
    if (!group || (opens && !holdsNext)) {
      group = { first: index, words: 0, terms: [] };
      groups.push(group);
    }
    group.words += words;
    for (const term of toContentWords(prose)) group.terms.push(term);
    if (words > 0) holdsNext = opens && (words < SHORTEST_PARAGRAPH || prose.endsWith(':'));
  });
  return groups;
}

/** How deep the valley of likeness is at each gap; `depths[i]` is the gap before group `i`, from 0 up to 2. */
function findDepths(groups: readonly Group[]): readonly number[] {
  const weights = weighTerms(groups);
  const likeness = groups.map((_, gap) =>
    gap === 0 ? 1 : compare(gather(groups, gap - 1, -1), gather(groups, gap, 1), weights),
  );
  return likeness.map((here, gap) => (gap === 0 ? 0 : climb(likeness, gap, -1) + climb(likeness, gap, 1) - 2 * here));
}

/** A term that nearly every paragraph uses says little about where one topic ends. */
function weighTerms(groups: readonly Group[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups) for (const term of new Set(group.terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + groups.length / count)]));
}

/** Counts of terms in the groups from `at` in one direction, up to the window's size. */
function gather(groups: readonly Group[], at: number, step: 1 | -1): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let words = 0;
  for (let i = at; words < WINDOW && groups[i] !== undefined; i += step) {
    for (const term of groups[i]?.terms ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
    words += groups[i]?.words ?? 0;
  }
  return counts;
}

/** Cosine of two weighted vectors. */
function compare(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, number>,
): number {
  const weigh = (count: number, term: string) => count * (weights.get(term) ?? 0);
  let product = 0;
  for (const [term, count] of a) product += weigh(count, term) * weigh(b.get(term) ?? 0, term);
  const length = (v: ReadonlyMap<string, number>) =>
    Math.sqrt([...v].reduce((sum, [term, count]) => sum + weigh(count, term) ** 2, 0));
  const lengths = length(a) * length(b);
  return lengths === 0 ? 0 : product / lengths;
}

/** The height of the next peak in one direction. */
function climb(likeness: readonly number[], from: number, step: 1 | -1): number {
  let peak = likeness[from] ?? 0;
  for (let i = from + step; i > 0 && i < likeness.length; i += step) {
    const next = likeness[i] ?? 0;
    if (next < peak) break;
    peak = next;
  }
  return peak;
}

/** The cheapest way to cut groups into passages: a cut costs less the deeper it lies, a passage more the further it is out of size. */
function chooseCuts(groups: readonly Group[], depths: readonly number[]): readonly number[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  const deepest = depths.reduce((a, b) => Math.max(a, b), Number.EPSILON);
  for (let end = 1; end <= groups.length; end++) {
    let words = 0;
    let choice = { cost: Number.POSITIVE_INFINITY, from: 0 };
    for (let from = end - 1; from >= 0; from--) {
      words += groups[from]?.words ?? 0;
      const cut = from === 0 ? 0 : 1 - (depths[from] ?? 0) / deepest;
      const cost = (best[from]?.cost ?? 0) + cut + costOfSize(words);
      if (cost < choice.cost) choice = { cost, from };
      if (words > 4 * LONGEST_PASSAGE) break;
    }
    best.push(choice);
  }
  const cuts: number[] = [];
  for (let end = groups.length; end > 0; ) {
    end = best[end]?.from ?? 0;
    if (end > 0) cuts.unshift(end);
  }
  return cuts;
}

function costOfSize(words: number): number {
  if (words < SHORTEST_PASSAGE) return (2 * (SHORTEST_PASSAGE - words)) / SHORTEST_PASSAGE;
  return words > LONGEST_PASSAGE ? (2 * (words - LONGEST_PASSAGE)) / LONGEST_PASSAGE : 0;
}
