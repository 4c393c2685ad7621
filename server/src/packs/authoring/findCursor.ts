import type { Document } from 'yaml';
import { isMap, isPair, isSeq, parseAllDocuments, visit } from 'yaml';
import type { DataPath } from '../readYaml';
import type { AnyNode } from '../yamlPlaces';
import { keyOf } from '../yamlPlaces';

/** Where somebody is writing in a YAML file that need not be valid at the moment. */
export interface Cursor {
  /** The way to the map, list or value in which the word stands. For `value`, it leads to the value itself. */
  readonly path: DataPath;
  /** `key`: the word is a key of the map at `path`. `value`: it is the value at `path`, or stands where one is to come. */
  readonly position: 'key' | 'value';
  /** Keys that the map has besides. */
  readonly siblings: readonly string[];
  /** The word that is being written: offsets. */
  readonly start: number;
  readonly end: number;
  /** A colon follows already. */
  readonly hasColon: boolean;
}

const MARK = 'inclusive-growth-cursor';

/**
 * Finds what is written at an offset. A mark is put in the place of the word there, and the parser, which reads on after faults, says where the mark
 * stands. Undefined inside longer texts and comments.
 */
export function findCursor(text: string, offset: number): Cursor | undefined {
  const start = offset - (/[\w/-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w/-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const marked = `${text.slice(0, start)}${MARK}${text.slice(end)}`;
  const documents = parseAllDocuments(marked, { schema: 'core', uniqueKeys: false, prettyErrors: false });
  const [document] = Array.isArray(documents) ? documents : [];
  const found = document && findMark(document);
  return found && { ...found, start, end, hasColon: /^\s*:/.test(text.slice(end)) };
}

function findMark(document: Document): Pick<Cursor, 'path' | 'position' | 'siblings'> | undefined {
  let found: Pick<Cursor, 'path' | 'position' | 'siblings'> | undefined;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (node.value !== MARK) return undefined;
      const isKey = key === 'key';
      const map = ancestors.findLast((ancestor) => isMap(ancestor));
      const keys = isKey && isMap(map) ? map.items.flatMap((pair) => keyOf(pair.key as AnyNode) ?? []) : [];
      found = {
        path: toPath(ancestors, key),
        position: isKey ? 'key' : 'value',
        siblings: keys.filter((sibling) => sibling !== MARK),
      };
      return visit.BREAK;
    },
  });
  return found;
}

/** Steps from the root: the key of each pair that was gone through, and the index within each list. A key that is being written is not yet a step. */
function toPath(ancestors: readonly unknown[], last: number | 'key' | 'value' | null): DataPath {
  return ancestors.flatMap((ancestor, index): DataPath => {
    const isLast = index === ancestors.length - 1;
    if (isPair(ancestor)) return isLast && last === 'key' ? [] : [keyOf(ancestor.key as AnyNode) ?? ''];
    if (isSeq(ancestor)) return [isLast ? Number(last) : ancestor.items.indexOf(ancestors[index + 1])];
    return [];
  });
}
