import { CAPITAL } from '../text/letters';

/** Sources of expressions, for what opens a clause at the start of a line and of a paragraph alike. */

/** What stands before the number of a clause, with its space. */
export const CLAUSE_WORD = '(?:\\u00a7+ ?|(?:Section|SECTION|Sec\\.|SEC\\.|Article|ARTICLE) +)';
/** The title of a point behind its letter: `Licences:`. */
export const POINT_TITLE = `[${CAPITAL}][^.:;!?]{2,80}[.:]`;
