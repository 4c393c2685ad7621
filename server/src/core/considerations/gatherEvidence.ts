import { type LocalEvidence, type PackedEvidence, packEvidence } from '../findings/localEvidence';
import { MENTION } from './facetTable';
import type { FacetHit } from './findFacets';
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
