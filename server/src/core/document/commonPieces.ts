import type { Steps } from '../steps';
import type { Opening } from './chunks/boundary';
import { type CommonBlock, type CommonReading, mayBeginBlock, readCommonBlock } from './commonBlocks';
import { isBlank, nextLine } from './commonLines';

/** A block that was read without the parser, or a stretch for the parser. */
export type Piece =
  | { readonly kind: 'block'; readonly node: CommonBlock['node'] }
  | {
      readonly kind: 'stretch';
      readonly start: number;
      readonly end: number;
      /** How the text goes on after it; undefined for the last one. */
      readonly next: Opening | undefined;
    };

/**
 * Cuts a text into common blocks and what stands between them. A stretch ends where, after a blank line, a common block begins: unless
 * something in it is still open there, which only the parser can tell. Undefined when there is no common block at all.
 */
export function* cutPieces(text: string, reading: CommonReading): Steps<readonly Piece[] | undefined> {
  const pieces: Piece[] = [];
  let stretch: number | undefined;
  let afterBlank = true;
  let found = false;
  for (let at = 0; at < text.length; ) {
    const blank = isBlank(text, at);
    const mayBegin = !blank && (stretch === undefined || (afterBlank && mayBeginBlock(text, at)));
    const block = mayBegin ? yield* readCommonBlock(text, at, reading) : undefined;
    if (block) {
      if (stretch !== undefined) pieces.push({ kind: 'stretch', start: stretch, end: at, next: openingOf(block) });
      stretch = undefined;
      pieces.push({ kind: 'block', node: block.node });
      found = true;
      at = block.next;
      afterBlank = false;
      continue;
    }
    if (!blank) stretch ??= at;
    afterBlank = blank;
    at = nextLine(text, at);
  }
  if (stretch !== undefined) pieces.push({ kind: 'stretch', start: stretch, end: text.length, next: undefined });
  return found ? pieces : undefined;
}

function openingOf({ node }: CommonBlock): Opening {
  return node.type === 'heading' ? 'heading' : node.type === 'footnoteDefinition' ? 'note' : 'text';
}
