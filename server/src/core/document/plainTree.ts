import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { buildLineIndex, type LineIndex } from '../text/lineIndex';
import { toPosition } from './syntaxTree';

const ATX = /^(#{1,6})[ \t]+(\S.*?)[ \t]*#*$/;

/** A tree of paragraphs (lines between blank lines) and ATX headings only: what is left when Markdown cannot be parsed. */
export function buildPlainTree(text: string): Root {
  const lines = buildLineIndex(text);
  const children: RootContent[] = [];
  let from: number | undefined;
  const closeParagraph = (before: number) => {
    if (from !== undefined) children.push(buildParagraph(text, lines, from, before - 1));
    from = undefined;
  };
  for (let line = 1; line <= lines.count; line++) {
    const words = text.slice(lines.startOf(line), lines.endOf(line));
    const heading = ATX.exec(words);
    if (words.trim() === '' || heading) closeParagraph(line);
    if (heading) children.push(buildHeading(text, lines, line, heading[1] ?? '#', heading[2] ?? ''));
    else if (words.trim() !== '') from ??= line;
  }
  closeParagraph(lines.count + 1);
  return { type: 'root', children };
}

function buildParagraph(text: string, lines: LineIndex, first: number, last: number): Paragraph {
  const start = lines.startOf(first);
  const end = lines.endOf(last);
  const position = toPosition(start, end);
  return {
    type: 'paragraph',
    position,
    children: [{ type: 'text', value: text.slice(start, end), position: toPosition(start, end) }],
  };
}

function buildHeading(text: string, lines: LineIndex, line: number, marker: string, title: string): Heading {
  const start = lines.startOf(line);
  const from = text.indexOf(title, start + marker.length);
  const depth = Math.min(Math.max(marker.length, 1), 6) as Heading['depth'];
  const words = { type: 'text' as const, value: title, position: toPosition(from, from + title.length) };
  return { type: 'heading', depth, position: toPosition(start, lines.endOf(line)), children: [words] };
}
