import type { Node, ParsedNode } from 'yaml';
import { isScalar } from 'yaml';
import { buildLineIndex } from '../core/text/lineIndex';
import type { FilePlace, PackFile } from './packProblem';

export type AnyNode = Node | ParsedNode | null | undefined;

/** Finds the places of a file's nodes. */
export interface Places {
  at(start: number, end: number): FilePlace;
  ofNode(node: AnyNode): FilePlace;
}

/** Prepares a file for finding places: of what is longer than a line, the first line. */
export function buildPlaces(file: PackFile): Places {
  const lines = buildLineIndex(file.text);
  const at = (start: number, end: number): FilePlace => {
    const { line } = lines.placeAt(start);
    const from = lines.placeAt(Math.min(start, lines.endOf(line)));
    const to = Math.max(start, Math.min(end, lines.endOf(line)));
    const until = lines.placeAt(to);
    const words = file.text.slice(start, to).trimEnd();
    return {
      path: file.path,
      line: from.line,
      column: from.column,
      endLine: until.line,
      endColumn: until.column,
      words,
    };
  };
  return { at, ofNode: (node) => at(node?.range?.[0] ?? 0, node?.range?.[1] ?? 0) };
}

/** A key as written; undefined for a key that is no plain text. */
export function keyOf(node: AnyNode): string | undefined {
  return isScalar(node) ? String(node.source ?? node.value) : undefined;
}
