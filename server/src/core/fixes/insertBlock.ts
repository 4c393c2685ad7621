import type { DocumentModel } from '../document/documentModel';
import type { FixEdit } from './fix';
import { asBlock, withLineEnds } from './place';
import { escapeSnippet, toSnippet } from './snippet';

/** A block of Markdown to be written: `fixed` parts are kept as they are, `slots` parts hold slots for tab stops. LF line ends. */
export interface BlockPart {
  readonly text: string;
  readonly kind: 'fixed' | 'slots';
}

/** The edit that inserts a block of its own at an offset, set off by blank lines and with the document's line ends. */
export function insertBlock(parts: readonly BlockPart[], offset: number, document: DocumentModel): FixEdit {
  const { before, after } = asBlock('', offset, document);
  const all: readonly BlockPart[] = [{ text: before, kind: 'fixed' }, ...parts, { text: after, kind: 'fixed' }];
  const newText = withLineEnds(all.map((part) => part.text).join(''), document);
  const snippet = joinSnippets(parts);
  return {
    span: { start: offset, end: offset },
    newText,
    snippet: snippet === undefined ? undefined : withLineEnds(`${before}${snippet}$0${after}`, document),
  };
}

/** Tab stops numbered through all parts; undefined when there is none. */
function joinSnippets(parts: readonly BlockPart[]): string | undefined {
  let stop = 1;
  let joined = '';
  for (const part of parts) {
    const snippet = part.kind === 'slots' ? toSnippet(part.text, stop) : undefined;
    joined += snippet === undefined ? escapeSnippet(part.text) : snippet.replace(/\$0$/, '');
    stop += snippet === undefined ? 0 : (snippet.match(/(?<!\\)\$\{\d+:/g) ?? []).length;
  }
  return stop === 1 ? undefined : joined;
}
