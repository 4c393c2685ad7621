import type { Span } from '../text/span';
import { countWords } from '../text/words';
import type { Heading, List, Mark, Prose, Table, TextUnit } from './documentModel';
import { findQuotations, type InlineWords, sortMarks } from './readInline';
import { oneSentence, splitSentences } from './sentences';

/** A heading whose level may still depend on the headings above it. */
export type HeadingDraft = Omit<Heading, 'level'> & { readonly level?: number };

/**
 * A top-level piece of a document, in itself complete: nothing in it depends on other blocks, so that an unchanged block may
 * be kept when the text around it changes. Indices of units, lists and tables count within the block.
 */
export interface Block {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'list'
    | 'table'
    | 'quote'
    | 'html'
    | 'footnote'
    | 'furniture'
    | 'metadata'
    | 'opening'
    | 'other';
  readonly span: Span;
  readonly heading?: HeadingDraft;
  /** For a line in bold that is taken for a heading: the same line as words, which it is where too little text stands below. */
  readonly asWords?: Block;
  readonly units: readonly TextUnit[];
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
  /** For `opening`, where a section begins without a heading: its level. */
  readonly level?: number;
  /** For `footnote`. */
  readonly footnote?: { readonly id: string; readonly text: string };
}

/** Words in all that a block says. */
export function countBlockWords({ units }: Block): number {
  return units.reduce((sum, { prose }) => sum + countWords(prose.text), 0);
}

/** Where words stand: in whose voice, and in which innermost list item. */
export interface Place {
  readonly quoted: boolean;
  readonly kind?: 'item' | 'footnote';
  /** Inside another block: nothing here opens a section. */
  readonly nested?: boolean;
  readonly item?: { readonly list: number; readonly item: number };
}

/** Gathers what a block holds while its nodes are read. */
export interface BlockBuilder {
  /** Adds a unit, and the images in it as units after it; without words there is no unit. Returns the unit's index. */
  addWords(words: InlineWords, span: Span, place: Place, marks?: readonly Mark[]): void;
  addRow(words: InlineWords, span: Span, place: Place, row: { table: number; row: number }): number;
  addImage(prose: Prose, span: Span, place: Place): void;
  /** Reserves an index for a table or list, whose contents are read before it is complete. */
  reserveTable(): number;
  setTable(index: number, table: Table): void;
  reserveList(): number;
  setList(index: number, list: List): void;
  readonly unitCount: number;
  build(kind: Block['kind'], span: Span, more?: Pick<Block, 'heading' | 'asWords' | 'level' | 'footnote'>): Block;
}

/** A heading in bold, with the same line as the words that it may turn out to be. */
export function buildBoldHeading(heading: HeadingDraft, words: InlineWords, span: Span): Block {
  const line = startBlock();
  line.addWords(words, span, { quoted: false });
  return startBlock().build('heading', span, { heading, asWords: line.build('paragraph', span) });
}

const NO_TABLE: Table = { span: { start: 0, end: 0 }, header: [], rows: [] };
const NO_TABLES: readonly Table[] = [];
const NO_LISTS: readonly List[] = [];
const NO_LIST: List = { span: { start: 0, end: 0 }, ordered: false, items: [] };

export function startBlock(): BlockBuilder {
  const units: TextUnit[] = [];
  const tables: Table[] = [];
  const lists: List[] = [];
  const addImage = (prose: Prose, span: Span, place: Place) => {
    if (prose.text === '') return;
    const sentences = splitSentences(prose.text);
    units.push({
      kind: 'image',
      span,
      prose,
      sentences,
      quoted: place.quoted,
      item: place.item,
      row: undefined,
      marks: findQuotations(prose),
    });
  };
  return {
    get unitCount() {
      return units.length;
    },
    addWords(words, span, place, marks = []) {
      const { prose } = words;
      if (prose.text !== '') {
        units.push({
          kind: place.kind ?? 'paragraph',
          span,
          prose,
          sentences: splitSentences(prose.text),
          quoted: place.quoted || isWhollyQuoted(prose.text),
          item: place.item,
          row: undefined,
          marks: sortMarks([...marks, ...words.marks]),
        });
      }
      for (const image of words.images) addImage(image.prose, image.span, place);
    },
    addRow(words, span, place, row) {
      const sentences = oneSentence(words.prose.text.length);
      units.push({
        kind: 'row',
        span,
        prose: words.prose,
        sentences,
        quoted: place.quoted,
        item: place.item,
        row,
        marks: words.marks,
      });
      for (const image of words.images) addImage(image.prose, image.span, place);
      return units.findLastIndex((unit) => unit.kind === 'row');
    },
    addImage,
    reserveTable: () => tables.push(NO_TABLE) - 1,
    setTable: (index, table) => {
      tables[index] = table;
    },
    reserveList: () => lists.push(NO_LIST) - 1,
    setList: (index, list) => {
      lists[index] = list;
    },
    // Copies have no room to grow: a long document holds thousands.
    build: (kind, span, more = {}) => ({
      kind,
      span,
      units: units.slice(),
      tables: tables.length === 0 ? NO_TABLES : tables.slice(),
      lists: lists.length === 0 ? NO_LISTS : lists.slice(),
      ...more,
    }),
  };
}

/** One pair of quotation marks around all the words; also a paragraph that opens one and leaves it to the next to close. */
function isWhollyQuoted(prose: string): boolean {
  if (!prose.startsWith('"') || prose.length < 3) return false;
  const closing = prose.indexOf('"', 1);
  return closing < 0 || /^"[.,;:!?]?$/.test(prose.slice(closing));
}
