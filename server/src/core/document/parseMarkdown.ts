import type { Nodes, Root } from 'mdast';
import { fromMarkdown, type Extension as NodeExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Steps } from '../steps';
import type { Opening } from './chunks/boundary';
import { type LabelRecorder, type Labels, type LabelUse, recordLabels } from './chunks/labels';
import { cutPieces } from './commonPieces';
import { buildPlainTree } from './plainTree';
import { limitDepth, moveTree, spanOf, walkTree } from './syntaxTree';

/** A piece of a text as Markdown reads it. */
export interface ParsedMarkdown {
  /** Every node with its offsets into the piece; lines and columns are not to be relied on. */
  readonly root: Root;
  readonly links: LabelUse;
  readonly notes: LabelUse;
}

const GFM = gfm({ singleTilde: false });
/**
 * Without the step in which GFM looks for addresses once more in finished text: the nodes that it makes have no place
 * in the source, and all but rare addresses were found before.
 */
const NODES: readonly NodeExtension[] = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
/** What is put in the place of what follows, and what the parser makes of it. A quotation closes what is open as a footnote does. */
const SENTINELS = {
  heading: { text: '# x\n', type: 'heading' },
  text: { text: 'x\n', type: 'paragraph' },
  note: { text: '> x\n', type: 'blockquote' },
} as const satisfies Readonly<Record<Opening, { readonly text: string; readonly type: Nodes['type'] }>>;
const NO_LABELS: LabelUse = { defined: [], asked: new Map() };
/** A stretch without a single place to cut it is read as plain lines: the parser's time grows with its square. */
export const LONGEST_PIECE = 400_000;

/**
 * Parses a piece of a text. `next` says how the text goes on after it: undefined is returned when something in the piece is still open
 * there (a fence, HTML, a list, a lazy paragraph) and swallows what follows, so that the piece cannot be read alone. Never throws:
 * what the parser cannot bear is read as plain paragraphs and ATX headings. Nested at most some hundred levels deep.
 */
export function* parseMarkdown(
  text: string,
  next: Opening | undefined,
  known: Labels,
): Steps<ParsedMarkdown | undefined> {
  try {
    const labels = recordLabels(known);
    const root = yield* readInPieces(text, next, labels);
    if (root) return { root, ...labels.use() };
    // What a reading that did not hold took for a definition may be none.
    const afresh = recordLabels(known);
    const whole = readByParser(text, next, afresh);
    return whole && { root: whole, ...afresh.use() };
  } catch {
    return parsePlain(text);
  }
}

/**
 * Reads the commonest blocks without the parser, and hands it only what stands between them. Undefined when a piece for the parser is
 * not closed where the next common block begins.
 */
function* readInPieces(text: string, next: Opening | undefined, labels: LabelRecorder): Steps<Root | undefined> {
  const children: Root['children'] = [];
  const parse = (lines: string, after?: Opening) => readByParser(lines, after, labels);
  const pieces = yield* cutPieces(text, { labels: labels.known, next, parse });
  if (!pieces) return undefined;
  for (const piece of pieces) {
    if (piece.kind === 'block') children.push(piece.node);
    else {
      const root = readByParser(text.slice(piece.start, piece.end), piece.next ?? next, labels);
      if (!root) return undefined;
      moveTree(root, piece.start);
      for (const node of root.children) children.push(node);
      yield;
    }
  }
  return { type: 'root', children };
}

function readByParser(text: string, next: Opening | undefined, labels: LabelRecorder): Root | undefined {
  if (text.length > LONGEST_PIECE) throw new RangeError('too long for the parser');
  // A byte-order mark would be dropped without being counted; another white space, as the parser takes it for, stands in its place meanwhile.
  const hasMark = text.startsWith('\ufeff');
  const counted = hasMark ? `\u2003${text.slice(1)}` : text;
  const root = fromMarkdown(counted + (next === undefined ? '' : SENTINELS[next].text), {
    extensions: [GFM, labels.extension],
    mdastExtensions: [...NODES],
  });
  if (hasMark) restoreMark(root);
  if (next !== undefined && !takeSentinel(root, next, text.length)) return undefined;
  limitDepth(root, text);
  return root;
}

/** A piece read as plain paragraphs and ATX headings. */
export function parsePlain(text: string): ParsedMarkdown {
  return { root: buildPlainTree(text), links: NO_LABELS, notes: NO_LABELS };
}

function restoreMark(root: Root): void {
  for (const node of walkTree(root)) {
    if (!('value' in node)) continue;
    node.value = node.value.replace(/^\u2003/, '\ufeff');
    return;
  }
}

/** Takes the line that was added for the test out again; false when it is not a block of its own where it was added. */
function takeSentinel(root: Root, opening: Opening, at: number): boolean {
  const last: Nodes | undefined = root.children.at(-1);
  const stands = last?.type === SENTINELS[opening].type && spanOf(last).start === at;
  if (stands) root.children.pop();
  return stands;
}
