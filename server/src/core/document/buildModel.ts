import type { LineIndex } from '../text/lineIndex';
import type { Chunk } from './chunks/chunk';
import { type ChunkedText, chainLines, joinChunks } from './chunks/chunkedText';
import type { Comment, DocumentModel, Footnote, FrontMatter } from './documentModel';
import { findRunningHeaders, markRunningHeaders } from './furniture';
import { moveSpan } from './moveBlock';
import { groupParts, type Part } from './part';
import type { SectionContent } from './sectionContent';
import { type PlacedSection, placeSections } from './sections';
import { cutSegments, type Segment } from './segments';
import { splitPart } from './splitPart';

/** A document as it was read: with the chunks that it was read in, for the next version. */
export class ReadDocument implements DocumentModel {
  /** The same object in every version of a document. */
  readonly lineage: object;
  readonly chunked: ChunkedText;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: string | undefined;
  readonly sections: readonly PlacedSection[];
  #text: string | undefined;
  #comments: readonly Comment[] | undefined;
  #footnotes: readonly Footnote[] | undefined;

  constructor(chunked: ChunkedText, sections: readonly PlacedSection[], lineage: object) {
    this.lineage = lineage;
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
export function buildModel(chunked: ChunkedText, before?: ReadDocument): ReadDocument {
  const running = findRunningHeaders(chunked.chunks);
  const segments = chunked.chunks.flatMap((chunk, index) => segmentsOf(chunk, running, index === 0));
  const parts = groupParts(segments);
  const contents = parts.flatMap(contentsOf);
  return new ReadDocument(
    chunked,
    placeSections(contents, findStart(chunked, parts[0]), before?.sections ?? []),
    before?.lineage ?? {},
  );
}

function findStart({ chunks, starts, linesBefore }: ChunkedText, first: Part | undefined) {
  const chunk = first?.segments[0]?.chunk;
  const at = chunk ? chunks.indexOf(chunk) : 0;
  return { start: (starts[at] ?? 0) + (first?.start ?? 0), line: (linesBefore[at] ?? 0) + (first?.firstLine ?? 1) };
}

interface KeptSegments {
  readonly segments: readonly Segment[];
  readonly running: string;
  readonly opensBody: boolean;
}

const keptSegments = new WeakMap<Chunk, KeptSegments>();

function segmentsOf(chunk: Chunk, running: ReadonlySet<string>, opensBody: boolean): readonly Segment[] {
  const own =
    running.size === 0
      ? ''
      : [...new Set(chunk.shortLines.map(({ key }) => key))].filter((key) => running.has(key)).join('\n');
  const kept = keptSegments.get(chunk);
  if (kept && kept.running === own && kept.opensBody === opensBody) return kept.segments;
  const segments = cutSegments(chunk, markRunningHeaders(chunk, running), opensBody);
  keptSegments.set(chunk, { segments, running: own, opensBody });
  return segments;
}

interface KeptContents {
  readonly part: Part;
  readonly contents: readonly SectionContent[];
}

const keptContents = new WeakMap<Segment, KeptContents>();

function contentsOf(part: Part): readonly SectionContent[] {
  const [first] = part.segments;
  const kept = first && keptContents.get(first);
  if (kept && isSamePart(kept.part, part)) return kept.contents;
  const contents = splitPart(part);
  if (first) keptContents.set(first, { part, contents });
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
    if (heading?.level === 1 && heading.form !== 'bold' && heading.form !== 'label') return heading.text;
  }
  return undefined;
}
