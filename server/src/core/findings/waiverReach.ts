import type { DocumentModel } from '../document/documentModel';
import type { Waiver } from './finding';

/** A waiver counts once it says why, and until the day on which it ends. */
export function isInForce({ reason, expired }: Pick<Waiver, 'reason' | 'expired'>): boolean {
  return reason !== undefined && !expired;
}

/** A waiver covers the section it stands in and all below it; one before the first heading covers the document. */
export function covers(waiver: Waiver, index: number, document: DocumentModel): boolean {
  if (document.sections[waiver.section]?.heading === undefined && waiver.section === 0) return true;
  for (let at: number | undefined = index; at !== undefined; at = document.sections[at]?.parent) {
    if (at === waiver.section) return true;
  }
  return false;
}
