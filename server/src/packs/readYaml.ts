import type { Document, Pair, YAMLError, YAMLMap } from 'yaml';
import { isAlias, isMap, isSeq, parseAllDocuments, visit } from 'yaml';
import { explainYamlError } from './explainYamlError';
import { isTooDeep, PACK_LIMITS } from './limits';
import type { FilePlace, PackFile, PackProblem } from './packProblem';
import { errorAt, startOfFile } from './packProblem';
import { unfoldYaml } from './unfoldYaml';
import type { AnyNode, Places } from './yamlPlaces';
import { buildPlaces, keyOf } from './yamlPlaces';

/** The way to a value: keys of maps and indices of lists. */
export type DataPath = readonly (string | number)[];

/** A YAML file as plain data, and the way back from data to places. */
export interface YamlFile {
  readonly path: string;
  /** Plain maps, lists, strings, numbers, booleans and nulls; undefined when the file could not be read. */
  readonly value: unknown;
  readonly problems: readonly PackProblem[];
  /** Those of the problems that stand at a place in the data: the value there cannot be relied on. */
  readonly faults: readonly YamlFault[];
  /** Place of the key (in a list: of the entry) that the path leads to; undefined when the file has no such path. */
  findKey(path: DataPath): FilePlace | undefined;
  /** Place of the value that the path leads to; a map or list is shown by its first line. */
  findValue(path: DataPath): FilePlace | undefined;
  /** Places of words within a text of several lines, such as a template: all matches of `pattern` (with flag `g`) in the value that the path leads to. */
  findWords(path: DataPath, pattern: RegExp): readonly FoundWords[];
}

/** A match within a value, as it stands in the file, and the place of each of its groups. */
export interface FoundWords {
  /** Groups 1 and following; undefined for a group that took no part. */
  readonly groups: readonly (FilePlace | undefined)[];
}

/** A fault of one value. */
export interface YamlFault {
  readonly path: DataPath;
  readonly problem: PackProblem;
}

/** Larger files are refused: no pack written by people comes near, and reading must not take seconds. */
export const MAX_CHARACTERS = 512 * 1024;
const TOO_DEEP = 'this file is nested too deeply to be read';

/** Reads one YAML file. Never throws; a file with a fault in its syntax gives no value, since nothing in it can be trusted. */
export function readYaml(file: PackFile): YamlFile {
  if (file.text.length > MAX_CHARACTERS)
    return refuse(file, 'too-large', 'this file is larger than 512 KB: split it, and name the parts under `include`');
  if (isTooDeep(file.text)) return refuse(file, 'too-deep', TOO_DEEP);
  try {
    return read(file);
  } catch {
    // Reading recurses into lists and maps; only absurd nesting exhausts the stack.
    return refuse(file, 'too-deep', TOO_DEEP);
  }
}

function read(file: PackFile): YamlFile {
  const documents = withoutStackTraces(() =>
    parseAllDocuments(file.text, {
      schema: 'core',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      resolveKnownTags: false,
    }),
  );
  const places = buildPlaces(file);
  const [document, second] = Array.isArray(documents) ? documents : [];
  const faults = (Array.isArray(documents) ? documents : []).flatMap((d) => [...d.errors, ...d.warnings]);
  if (faults.length > 0) {
    return refuseSyntax(file, document, faults, places);
  }
  if (!document?.contents) return refuse(file, 'empty-file', 'this file is empty: expected a map of keys and values');
  if (second) {
    const at = second.range?.[0] ?? 0;
    return {
      ...refuse(file, '', ''),
      problems: [
        errorAt(places.at(at, at), 'several-documents', 'a second document begins here (`---`): a file holds one'),
      ],
    };
  }
  const unfolded = unfoldYaml(document, places);
  if (unfolded.faults.length > PACK_LIMITS.mistakes)
    return {
      ...refuse(file, '', ''),
      problems: [
        ...unfolded.faults.slice(0, PACK_LIMITS.mistakes).map((fault) => fault.problem),
        tooManyMistakes(file),
      ],
    };
  const pairs: PairIndex = new WeakMap();
  const find = (path: DataPath) => findNodes(document, path, pairs);
  return {
    path: file.path,
    value: unfolded.value,
    problems: unfolded.faults.map((fault) => fault.problem),
    faults: unfolded.faults,
    findKey: (path) => {
      const found = find(path);
      return found && places.ofNode(found.key ?? found.value);
    },
    findValue: (path) => {
      const found = find(path);
      return found && places.ofNode(found.value ?? found.key);
    },
    findWords: (path, pattern) => {
      const [start, end] = find(path)?.value?.range ?? [0, 0];
      return [...file.text.slice(start, end).matchAll(new RegExp(pattern, `${pattern.flags.replace('d', '')}d`))].map(
        (match) => ({
          groups: (match.indices ?? []).slice(1).map((range) => range && places.at(start + range[0], start + range[1])),
        }),
      );
    },
  };
}

