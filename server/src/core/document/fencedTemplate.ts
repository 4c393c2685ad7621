import type { Code, Root } from 'mdast';
import { runSteps } from '../steps';
import { parseMarkdown } from './parseMarkdown';
import { holdsSlot } from './slots';
import type { Source } from './source';
import { moveTree, spanOf } from './syntaxTree';

/** Fences that say what is in them is text. */
const LANGUAGE = /^(?:|markdown|md|te?xt|plaintext)$/i;
const OPENING = /^(`{3,}|~{3,})[^\r\n]*(?:\r\n|\r|\n)/;
const CLOSING = /(?:^|\r\n|\r|\n)(?:`{3,}|~{3,})[ \t]*$/;
/** One mark alone opens a comment of a program as well. */
const HEADING = /^#{2,6}[ \t]+\S/;
const FEWEST_HEADINGS = 3;
const FEWEST_SLOTS = 3;
const NO_LABELS = { links: new Set<string>(), notes: new Set<string>() };

/**
 * What Markdown reads in a fence that holds a template to be copied out: headings, and things left to be filled in below them. To whoever
 * opens the page it is the paper. Undefined for any other code.
 */
export function parseTemplate(node: Code, source: Source): Root | undefined {
  const { start, end } = spanOf(node);
  if (!LANGUAGE.test(node.lang ?? '')) return undefined;
  const text = source.text.slice(start, end);
  const from = OPENING.exec(text)?.[0].length;
  const to = CLOSING.exec(text)?.index;
  if (from === undefined || to === undefined || to <= from) return undefined;
  const inner = text.slice(from, to);
  if (!isTemplate(inner)) return undefined;
  const root = runSteps(parseMarkdown(inner, undefined, NO_LABELS))?.root;
  if (root) moveTree(root, start + from);
  // Code within a template is an example of the template's own.
  return root && { ...root, children: root.children.filter(({ type }) => type !== 'code') };
}

function isTemplate(text: string): boolean {
  if (!/[\r\n]#{2}/.test(text)) return false;
  const lines = text.split(/[\r\n]+/);
  return (
    lines.filter((line) => HEADING.test(line)).length >= FEWEST_HEADINGS &&
    lines.filter((line) => holdsSlot(line)).length >= FEWEST_SLOTS
  );
}
