import { LETTER, NUMBER, SMALL } from '../text/letters';
import type { Block } from './blockBuilder';
import type { PlacedBlock } from './part';
import type { Candidate } from './plainLines';

/** Words below a line that has neither, and below one in capitals: fewer stand in the cells of a table that lost its lines. */
const SHORTEST_BELOW = 15;
const SHORTEST_BELOW_CAPITALS = 3;
/** `A. Nine per cent.`: with marks on both sides, questions and answers are speech, as of a witness. */
const ANSWER = /^A[.:] /;
/** Words of a text that ends as a sentence does, which cells seldom do. */
const SHORTEST_SENTENCE = 4;

/** What follows is text, or a heading of a part of it. */
export function standsAboveText(
  { block, number, isBare, isQuestion, text, depth }: Candidate,
  next: Candidate | undefined,
  blocks: readonly PlacedBlock[],
  isAbovePart = false,
): boolean {
  if (depth > 0) return true;
  let at = block + 1;
  while (at < blocks.length && !hasWords(blocks[at]?.block)) at++;
  const below = blocks[at]?.block;
  if (!below || (isQuestion && ANSWER.test(below.units[0]?.prose.text ?? ''))) return false;
  // A number of its own says that it heads a form, however little has been answered.
  if (isQuestion && !isBare) return next?.block !== at;
  const hasCapitals = number === undefined && !isBare;
  // Below capitals, a short line is the first of the text, whatever else it is.
  if (next?.block !== at || (hasCapitals && next.isBare))
    return (
      number !== undefined ||
      countLetters(below) >= (isBare ? SHORTEST_BELOW : SHORTEST_BELOW_CAPITALS) ||
      (isSentence(below) && !/\d/.test(text))
    );
  return isAbovePart || next.depth > 0 || (number?.every((part, at) => next.number?.[at] === part) ?? false);
}

const WORD = new RegExp(`[${LETTER}][${LETTER}${NUMBER}'\u2019-]*`, 'g');
const SENTENCE_END = new RegExp(String.raw`[${SMALL}\d]{2}[.?:]$`);

/** Words that are no figures. */
export function countLetters({ units }: Block): number {
  return units.reduce((sum, { prose }) => sum + (prose.text.match(WORD)?.length ?? 0), 0);
}

function isSentence(block: Block): boolean {
  return countLetters(block) >= SHORTEST_SENTENCE && SENTENCE_END.test(block.units.at(-1)?.prose.text ?? '');
}

function hasWords(block: Block | undefined): boolean {
  return block !== undefined && (block.units.length > 0 || block.tables.length > 0);
}
