import { SLOT } from '../findings/readComments';

/**
 * Makes a snippet of Markdown: each `[slot]` becomes a tab stop that holds the slot, brackets included, so that a slot which is passed over
 * stays a slot. Numbering starts at `first`. Undefined when there is no slot.
 */
export function toSnippet(markdown: string, first = 1): string | undefined {
  const slots = new RegExp(SLOT.source, 'g');
  let at = 0;
  let stop = first;
  let snippet = '';
  for (const slot of markdown.matchAll(slots)) {
    snippet += `${escapeSnippet(markdown.slice(at, slot.index))}\${${stop++}:${escapeSnippet(slot[0])}}`;
    at = slot.index + slot[0].length;
  }
  return stop === first ? undefined : `${snippet}${escapeSnippet(markdown.slice(at))}$0`;
}

/** Makes text literal inside a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
