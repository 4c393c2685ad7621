import { type Lead, readLead } from './leads';
import type { PlacedBlock } from './part';

/** One such paragraph may stand in any text. */
const FEWEST_RECITALS = 2;
const RECITAL = /^WHEREAS\b/;
/** `NOW, THEREFORE, BE IT RESOLVED` · `THEREFORE, it is hereby ordered` · `BE IT ORDERED`. */
const OPERATIVE =
  /^(?:(?:NOW,? )?THEREFORE\b(?:,? (?:be it|it is)(?: further| hereby)? (?:resolved|ordered|enacted|proclaimed))?|BE IT (?:RESOLVED|ORDERED|ENACTED|PROCLAIMED)\b)/i;

/** Where a resolution or an order says what is decided, below what it rests on: readers take the two apart. */
export function findOperativePart(blocks: readonly PlacedBlock[]): readonly Lead[] {
  const texts = blocks.map(({ block }) => (block.kind === 'paragraph' ? (block.units[0]?.prose.text ?? '') : ''));
  const recitals = texts.flatMap((text, at) => (RECITAL.test(text) ? [at] : []));
  if (recitals.length < FEWEST_RECITALS) return [];
  const last = recitals.at(-1) ?? 0;
  const at = texts.findIndex((text, index) => index > last && /^[A-Z]{2}/.test(text) && OPERATIVE.test(text));
  const lead = at < 0 ? undefined : readLead(blocks, at, OPERATIVE.exec(texts[at] ?? '')?.[0].length ?? 0);
  return lead ? [lead] : [];
}
