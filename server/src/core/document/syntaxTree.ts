import type { Nodes, Root } from 'mdast';
import type { Span } from '../text/span';

/** Deeper than any document is meant to be nested, and far from what a recursive reader can bear. */
const DEEPEST = 100;

/** The range of a node in the source; an empty one for a node without a place. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Of siblings in document order those that reach into a span or touch it. The others are not looked at. */
export function nodesAt<Node extends Nodes>(nodes: readonly Node[], { start, end }: Span): readonly Node[] {
  const endOf = (at: number) => nodes[at]?.position?.end.offset ?? 0;
  const startOf = (at: number) => nodes[at]?.position?.start.offset ?? 0;
  if (startOf(0) >= start && endOf(nodes.length - 1) <= end) return nodes;
  let first = 0;
  for (let high = nodes.length; first < high; ) {
    const middle = (first + high) >> 1;
    if (endOf(middle) < start) first = middle + 1;
    else high = middle;
  }
  let after = first;
  while (after < nodes.length && startOf(after) <= end) after++;
  return nodes.slice(first, after);
}

/** The position of a node. Lines and columns are not read from nodes: only offsets count. */
export function toPosition(start: number, end: number): NonNullable<Nodes['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/** Moves a tree within its text. Changes `root`, which nobody else holds yet. */
export function moveTree(root: Nodes, by: number): void {
  if (by === 0) return;
  for (const { position } of walkTree(root)) {
    if (!position) continue;
    position.start.offset = (position.start.offset ?? 0) + by;
    position.end.offset = (position.end.offset ?? 0) + by;
  }
}

/** All nodes in document order, without recursion. */
export function* walkTree(root: Nodes): Generator<Nodes> {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if (!('children' in node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child) open.push(child);
    }
  }
}

/**
 * Cuts what is nested too deep down to its source as text, so that readers may recurse over the rest.
 * Changes `root`, which nobody else holds yet.
 */
export function limitDepth(root: Root, text: string): void {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth >= DEEPEST) flatten(node, text);
    else for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
}

function flatten(node: Extract<Nodes, { children: unknown }>, text: string): void {
  const { start, end } = spanOf(node);
  const words = { type: 'text' as const, value: text.slice(start, end), position: copyPosition(node) };
  const isPhrasing = node.children.every(
    (child) => 'value' in child || ['emphasis', 'strong', 'link', 'delete'].includes(child.type),
  );
  const child = isPhrasing ? words : { type: 'paragraph' as const, children: [words], position: copyPosition(node) };
  // The kinds of children that a node may have are not told apart here: readers accept both.
  (node as { children: unknown[] }).children = [child];
}

/** Nodes do not share what is changed when a tree is moved. */
function copyPosition({ position }: Nodes): Nodes['position'] {
  return position && { start: { ...position.start }, end: { ...position.end } };
}
