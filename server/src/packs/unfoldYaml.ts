import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { errorAt } from './packProblem';
import type { DataPath, YamlFault } from './readYaml';
import type { AnyNode, Places } from './yamlPlaces';
import { keyOf } from './yamlPlaces';

/** Values that a file may unfold to, aliases resolved: far more than any real pack, far less than an alias bomb. */
const MAX_VALUES = 200_000;

/** Turns nodes into plain data within a budget, so that aliases cannot blow a small file up. */
export function unfoldYaml(document: Document, places: Places): { value: unknown; faults: readonly YamlFault[] } {
  const faults: YamlFault[] = [];
  const open = new Set<Node>();
  const targets = new Map<Node, Node | undefined>();
  let left = MAX_VALUES;
  let aliases = 0;
  const report = (path: DataPath, node: AnyNode, code: string, message: string) =>
    faults.push({ path, problem: errorAt(places.ofNode(node), code, message) });

  const follow = (node: AnyNode, path: DataPath): unknown => {
    if (left-- <= 0 || !node) return null;
    if (isAlias(node)) return visitAlias(node, path);
    if (isScalar(node)) return node.value;
    open.add(node);
    const value = isMap(node)
      ? visitMap(node, path)
      : isSeq(node)
        ? node.items.map((item, index) => follow(item as AnyNode, [...path, index]))
        : null;
    open.delete(node);
    return value;
  };
  const visitAlias = (node: Extract<Node, { source: string }>, path: DataPath): unknown => {
    // Looking an alias up walks the whole file, and within other aliases one is met again and again.
    const target = targets.has(node) ? targets.get(node) : node.resolve(document);
    targets.set(node, target);
    if (!target)
      report(
        path,
        node,
        'unknown-alias',
        `\`*${node.source}\` refers to nothing in this file: a text that begins with \`*\` needs quotes`,
      );
    else if (open.has(target)) report(path, node, 'alias-cycle', `\`*${node.source}\` stands inside what it refers to`);
    if (!target || open.has(target)) return null;
    const before = left;
    aliases++;
    const value = follow(target, path);
    aliases--;
    // Of aliases within aliases the outermost is told: it is the last straw.
    if (left <= 0 && before > 0 && aliases === 0) {
      report(
        path,
        node,
        'alias-bomb',
        `the aliases of this file unfold to more than ${MAX_VALUES.toLocaleString('en-GB')} values: write out what is meant`,
      );
    }
    return value;
  };
  const visitMap = (node: Extract<Node, { items: unknown }>, path: DataPath): Record<string, unknown> => {
    const map: Record<string, unknown> = {};
    const first = new Map<string, AnyNode>();
    for (const pair of node.items as readonly { key: AnyNode; value: AnyNode }[]) {
      const key = keyOf(pair.key);
      const problem = explainKey(pair.key, key, first, places);
      if (problem) faults.push({ path, problem });
      else if (key !== undefined) {
        first.set(key, pair.key);
        map[key] = follow(pair.value, [...path, key]);
      }
    }
    return map;
  };

  const value = follow(document.contents as AnyNode, []);
  if (left > 0) return { value, faults };
  const bomb = faults.filter((fault) => fault.problem.code === 'alias-bomb');
  const tooMany = {
    path: [],
    problem: errorAt(places.at(0, 0), 'too-many-values', 'this file holds too many values: split it'),
  };
  return { value: undefined, faults: bomb.length > 0 ? bomb : [tooMany] };
}

function explainKey(node: AnyNode, key: string | undefined, first: ReadonlyMap<string, AnyNode>, places: Places) {
  if (key === undefined)
    return errorAt(
      places.ofNode(node),
      'bad-key',
      'a key must be text; a text that begins with `[`, `{` or `?` needs quotes',
    );
  if (key === '<<') {
    return errorAt(
      places.ofNode(node),
      'merge-key',
      'merge keys (`<<`) are not supported: write the keys out, or give the whole value as an alias',
    );
  }
  if (key === '__proto__') return errorAt(places.ofNode(node), 'bad-key', '`__proto__` cannot be used as a key');
  const earlier = first.get(key);
  if (!first.has(key)) return undefined;
  return errorAt(
    places.ofNode(node),
    'duplicate-key',
    `\`${key}\` is given twice in the same map: first on line ${places.ofNode(earlier).line}; join the two, or rename one`,
  );
}
