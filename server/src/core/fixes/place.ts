import type { DocumentModel, Section } from '../document/documentModel';

/** The line end that the document uses: that of its first line, `\n` when it has only one line. */
export function lineEndOf(document: DocumentModel): string {
  return /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
}

/** Text with LF line ends, as it is to be written into the document. */
export function withLineEnds(text: string, document: DocumentModel): string {
  return text.replace(/\r\n|\r|\n/g, lineEndOf(document));
}

/**
 * Offset where a section's own text ends: after its last word and the form that begins in it, before trailing blank lines. Definitions of footnotes and links that close
 * the section stay below, for they belong to the whole document.
 */
export function endOfSection(of: Section, document: DocumentModel): number {
  const { text, lines } = document;
  const section = findLastField(of, document);
  const first = lines.placeAt(bodyStart(section, document)).line;
  let line = lines.placeAt(Math.max(section.span.start, section.span.end - 1)).line;
  const wordsOf = (at: number) =>
    text.slice(Math.max(lines.startOf(at), section.span.start), Math.min(lines.endOf(at), section.span.end));
  const isDefinition = (at: number) =>
    /^\[[^\]]+\]:/.test(wordsOf(at)) ||
    document.footnotes.some(
      (f) => f.span.start <= lines.startOf(at) && lines.startOf(at) < f.span.end && f.span.start >= section.span.start,
    );
  while (line >= first && (wordsOf(line).trim() === '' || isDefinition(line))) line--;
  if (line < first) return bodyStart(section, document);
  return lines.startOf(line) + text.slice(lines.startOf(line), lines.endOf(line)).trimEnd().length;
}

/** The last of the fields below it, where a form begins in the section: a block between them would tear it apart. */
function findLastField(section: Section, { sections }: DocumentModel): Section {
  let last = section;
  for (let next = sections[last.index + 1]; next?.heading?.form === 'cell'; next = sections[next.index + 1])
    last = next;
  return last;
}

/**
 * Offset just past a section's heading, underline and closing tag included, and the paragraph that the heading opens; the section's start
 * when it has none.
 */
export function bodyStart(section: Section, document: DocumentModel): number {
  const { heading } = section;
  if (!heading) return section.span.start;
  const { text, lines } = document;
  const ending =
    heading.form === 'setext' ? /^ {0,3}(?:=+|-+)[ \t]*$/ : heading.form === 'html' ? /<\/h[1-6]>/i : undefined;
  let line = lines.placeAt(
    heading.form === 'lead' ? (section.units[0]?.span.end ?? heading.span.end) : heading.span.start,
  ).line;
  if (ending) {
    const last = lines.placeAt(Math.max(section.span.start, section.span.end - 1)).line;
    const from = heading.form === 'setext' ? line + 1 : line;
    for (let at = from; at <= last; at++) {
      if (!ending.test(text.slice(lines.startOf(at), lines.endOf(at)))) continue;
      line = at;
      break;
    }
  }
  return Math.min(lines.endOf(line), section.span.end);
}

/** A block made ready to stand at `offset`, with a blank line before it and one after it where something follows. LF line ends. */
export function asBlock(
  block: string,
  offset: number,
  document: DocumentModel,
): { readonly before: string; readonly block: string; readonly after: string } {
  const { text } = document;
  const before = text.slice(0, offset).trim() === '' ? '' : endsWithBlankLine(text.slice(0, offset)) ? '' : '\n\n';
  const rest = text.slice(offset);
  const follows = /^[ \t]*(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|$)/.test(rest)
    ? ''
    : rest.trim() === ''
      ? rest === ''
        ? '\n'
        : ''
      : /^[ \t]*[\r\n]/.test(rest)
        ? '\n'
        : '\n\n';
  return { before, block, after: follows };
}

function endsWithBlankLine(text: string): boolean {
  return /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(text);
}

/** The section and all below it, as a range of section indices: the last one's index. */
export function lastDescendant(index: number, document: DocumentModel): number {
  let last = index;
  for (
    let child = document.sections[last]?.children.at(-1);
    child !== undefined;
    child = document.sections[last]?.children.at(-1)
  ) {
    last = child;
  }
  return last;
}

/** Its text is a value in the front matter or a cell of a form, where a block of Markdown would break the YAML or the table. */
export function takesNoBlocks(section: number, { sections, frontMatter }: DocumentModel): boolean {
  const at = sections[section];
  return at !== undefined && (at.span.start < (frontMatter?.span.end ?? 0) || at.heading?.form === 'cell');
}
