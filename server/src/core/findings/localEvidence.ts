import type { ProseRange } from '../text/proseRange';
import type { Evidence } from './finding';

/** Evidence whose place counts from the start of its section. */
export type LocalEvidence = Omit<Evidence, 'span'> & ProseRange;

/**
 * Evidence of a section as it is kept: facet, signal, start, end and what weakens it, one after the other. A long paper has tens of thousands,
 * which as objects took a tenth of its memory.
 */
export type PackedEvidence = readonly (string | number | undefined)[];

const VALUES = 5;
const NO_EVIDENCE: PackedEvidence = [];

export function packEvidence(evidence: readonly LocalEvidence[]): PackedEvidence {
  if (evidence.length === 0) return NO_EVIDENCE;
  const packed = new Array<string | number | undefined>(VALUES * evidence.length);
  let at = 0;
  for (const { facet, signal, start, end, weakenedBy } of evidence) {
    packed[at++] = facet;
    packed[at++] = signal;
    packed[at++] = start;
    packed[at++] = end;
    packed[at++] = weakenedBy;
  }
  return packed;
}

export function unpackEvidence(packed: PackedEvidence): readonly LocalEvidence[] {
  return Array.from({ length: packed.length / VALUES }, (_, index) => {
    const at = VALUES * index;
    return {
      facet: packed[at] as string,
      signal: packed[at + 1] as string,
      start: packed[at + 2] as number,
      end: packed[at + 3] as number,
      weakenedBy: packed[at + 4] as string | undefined,
    };
  });
}

/** Evidence of a section that begins at `by`, in its place in the document. */
export function placeEvidence(packed: PackedEvidence, by: number): readonly Evidence[] {
  return unpackEvidence(packed).map(({ facet, signal, start, end, weakenedBy }) => {
    return { facet, signal, span: { start: start + by, end: end + by }, weakenedBy };
  });
}
