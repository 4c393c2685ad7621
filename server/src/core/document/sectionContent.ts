import { buildLineIndex, type LineIndex } from '../text/lineIndex';
import type { Comment, DocumentModel, Footnote, Section } from './documentModel';

/**
 * A section by itself, wherever it stands: a document of this one section, with every offset and line counted from the section's start.
 * As long as nothing in a section changes it stays the same object, in every version of its document.
 */
export interface SectionContent extends DocumentModel {
  readonly section: Section;
}

/** What a content is made of, but for what follows from it. */
export interface SectionParts extends Pick<Section, 'heading' | 'level' | 'units' | 'tables' | 'lists'> {
  readonly comments: readonly Comment[];
  readonly footnotes: readonly Footnote[];
  readonly length: number;
  readonly lineCount: number;
  /** The section's text; asked for when it is needed. */
  readText(): string;
}

export function makeSectionContent(parts: SectionParts): SectionContent {
  const { heading, level, units, tables, lists } = parts;
  const section: Section = {
    index: 0,
    heading,
    level,
    children: [],
    span: { start: 0, end: parts.length },
    lineNumbers: [1, parts.lineCount],
    units,
    tables,
    lists,
  };
  return new LazyContent(section, parts);
}

class LazyContent implements SectionContent {
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly comments: readonly Comment[];
  readonly footnotes: readonly Footnote[];
  readonly #readText: () => string;

  constructor(section: Section, { comments, footnotes, readText }: SectionParts) {
    this.section = section;
    this.sections = [section];
    this.comments = comments;
    this.footnotes = footnotes;
    this.#readText = readText;
  }

  get text(): string {
    return this.#read().text;
  }

  get lines(): LineIndex {
    const read = this.#read();
    read.lines ??= buildLineIndex(read.text);
    return read.lines;
  }

  #read(): ReadText {
    if (lastRead?.of !== this) lastRead = { of: this, text: this.#readText(), lines: undefined };
    return lastRead;
  }
}

interface ReadText {
  readonly of: LazyContent;
  readonly text: string;
  lines: LineIndex | undefined;
}

/** Sections are looked at one after the other: only the last that was asked keeps its text, which is there a second time in its chunks. */
let lastRead: ReadText | undefined;
