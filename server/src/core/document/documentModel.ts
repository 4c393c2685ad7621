import type { LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

/**
 * The immutable result of reading one Markdown text. Every span counts UTF-16 offsets into `text`,
 * which is the text as it was given (without a byte-order mark: the reader at the edge removes it).
 */
export interface DocumentModel {
  readonly text: string;
  readonly lines: LineIndex;
  /** Absent when the text does not open with a front matter block. */
  readonly frontMatter?: FrontMatter;
  /** The title a reader would give the document: front matter `title`, else the first H1, else undefined. */
  readonly title?: string;
  /** All sections in document order; a section's `index` is its place here. Never empty for a non-blank text. */
  readonly sections: readonly Section[];
  /** Comments (`<!-- … -->`) in document order, wherever they stand (also inside paragraphs). */
  readonly comments: readonly Comment[];
  /** `[^id]: …` definitions; references to them are marks of the units that hold them. */
  readonly footnotes: readonly Footnote[];
}

/** A front matter block. A broken one still has a span, no entries, and problems. */
export interface FrontMatter {
  /** Between lines of `---` or of `+++`. */
  readonly language: 'yaml' | 'toml';
  /** The whole block, fences included. */
  readonly span: Span;
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** The plain JavaScript value that YAML gives. */
  readonly value: unknown;
  readonly valueSpan: Span;
}

export interface FrontMatterProblem {
  readonly message: string;
  readonly span: Span;
}

/**
 * What makes a line a heading to a reader. All but `atx` and `setext` (and HTML) are invisible to Markdown itself. A `lead` opens the
 * paragraph below it, on the same line.
 */
export type HeadingForm = 'atx' | 'setext' | 'atx-no-space' | 'bold' | 'html' | 'label' | 'cell' | 'plain' | 'lead';

export interface Heading {
  readonly form: HeadingForm;
  /** 1 to 6. For forms without a level of their own, one below the nearest real heading above (at most 6). */
  readonly level: number;
  /** The heading on its first line, markers included; never crosses a line end. */
  readonly span: Span;
  /** The words of the heading in the source, markers excluded; never crosses a line end. */
  readonly textSpan: Span;
  /** What a reader reads, numbering included, white space collapsed: `2.1 Case for change`. */
  readonly text: string;
  /** `text` without numbering, trailing colon or emphasis: `Case for change`. */
  readonly title: string;
  /** The numbering as written, without trailing punctuation: `2.1`, `A1.1`, `PART A`, `Appendix C`. */
  readonly number?: string;
}

/**
 * A heading with its own body: from the heading to the line before the next heading of any level.
 * Text before the first heading, and a stretch of text that a reader sees as apart from the heading above it
 * (see `sections.ts`), is a section without a heading.
 */
export interface Section {
  readonly index: number;
  readonly heading?: Heading;
  /** Level of the heading; a section without one takes the level of its place in the tree; 0 for text before any heading. */
  readonly level: number;
  readonly parent?: number;
  readonly children: readonly number[];
  /** Heading and own body, up to the start of the next section's first line; trailing blank lines belong to it. */
  readonly span: Span;
  /** 1-based inclusive line numbers of `span`. */
  readonly lineNumbers: readonly [first: number, last: number];
  readonly units: readonly TextUnit[];
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
}

/**
 * The smallest piece of running text in which words stand together: a paragraph, a list item's paragraph, a table row,
 * an image's alternative text, a footnote's paragraph. Headings are not units.
 */
export interface TextUnit {
  readonly kind: 'paragraph' | 'item' | 'row' | 'image' | 'footnote';
  /** The unit in the source. */
  readonly span: Span;
  /** What a reader reads: markup dropped, hard wraps as one space, smart quotes and special spaces made plain. */
  readonly prose: Prose;
  /** In order, covering the prose without gaps except white space. A table row is one sentence. */
  readonly sentences: readonly Sentence[];
  /** Words that are not the author's own voice. */
  readonly quoted: boolean;
  /** For `item`: which list and item of the section (indices into `Section.lists` and its `items`). */
  readonly item?: { readonly list: number; readonly item: number };
  /** For `row`: which table and row of the section (indices into `Section.tables` and its `rows`). */
  readonly row?: { readonly table: number; readonly row: number };
  readonly marks: readonly Mark[];
}

/** Prose offsets index `text`; `toSource` gives the span in the document for a range of prose. */
export interface Prose {
  readonly text: string;
  /** Source span of the prose range [start, end): from the first character's own start to the last one's own end. */
  toSource(start: number, end: number): Span;
}

/** A range of a unit's prose (offsets into `Prose.text`). */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Something in a unit that is not words: kept with its place in the prose, and in the source. */
export interface Mark {
  readonly kind:
    | 'link'
    | 'footnote-reference'
    | 'code'
    | 'emphasis'
    | 'strong'
    | 'image'
    | 'html'
    | 'quotation'
    | 'check-box';
  /** Place in the prose; empty (start equals end) where the mark has no words, as for a footnote reference. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  /** Link or image address, footnote identifier, or the state of a check box (`checked` or `unchecked`). */
  readonly target?: string;
}

export interface Table {
  readonly span: Span;
  /** Header cells; empty array when the table has none. */
  readonly header: readonly Cell[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
  /** Index into `Section.units` of the unit that holds the row's words. */
  readonly unit: number;
}

/** `text` is what a reader reads in the cell; the range is where the cell lies in its row's prose (for header cells: 0, 0). */
export interface Cell {
  /** Counts from the start of the row, or for a header cell of the table: wherever these move, the cells stay the same. */
  readonly span: Span;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface List {
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

/** `units` are indices into `Section.units`, nested items included. */
export interface ListItem {
  readonly span: Span;
  readonly checked?: boolean;
  readonly units: readonly number[];
}

export interface Comment {
  readonly span: Span;
  /** Between `<!--` and `-->`. */
  readonly textSpan: Span;
  /** Index of the section that holds it. */
  readonly section: number;
}

export interface Footnote {
  readonly id: string;
  readonly span: Span;
  /** What the footnote says, in plain words. */
  readonly text: string;
  readonly section: number;
}
