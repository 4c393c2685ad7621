import { CAPITAL } from '../text/letters';
import { countWords } from '../text/words';
import { type Block, countBlockWords } from './blockBuilder';
import { isCaption } from './headings';
import { moveSpan } from './moveBlock';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';
import type { PlainHeading } from './plainHeadings';

/** One line in italics is a remark, a date or a strap line. */
const FEWEST = 2;
const LONGEST = 12;
/** Words below each, one with another: fewer are a point among others, or below what names a picture. */
const SHORTEST_BELOW = 80;
/** A title, or a question; no sentence, no quotation, and nothing with a year or a sum. */
const TITLE = new RegExp(String.raw`^[${CAPITAL}](?:[^\d.;:!?|[\]<>{}@"\u201c\u201d]|\d{1,2}(?!\d)|\.(?=\S))+\??$`);

/**
 * Lines in italics from end to end that are headings within a section: several of them, each above text of its own, as a paper sets the
 * titles of a third level.
 */
export function findItalicTitles(blocks: readonly PlacedBlock[]): readonly PlainHeading[] {
  const found = blocks.flatMap(({ block }, at) => (isItalicTitle(block) ? [at] : []));
  const titles = found.filter((at) => isText(blocks[at + 1]?.block) && !found.includes(at + 1));
  if (titles.length < FEWEST) return [];
  const below = blocks.slice(titles[0]).reduce((sum, { block }) => sum + countBlockWords(block), 0);
  return below / titles.length < SHORTEST_BELOW ? [] : titles.flatMap((at) => toHeading(at, blocks[at]) ?? []);
}

function isItalicTitle({ kind, units: [unit, ...others], heading }: Block): boolean {
  if (kind !== 'paragraph' || heading || !unit || unit.quoted || others.length > 0) return false;
  const { text } = unit.prose;
  const isWhole = unit.marks.some(
    ({ kind: mark, start, end }) => mark === 'emphasis' && start === 0 && end === text.length,
  );
  return isWhole && TITLE.test(text) && countWords(text) <= LONGEST && !isCaption(text);
}

function isText(block: Block | undefined): boolean {
  return block !== undefined && (block.kind === 'paragraph' || block.kind === 'list') && block.units.length > 0;
}

function toHeading(at: number, placed: PlacedBlock | undefined): PlainHeading | undefined {
  const unit = placed?.block.units[0];
  if (!placed || !unit) return undefined;
  const { text } = unit.prose;
  const span = moveSpan(unit.span, placed.offset);
  const textSpan = moveSpan(unit.prose.toSource(0, text.length), placed.offset);
  return { block: at, heading: { form: 'plain', level: 1, span, textSpan, text, ...splitNumber(text) } };
}
