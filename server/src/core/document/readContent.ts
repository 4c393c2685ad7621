import type { Nodes } from 'mdast';
import type { BlockBuilder, Place } from './blockBuilder';
import type { Mark } from './documentModel';
import { readHtml } from './html';
import { readList } from './lists';
import { readInline } from './readInline';
import type { Source } from './source';
import { spanOf } from './syntaxTree';
import { readTable } from './tables';

/**
 * Adds all that a node holds to a block. A heading in here (in a quotation, an item or a footnote) opens no section: its words
 * are words like others. `marks` go to the first paragraph. The tree is not nested deeper than recursion bears.
 */
export function readContent(
  node: Nodes,
  source: Source,
  block: BlockBuilder,
  place: Place,
  marks: readonly Mark[] = [],
): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      block.addWords(readInline(node.children, source, spanOf(node)), spanOf(node), place, marks);
      break;
    case 'list':
      readList(node, source, block, place, (item, inside, boxes) => {
        for (const [at, child] of item.children.entries()) {
          readContent(child, source, block, inside, at === 0 ? boxes : []);
        }
      });
      break;
    case 'table':
      readTable(node, source, block, place);
      break;
    case 'html':
      readHtmlWords(node, source, block, place);
      break;
    case 'blockquote':
      for (const child of node.children) readContent(child, source, block, { ...place, quoted: true });
      break;
    case 'listItem':
    case 'footnoteDefinition':
      for (const child of node.children) readContent(child, source, block, place);
      break;
    default:
      break;
  }
}

/** HTML inside another block: its words, without sections or tables of its own. */
function readHtmlWords(node: Nodes, source: Source, block: BlockBuilder, place: Place): void {
  for (const inner of readHtml(spanOf(node), source, { ...place, nested: true })) {
    for (const unit of inner.units) {
      block.addWords({ prose: unit.prose, marks: unit.marks, images: [] }, unit.span, {
        ...place,
        quoted: unit.quoted,
      });
    }
  }
}
