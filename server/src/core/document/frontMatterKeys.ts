import { CAPITAL, LETTER, SMALL } from '../text/letters';

/** What the keys of front matter say of their values: whether these are words of the paper, and where a reader sees them. */

/** What sums a page up, also for search engines and networks. */
const SUMMARY =
  /^(?:(?:meta|seo|og|search|social|share|twitter)[-_: ]?)?(?:description|summary|excerpt|subtitle|abstract|intro|lead|lede|teaser|strapline)$/i;
/** About the page, however long. */
const ABOUT_PAGE =
  /^(?:title|date|dates|authors?|tags?|keywords|categor(?:y|ies)|layout|permalink|url|link|links|slug|image|images|gallery|img|icon|alt|caption|licen[cs]e|copyright|source|sources|redirect_from|redirect_to|seo|og|aliases|document-type|stage|breadcrumbs?|css|styles?|scripts?|js|head|embed|query|svg)$|(?:[-_](?:url|image|img|id|alt|title|link|css|script|embed|query))$/i;
/** Of a map that is an entry of a menu, or a picture. */
const LINKED = /^(?:url|href|link|path|permalink|file|image|img|src|icon)$|[-_](?:url|image|link)$/i;
const PICTURE = /(?:^|[-_])(?:image|img|src|icon)(?:[-_]url)?$/i;
/** Under them stands what a reader sees as the title of a map. */
const TITLE =
  /^(?:title|heading|header|headline|name|label|question|q)$|[-_](?:title|heading|header|headline|question)$/i;
/** Of these, a title that may stand without words of its own below it. */
const SHOWN_TITLE = /^(?:title|heading|header|headline)$/i;
/** Names of places on a page, which a reader never sees: what stands under them has no title but its own. */
const LAYOUT = new Set(
  'accordion accordions block blocks body box boxes card cards col cols column columns component components container content contents copy data element elements entries entry field fields grid group groups html item items layout list lists main markdown module modules page panel panels paragraph paragraphs primary prose rich row rows section sections slice slices subsection subsections tab table tabs text texts tile tiles value values widget widgets wrapper wysiwyg one two three four left right first second third full half short long'.split(
    ' ',
  ),
);
/** What a reader sees as the words below a title, beside places on a page. */
const BELOW_TITLE = new Set(
  'a abstract answer answers blurb desc description detail details excerpt explanation intro introduction lead lede response standfirst strapline subtitle summary tagline teaser'.split(
    ' ',
  ),
);

export function isSummaryKey(key: string): boolean {
  return SUMMARY.test(key);
}

export function isAboutPage(key: string): boolean {
  return ABOUT_PAGE.test(toSnakeCase(key));
}

export function isLinkKey(key: string): boolean {
  return LINKED.test(toSnakeCase(key));
}

/** Whether a key leads elsewhere, and is none of a picture. */
export function isMenuKey(key: string): boolean {
  return isLinkKey(key) && !PICTURE.test(toSnakeCase(key));
}

export function isTitleKey(key: string): boolean {
  return TITLE.test(toSnakeCase(key));
}

export function isShownTitleKey(key: string): boolean {
  return SHOWN_TITLE.test(key);
}

/** Whether a key only names a place on the page. */
export function isLayoutKey(key: string): boolean {
  return wordsOf(key).every((word) => LAYOUT.has(word));
}

/** Whether the value of a key is what a reader sees right below the title of its map. */
export function isTextKey(key: string): boolean {
  return wordsOf(key).every((word) => LAYOUT.has(word) || BELOW_TITLE.has(word));
}

const NO_LETTERS = new RegExp(`[^${LETTER}]+`);
const INNER_CAPITAL = new RegExp(`([${SMALL}])(?=[${CAPITAL}])`, 'g');
const INNER_WORD = new RegExp(`([${SMALL}])([${CAPITAL}])(?=[${SMALL}])`, 'g');

/** `text_col_2` and `textCol2` as `text` and `col`. */
function wordsOf(key: string): readonly string[] {
  const words = toSnakeCase(key).toLowerCase().split(NO_LETTERS);
  return words.filter((word) => word !== '');
}

function toSnakeCase(key: string): string {
  return key.replace(INNER_CAPITAL, '$1_');
}

/** `who_benefits` and `whoBenefits` are read as `Who benefits`; a key in words stays as it is. */
export function humanise(key: string): string {
  const words = key.trim().replace(/\s+/g, ' ');
  if (words.includes(' ')) return words;
  const plain = words
    .replace(/[_-]+/g, ' ')
    .replace(INNER_WORD, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
