import type { PatternNode } from './patternTree';

/** More repeats than these are not written out in an outline. */
const MOST_REPEATS = 8;
const NOTHING: PatternNode = { kind: 'sequence', parts: [] };

/** What every match of a pattern begins with. */
interface Head {
  readonly node: PatternNode;
  /** The pattern goes on behind it. */
  readonly isCut: boolean;
}

/**
 * The beginning of a pattern, up to the first part that reaches far (`[^.;]{0,90}`): wherever the pattern matches, its head does.
 * Heads of many patterns can be looked for together, since each leads only to few states.
 */
export function headOf(pattern: PatternNode): PatternNode {
  return cut(pattern).node;
}

function cut(node: PatternNode): Head {
  switch (node.kind) {
    case 'units':
    case 'assertion':
      return { node, isCut: false };
    case 'sequence':
      return cutSequence(node.parts);
    case 'choice': {
      const heads = node.branches.map(cut);
      return {
        node: { kind: 'choice', branches: heads.map((head) => head.node) },
        isCut: heads.some((head) => head.isCut),
      };
    }
    case 'repeat': {
      const once = cut(node.of);
      if (!once.isCut && !reachesFar(node)) return { node, isCut: false };
      return { node: node.least > 0 ? once.node : NOTHING, isCut: true };
    }
  }
}

function cutSequence(parts: readonly PatternNode[]): Head {
  const heads: PatternNode[] = [];
  for (const part of parts) {
    const { node, isCut } = cut(part);
    heads.push(node);
    if (isCut) return { node: { kind: 'sequence', parts: heads }, isCut };
  }
  return { node: { kind: 'sequence', parts: heads }, isCut: false };
}

/**
 * The pattern without the limits of the parts that reach far, if it has such parts: wherever the pattern matches, this matches too.
 * Counting how far such a part has come takes a state for each step; this needs few, and most places are ruled out by it.
 */
export function loosen(pattern: PatternNode): PatternNode | undefined {
  const loose = withoutLimits(pattern);
  return loose === pattern ? undefined : loose;
}

/** The same node where there is nothing to loosen. */
function withoutLimits(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'units':
    case 'assertion':
      return node;
    case 'sequence': {
      const parts = node.parts.map(withoutLimits);
      return parts.every((part, at) => part === node.parts[at]) ? node : { ...node, parts };
    }
    case 'choice': {
      const branches = node.branches.map(withoutLimits);
      return branches.every((branch, at) => branch === node.branches[at]) ? node : { ...node, branches };
    }
    case 'repeat': {
      const of = withoutLimits(node.of);
      if (node.most === Number.POSITIVE_INFINITY || node.most <= MOST_REPEATS)
        return of === node.of ? node : { ...node, of };
      return { ...node, of, least: Math.min(node.least, 1), most: Number.POSITIVE_INFINITY };
    }
  }
}

function reachesFar({ of, most }: Extract<PatternNode, { kind: 'repeat' }>): boolean {
  if (most !== Number.POSITIVE_INFINITY) return most > MOST_REPEATS;
  return of.kind === 'units' && of.negated;
}
