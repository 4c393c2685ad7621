import { moveSpan } from '../document/moveBlock';
import type { Evidence } from './finding';

/** Evidence whose places count from `start`, in its place. Keys are written out, so that all are of one shape to V8: there are tens of thousands. */
export function placeEvidence(evidence: readonly Evidence[], start: number): readonly Evidence[] {
  return evidence.map(({ facet, signal, span, weakenedBy }) => {
    return { facet, signal, span: moveSpan(span, start), weakenedBy };
  });
}
