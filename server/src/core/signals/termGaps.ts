import type { TermNode } from './termTree';

/** Of so many ways to read a term with gaps each is looked for by itself. */
export const MOST_WAYS = 100;

/** Whether a term has a gap anywhere. */
export function hasGap(node: TermNode): boolean {
  switch (node.kind) {
    case 'gap':
      return true;
    case 'sequence':
      return node.parts.some(hasGap);
    case 'choice':
      return node.branches.some(hasGap);
    default:
      return false;
  }
}

/**
 * The ways to read a term, each as the parts that stand between its gaps: `<a|b ... c> d` is `a d`, or `b` and then `c d`. Branches without a
 * gap stay together. Undefined where there are too many.
 */
export function splitAtGaps(node: TermNode): readonly (readonly TermNode[])[] | undefined {
  if (!hasGap(node)) return [[node]];
  const ways = split(node);
  return ways.length > MOST_WAYS ? undefined : ways;
}

const NOTHING: TermNode = { kind: 'sequence', parts: [] };

function split(node: TermNode): readonly (readonly TermNode[])[] {
  if (!hasGap(node)) return [[node]];
  if (node.kind === 'gap') return [[NOTHING, NOTHING]];
  if (node.kind === 'sequence') return node.parts.reduce(follow, [[NOTHING]]);
  if (node.kind !== 'choice') return [[node]];
  const plain = node.branches.filter((branch) => !hasGap(branch));
  const rest: TermNode = { ...node, branches: plain };
  const ways = node.branches.filter(hasGap).flatMap(split);
  if (plain.length > 0) return [[rest], ...ways];
  return node.optional ? [[NOTHING], ...ways] : ways;
}

/** All ways to go on with a node from some ways to begin; no more than would be refused. */
function follow(begun: readonly (readonly TermNode[])[], node: TermNode): readonly (readonly TermNode[])[] {
  const ways = begun.flatMap((before) => split(node).map((after) => join(before, after)));
  return ways.slice(0, MOST_WAYS + 1);
}

function join(before: readonly TermNode[], [first = NOTHING, ...rest]: readonly TermNode[]): readonly TermNode[] {
  const last: TermNode = { kind: 'sequence', parts: [before.at(-1) ?? NOTHING, first] };
  return [...before.slice(0, -1), last, ...rest];
}
