import type { Assertion, PatternNode } from './patternTree';
import type { UnitClasses } from './unitClasses';

/** What a step does, the first of its three numbers; the other two by kind. */
export const UNIT = 0;
export const FORK = 1;
export const ASSERTION = 2;
export const MATCH = 3;
/** Numbers of a step. */
export const STEP = 3;

/**
 * The steps of one pattern or more, three numbers each: `UNIT`, the set that the unit must be of, and the next step; `FORK` and its two ways
 * on, the preferred one first; `ASSERTION`, its place in `ASSERTIONS`, and the next step; or `MATCH` and the pattern that has matched.
 */
export interface PatternProgram {
  readonly steps: Int32Array | Uint16Array;
  /** The steps with which the patterns begin, those to be preferred first. */
  readonly starts: readonly number[];
  /** The sets that units must be of, each once. */
  readonly sets: Uint16Array;
  /** Whether any step is an `ASSERTION`. */
  readonly looksAround: boolean;
}

export const ASSERTIONS: readonly Assertion[] = ['start', 'end', 'boundary', 'no-boundary'];

/** A step while its pattern is compiled. */
type Step = [kind: number, one: number, other: number];

/** Programs one after the other; some places hold none. */
export interface PackedPrograms {
  /** Where each begins in `steps`, and of the last, where it ends. */
  readonly offsets: Int32Array;
  /** The step with which each begins; negative where there is no program. */
  readonly firsts: Int32Array;
  /** Numbers of all: none is larger than a program may have steps, or a rule set sets. */
  readonly steps: Uint16Array;
  /** Where the sets of each begin in `sets`, and of the last, where they end. */
  readonly setOffsets: Int32Array;
  readonly sets: Uint16Array;
  /** 1 for a program that looks around. */
  readonly looksAround: Uint8Array;
}

/** Packs programs of one beginning each. Undefined where a number does not fit. */
export function packPrograms(programs: readonly (PatternProgram | undefined)[]): PackedPrograms | undefined {
  if (programs.some((program) => program?.steps.some((number) => number > LARGEST))) return undefined;
  const [steps, offsets] = join(programs.map((program) => program?.steps));
  const [sets, setOffsets] = join(programs.map((program) => program?.sets));
  const firsts = Int32Array.from(programs, (program) => program?.starts[0] ?? -1);
  const looksAround = Uint8Array.from(programs, (program) => Number(program?.looksAround ?? false));
  return { offsets, firsts, steps, setOffsets, sets, looksAround };
}

/** Numbers one list after the other, and where each begins and the last ends. */
function join(lists: readonly (ArrayLike<number> | undefined)[]): readonly [Uint16Array, Int32Array] {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + (list?.length ?? 0);
  });
  const numbers = new Uint16Array(offsets.at(-1) ?? 0);
  lists.forEach((list, at) => {
    if (list) numbers.set(list, offsets[at]);
  });
  return [numbers, offsets];
}

/** One of the programs that were packed. */
export function unpackOne(packed: PackedPrograms, at: number): PatternProgram | undefined {
  const { offsets, firsts, steps, setOffsets, sets, looksAround } = packed;
  const first = firsts[at] ?? -1;
  if (first < 0) return undefined;
  return {
    steps: steps.subarray(offsets[at], offsets[at + 1]),
    starts: [first],
    sets: sets.subarray(setOffsets[at], setOffsets[at + 1]),
    looksAround: looksAround[at] === 1,
  };
}

/** The largest number of sixteen bits. */
const LARGEST = 0xffff;
/** A pattern may not grow beyond this when its repeats are written out. */
const MOST_STEPS = 20_000;

/** Whether a pattern is one to be compiled: it cannot match nothing at all, repeats nothing that can, and does not grow too large. */
export function canCompile(tree: PatternNode): boolean {
  return !canBeEmpty(tree) && !repeatsEmpty(tree) && countSteps(tree) <= MOST_STEPS;
}

/**
 * Compiles patterns to the steps of one program, in the manner of Thompson and Pike (Cox, Regular expression matching: the virtual machine
 * approach, 2009).
 */
export function compileProgram(
  patterns: readonly { readonly tree: PatternNode; readonly number: number }[],
  classes: UnitClasses,
): PatternProgram {
  const steps: Step[] = [];
  const add = (step: Step) => steps.push(step) - 1;

  /** Compiles a node so that `next` follows it; from its end to its beginning. */
  const compile = (node: PatternNode, next: number): number => {
    switch (node.kind) {
      case 'units':
        return add([UNIT, classes.add(node.ranges, node.negated), next]);
      case 'assertion':
        return add([ASSERTION, ASSERTIONS.indexOf(node.assertion), next]);
      case 'sequence':
        return node.parts.reduceRight((after, part) => compile(part, after), next);
      case 'choice':
        return node.branches
          .map((branch) => compile(branch, next))
          .reduceRight((second, first) => add([FORK, first, second]));
      case 'repeat':
        return compileRepeat(node, next);
    }
  };
  const fork = (on: number, out: number, lazy: boolean) => add(lazy ? [FORK, out, on] : [FORK, on, out]);
  const compileRepeat = (node: Extract<PatternNode, { kind: 'repeat' }>, next: number): number => {
    let start = next;
    if (node.most === Number.POSITIVE_INFINITY) {
      const loop: Step = [FORK, next, next];
      start = add(loop);
      loop[node.lazy ? 2 : 1] = compile(node.of, start);
    } else {
      for (let i = node.least; i < node.most; i++) start = fork(compile(node.of, start), next, node.lazy);
    }
    for (let i = 0; i < node.least; i++) start = compile(node.of, start);
    return start;
  };
  const starts = patterns.map(({ tree, number }) => compile(tree, add([MATCH, number, 0])));
  return {
    starts,
    steps: Int32Array.from(steps.flat()),
    sets: Uint16Array.from(new Set(steps.flatMap(([kind, set]) => (kind === UNIT ? [set] : [])))),
    looksAround: steps.some(([kind]) => kind === ASSERTION),
  };
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'units':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.branches.some(canBeEmpty);
    case 'repeat':
      return node.least === 0 || canBeEmpty(node.of);
  }
}

/** An empty turn of a loop means different things to different engines. */
function repeatsEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'units':
    case 'assertion':
      return false;
    case 'sequence':
      return node.parts.some(repeatsEmpty);
    case 'choice':
      return node.branches.some(repeatsEmpty);
    case 'repeat':
      return (node.most > 1 && canBeEmpty(node.of)) || repeatsEmpty(node.of);
  }
}

function countSteps(node: PatternNode): number {
  switch (node.kind) {
    case 'units':
    case 'assertion':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + countSteps(part), 0);
    case 'choice':
      return node.branches.reduce((sum, branch) => sum + 1 + countSteps(branch), 0);
    case 'repeat':
      return (
        (1 + countSteps(node.of)) * Math.max(1, node.most === Number.POSITIVE_INFINITY ? node.least + 1 : node.most)
      );
  }
}
