import type { Steps } from '../steps';
import type { LineIndex } from '../text/lineIndex';
import { type ChunkedText, chainLines, joinChunks } from './chunks/chunkedText';
import type { Comment, DocumentModel, Footnote, FrontMatter } from './documentModel';
import { isPlacedByOthers } from './headings';
import { type Layout, layOut } from './layout';
import { moveSpan } from './moveBlock';
import { groupParts, type Part } from './part';
import type { SectionContent } from './sectionContent';
import { type PlacedSection, placeSections } from './sections';
import type { Segment } from './segments';
import { splitPart } from './splitPart';

/** A document as it was read: with the chunks that it was read in, for the next version. */
export class ReadDocument implements DocumentModel {
  /** The same object in every version of a document. */
  readonly lineage: object;
  readonly chunked: ChunkedText;
  readonly layout: Layout;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: string | undefined;
  readonly sections: readonly PlacedSection[];
  #text: string | undefined;
  #comments: readonly Comment[] | undefined;
  #footnotes: readonly Footnote[] | undefined;

  constructor(chunked: ChunkedText, layout: Layout, sections: readonly PlacedSection[], lineage: object) {
    this.lineage = lineage;
    this.layout = layout;
    this.chunked = chunked;
    this.lines = chainLines(chunked);
    this.frontMatter = chunked.frontMatter;
    this.title = findTitle(chunked.frontMatter, sections);
    this.sections = sections;
  }

  get text(): string {
    this.#text ??= joinChunks(this.chunked);
    return this.#text;
  }

  get comments(): readonly Comment[] {
    this.#comments ??= this.sections.flatMap(({ content, span: { start }, index }) =>
      content.comments.map(({ span, textSpan }) => ({
        span: moveSpan(span, start),
        textSpan: moveSpan(textSpan, start),
        section: index,
      })),
    );
    return this.#comments;
  }

  get footnotes(): readonly Footnote[] {
    this.#footnotes ??= this.sections.flatMap(({ content, span: { start }, index }) =>
      content.footnotes.map((footnote) => ({ ...footnote, span: moveSpan(footnote.span, start), section: index })),
    );
    return this.#footnotes;
  }
}

/** Builds the document of a chunked text. What did not change is taken over from `before`, an earlier version. */
export function* buildModel(chunked: ChunkedText, before?: ReadDocument): Steps<ReadDocument> {
  const layout = layOut(chunked.chunks, before?.layout);
  const parts = groupParts(layout, chunked.chunks);
  const contents = yield* readParts(parts.map(({ part }) => part));
  const sections = placeSections(contents, parts, before?.sections ?? []);
  return new ReadDocument(chunked, layout, sections, before?.lineage ?? {});
}

interface KeptContents {
  readonly part: Part;
  readonly contents: readonly SectionContent[];
}

const keptContents = new WeakMap<Segment, KeptContents>();

/** The sections of all parts, by part; a step for each part that is read anew. */
function* readParts(parts: readonly Part[]): Steps<readonly (readonly SectionContent[])[]> {
  const contents: (readonly SectionContent[])[] = [];
  for (const part of parts) {
    const [first] = part.segments;
    const kept = first && keptContents.get(first);
    if (kept && (kept.part === part || isSamePart(kept.part, part))) {
      contents.push(kept.contents);
      continue;
    }
    const own = splitPart(part);
    if (first) keptContents.set(first, { part, contents: own });
    contents.push(own);
    yield;
  }
  return contents;
}

function isSamePart(a: Part, b: Part): boolean {
  return (
    a.level === b.level &&
    a.start === b.start &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, i) => segment === b.segments[i])
  );
}

function findTitle(frontMatter: FrontMatter | undefined, sections: readonly PlacedSection[]): string | undefined {
  const given = frontMatter?.entries.find((entry) => entry.key === 'title')?.value;
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  for (const { content } of sections) {
    const { heading } = content.section;
    if (heading?.level === 1 && !isPlacedByOthers(heading)) return heading.text;
  }
  return undefined;
}
