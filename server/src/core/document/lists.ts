import type { ListItem as ListItemNode, List as ListNode } from 'mdast';
import type { BlockBuilder, Place } from './blockBuilder';
import type { ListItem, Mark } from './documentModel';
import type { Source } from './source';
import { spanOf } from './syntaxTree';

const CHECK_BOX = /\[[ \txX]\]/;

/** Reads the content of a list item; `marks` go to its first paragraph. */
export type ReadItem = (item: ListItemNode, place: Place, marks: readonly Mark[]) => void;

/** Adds a list with its items, and the lists within them after it. */
export function readList(node: ListNode, source: Source, block: BlockBuilder, place: Place, readItem: ReadItem): void {
  const list = block.reserveList();
  const items = node.children.map((child, item): ListItem => {
    const before = block.unitCount;
    const kind = place.kind === 'footnote' ? 'footnote' : 'item';
    readItem(child, { quoted: place.quoted, kind, item: { list, item } }, findCheckBox(child, source));
    const units = Array.from({ length: block.unitCount - before }, (_, i) => before + i);
    return { span: spanOf(child), checked: child.checked ?? undefined, units };
  });
  block.setList(list, { span: spanOf(node), ordered: node.ordered ?? false, items });
}

function findCheckBox(node: ListItemNode, source: Source): readonly Mark[] {
  if (typeof node.checked !== 'boolean') return [];
  const { start, end } = spanOf(node);
  const [first] = node.children;
  // Before a word in bold or a link, the parser leaves the box in the paragraph.
  const words = first?.type === 'paragraph' ? (first.children[0] ?? first) : first;
  const before = source.text.slice(start, words ? spanOf(words).start : end);
  const box = CHECK_BOX.exec(before);
  if (!box) return [];
  const from = start + box.index;
  const target = node.checked ? 'checked' : 'unchecked';
  return [{ kind: 'check-box', start: 0, end: 0, span: { start: from, end: from + box[0].length }, target }];
}