/**
 * Of a garbled file the parser makes thousands of errors deep down, of which one is told. Noting where each was made takes minutes where the limit of
 * V8's traces was lifted, as test runners and debuggers do.
 */
function withoutStackTraces<Result>(run: () => Result): Result {
  const errors = Error as { stackTraceLimit?: number };
  const { stackTraceLimit } = errors;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    errors.stackTraceLimit = stackTraceLimit;
  }
}

function refuse(file: PackFile, code: string, message: string): YamlFile {
  return {
    path: file.path,
    value: undefined,
    problems: [errorAt(startOfFile(file.path), code, message)],
    faults: [],
    findKey: () => undefined,
    findValue: () => undefined,
    findWords: () => [],
  };
}

/** Only the first fault is told: what follows mostly comes of it. */
function refuseSyntax(
  file: PackFile,
  document: Document | undefined,
  faults: readonly YAMLError[],
  places: Places,
): YamlFile {
  const [first] = [...faults].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first || faults.some((fault) => fault.message.includes('call stack'))) return refuse(file, 'too-deep', TOO_DEEP);
  const [start, end] = first.pos;
  const opening = first.message.startsWith('Missing closing') && document ? findScalarAt(document, start) : undefined;
  const place = opening ? places.ofNode(opening) : places.at(start, end);
  return { ...refuse(file, '', ''), problems: [errorAt(place, 'yaml', explainYamlError(first.code, first.message))] };
}

/** The text that was not closed begins long before the place where its end is missed. */
function findScalarAt(document: Document, offset: number): AnyNode {
  let found: AnyNode;
  visit(document, {
    Scalar(_key, node) {
      const [start, , end] = node.range ?? [0, 0, 0];
      if (start <= offset && offset <= end) found = node;
    },
  });
  return found;
}

/** Says that the rest of a file's mistakes are not listed. */
export function tooManyMistakes(file: { readonly path: string }): PackProblem {
  const message = `this file has more than ${PACK_LIMITS.mistakes} mistakes: only the first are listed, and nothing of it is used`;
  return errorAt(startOfFile(file.path), 'too-many-mistakes', message);
}

/** Pairs of maps by key, made when a map is first looked into: files have thousands of keys, and thousands of places are asked for. */
type PairIndex = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

function indexPairs(map: YAMLMap, pairs: PairIndex): ReadonlyMap<string, Pair> {
  const known = pairs.get(map);
  if (known) return known;
  const index = new Map<string, Pair>();
  for (const pair of map.items) {
    const key = keyOf(pair.key as AnyNode);
    // Of what is given twice the first counts.
    if (key !== undefined && !index.has(key)) index.set(key, pair);
  }
  pairs.set(map, index);
  return index;
}

/** Follows a path through the nodes, through aliases too; the last step gives key and value. */
function findNodes(
  document: Document,
  path: DataPath,
  pairs: PairIndex,
): { key?: AnyNode; value?: AnyNode } | undefined {
  let key: AnyNode;
  let node: AnyNode = document.contents as AnyNode;
  for (const part of path) {
    const container: AnyNode = isAlias(node) ? node.resolve(document) : node;
    key = undefined;
    if (isMap(container)) {
      const pair = indexPairs(container, pairs).get(String(part));
      if (!pair) return undefined;
      key = pair.key as AnyNode;
      node = pair.value as AnyNode;
    } else if (isSeq(container) && typeof part === 'number' && part < container.items.length) {
      node = container.items[part] as AnyNode;
    } else return undefined;
  }
  return { key, value: node };
}
