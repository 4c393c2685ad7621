import { type LocalEvidence, type PackedEvidence, packEvidence } from '../findings/localEvidence';
import type { Consideration } from '../rules/pack';
import { MENTION } from './facetTable';
import type { FacetHit, FacetHits } from './findFacets';
import type { SectionMatches } from './sectionMatches';

/** Enough to show what a judgement rests on; the rest of the same would only be long. */
const MAX_EVIDENCE_OF_FACET = 4;

/** What stands in the same paragraph as the words that decided, and of each other facet the first that counts: enough to follow the judgement. */
export function findSupport(deciding: readonly FacetHit[], counting: readonly FacetHit[]): readonly FacetHit[] {
  const units = new Set(deciding.map((hit) => hit.unit));
  const support = counting.filter((hit) => units.has(hit.unit) && hit.facet !== MENTION);
  const shown = new Set([MENTION]);
  for (const hit of deciding) shown.add(hit.facet);
  for (const hit of support) shown.add(hit.facet);
  for (const hit of counting) {
    if (shown.has(hit.facet)) continue;
    shown.add(hit.facet);
    support.push(hit);
  }
  return support;
}

/** What a section begins to say of a matter that it does not deal with. */
export interface Beginning {
  /** What counts of it. */
  readonly counting: readonly FacetHit[];
  /** What a reader is shown of it. */
  readonly shown: readonly FacetHit[];
}

/**
 * The words that raise the matter, with what counts in their paragraphs: an answer would go on from there, and a sum or a group that stands
 * elsewhere in the section is about something else. Shown beside them is, of each facet asked for, the first in a sentence of theirs. Where no
 * word raises it, all that is said of it begins it.
 */
export function findBeginning(
  { all, counting, raising }: FacetHits,
  wanted: readonly string[],
  facets: Consideration['facets'],
): Beginning {
  const parts = bySentence(counting).flatMap((hits) => findParts(hits, facets));
  if (raising.length === 0) return { counting: parts, shown: firstOfEach(wanted, parts, all) };
  const sentences = new Map<number, Set<number>>();
  for (const { unit, sentence } of raising) sentences.set(unit, (sentences.get(unit) ?? new Set()).add(sentence));
  const beside = parts.filter(({ unit }) => sentences.has(unit));
  const together = beside.filter(({ unit, sentence }) => sentences.get(unit)?.has(sentence));
  return { counting: beside, shown: [...raising, ...firstOfEach(wanted, together, NO_HITS)] };
}

/** Hits, which stand by position, sentence by sentence. */
function bySentence(hits: readonly FacetHit[]): readonly (readonly FacetHit[])[] {
  const sentences: FacetHit[][] = [];
  let last: FacetHit | undefined;
  for (const hit of hits) {
    if (last?.unit === hit.unit && last.sentence === hit.sentence) sentences.at(-1)?.push(hit);
    else sentences.push([hit]);
    last = hit;
  }
  return sentences;
}

/** Without those that are a part of an answer only beside another facet, where the sentence shows none such. */
function findParts(hits: readonly FacetHit[], facets: Consideration['facets']): readonly FacetHit[] {
  const shown = new Set(hits.map(({ facet }) => facet));
  return hits.filter(({ facet }) => facets[facet]?.beside?.some((other) => shown.has(other)) ?? true);
}

function firstOfEach(
  facets: readonly string[],
  hits: readonly FacetHit[],
  otherwise: readonly FacetHit[],
): readonly FacetHit[] {
  const found = facets.flatMap((facet) => hits.find((hit) => hit.facet === facet) ?? []);
  return found.length > 0 ? found : otherwise;
}

const NO_HITS: readonly FacetHit[] = [];

/** What a judgement shows, and how much of it, from the first on, it rests on. */
export interface GatheredEvidence {
  readonly evidence: PackedEvidence;
  readonly decided: number;
}

/**
 * The hits that decided, then the others in their order; each stretch of words once for each facet. `needed`: so many of a facet are shown of
 * what decided, if it is that many.
 */
export function gatherEvidence(
  deciding: readonly FacetHit[],
  others: readonly FacetHit[],
  matches: SectionMatches,
  needed = 0,
): GatheredEvidence {
  const evidence: LocalEvidence[] = [];
  for (const hit of deciding) addEvidence(evidence, hit, matches, needed);
  const decided = evidence.length;
  for (const hit of others) addEvidence(evidence, hit, matches, 0);
  return { evidence: packEvidence(evidence), decided };
}

function addEvidence(evidence: LocalEvidence[], hit: FacetHit, { units }: SectionMatches, needed: number): void {
  const { facet, signal, weakenedBy } = hit;
  const unit = units[hit.unit];
  let ofFacet = 0;
  for (const other of evidence) if (other.facet === facet) ofFacet++;
  if (!unit || ofFacet >= Math.max(MAX_EVIDENCE_OF_FACET, needed)) return;
  const { start, end } = unit.unit.prose.toSource(hit.start, hit.end);
  const isShown = evidence.some((other) => other.facet === facet && other.start === start && other.end === end);
  if (!isShown) evidence.push({ facet, signal, start, end, weakenedBy: weakenedBy?.context });
}
