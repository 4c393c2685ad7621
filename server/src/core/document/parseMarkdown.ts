import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { buildPlainTree } from './plainTree';
import { type Chunk, splitText } from './splitText';
import { limitDepth, walkTree } from './syntaxTree';

const WITHOUT_FRONT_MATTER = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(keepPlaces).freeze();
const WITH_FRONT_MATTER = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(keepPlaces)
  .freeze();
/** A stretch without a single place to cut it is read as plain lines: the parser's time grows with its square. */
const LONGEST_CHUNK = 400_000;

/**
 * The syntax tree of a text: CommonMark, GFM and front matter, every node with its offsets. Never throws:
 * what the parser cannot bear is read as plain paragraphs and ATX headings. Nested at most some hundred levels deep.
 */
export function parseMarkdown(text: string, hasFrontMatter: boolean): Root {
  const root: Root = { type: 'root', children: [] };
  for (const chunk of splitText(text)) {
    const tree = parseChunk(chunk, hasFrontMatter && chunk.start === 0);
    limitDepth(tree, chunk.text);
    moveNodes(tree, chunk);
    for (const node of tree.children) root.children.push(node);
  }
  return root;
}

function parseChunk(chunk: Chunk, hasFrontMatter: boolean): Root {
  if (chunk.text.length > LONGEST_CHUNK) return buildPlainTree(chunk.text);
  try {
    const processor = hasFrontMatter ? WITH_FRONT_MATTER : WITHOUT_FRONT_MATTER;
    // A byte-order mark would be dropped without being counted; a joiner without width takes its place.
    const text = chunk.text.startsWith('\ufeff') ? `\u2060${chunk.text.slice(1)}` : chunk.text;
    const tree = processor.parse(text + chunk.definitions) as Root;
    const children = tree.children.filter((node) => (node.position?.start.offset ?? 0) < chunk.text.length);
    return { ...tree, children };
  } catch {
    return buildPlainTree(chunk.text);
  }
}

/** Moves offsets to where the chunk stands; a node that runs into the definitions after the chunk ends with the chunk. */
function moveNodes(root: Root, chunk: Chunk): void {
  if (chunk.start === 0 && chunk.definitions === '') return;
  const move = (point: { offset?: number }) => {
    point.offset = chunk.start + Math.min(point.offset ?? 0, chunk.text.length);
  };
  for (const node of walkTree(root)) {
    if (node === root || !node.position) continue;
    // Only offsets are read from here on; lines come from the line index.
    move(node.position.start);
    move(node.position.end);
  }
}

/**
 * Leaves out the step in which GFM looks for addresses once more in finished text: the nodes that it makes have no place
 * in the source, and all but rare addresses were found before.
 */
function keepPlaces(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map((extension) =>
    (Array.isArray(extension) ? extension : [extension]).map((part) => ({ ...part, transforms: [] })),
  );
}
