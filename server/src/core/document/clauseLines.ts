import { CAPITAL } from '../text/letters';
import type { Span } from '../text/span';
import { CLAUSE_WORD, POINT_TITLE } from './clauseForms';
import type { Source } from './source';

/** `§ 2.` · `Sec. 4. Terms.` · `(a) Licences: Each` · `B. Purpose. This`. */
const OPENS_CLAUSE = new RegExp(
  `^(?:${CLAUSE_WORD}(?:\\d{1,3}(?:[.-]\\d{1,3}){0,4}[a-z]?|[IVXL]{1,5})[.:)](?:\\s|$)|(?:\\([a-z]\\)|[A-Z][.)])\\s+${POINT_TITLE}\\s)`,
  'u',
);
/** In UTF-16 units; a longer line is looked at to here. */
const LONGEST_OPENING = 120;
/** What such a line begins with: most lines do not, and are not looked at any further. */
const MAY_OPEN = new RegExp(`^[\u00a7(${CAPITAL}]`);
const ENDS = /(?:[.:;!?]["'\u201d\u2019)\]]*|[;,] (?:and|or))$/;

/**
 * Where clauses begin among the lines of a paragraph, as a converter leaves them that makes nothing of a new line: at a line with a number
 * of its own, below one that ends what was said.
 */
export function findClauseLines(paragraph: Span, { text, lines }: Source): readonly number[] {
  const found: number[] = [];
  const last = lines.placeAt(paragraph.end).line;
  for (let line = lines.placeAt(paragraph.start).line + 1; line <= last; line++) {
    const start = lines.startOf(line);
    if (!MAY_OPEN.test(text.charAt(start))) continue;
    const end = Math.min(lines.endOf(line), paragraph.end, start + LONGEST_OPENING);
    const above = text.slice(Math.max(paragraph.start, start - 12), start).trimEnd();
    if (ENDS.test(above) && OPENS_CLAUSE.test(text.slice(start, end))) found.push(start);
  }
  return found;
}
