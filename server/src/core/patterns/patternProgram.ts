import type { Assertion, PatternNode } from './patternTree';
import type { UnitClasses, UnitSet } from './unitClasses';

/** One step of a pattern. Of two ways on, `first` is preferred. */
export type Step =
  | { readonly kind: 'unit'; readonly set: UnitSet; next: number }
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'assertion'; readonly assertion: Assertion; next: number }
  | { readonly kind: 'match'; readonly pattern: number };

export interface PatternProgram {
  readonly steps: readonly Step[];
  /** Where each pattern begins, those to be preferred first. */
  readonly starts: readonly number[];
}

/** A program as numbers: for each step its kind, and two numbers more. */
export interface PackedProgram {
  readonly steps: Int32Array | Uint16Array;
  readonly starts: readonly number[];
}

const ASSERTIONS: readonly Assertion[] = ['start', 'end', 'boundary', 'no-boundary'];
const KINDS = ['unit', 'fork', 'assertion', 'match'] as const;

/** The program as numbers, which can be kept and read again faster than objects. */
export function packProgram({ steps, starts }: PatternProgram): PackedProgram {
  const numbers = steps.flatMap((step) => {
    const kind = KINDS.indexOf(step.kind);
    if (step.kind === 'unit') return [kind, step.set, step.next];
    if (step.kind === 'fork') return [kind, step.first, step.second];
    if (step.kind === 'assertion') return [kind, ASSERTIONS.indexOf(step.assertion), step.next];
    return [kind, step.pattern, 0];
  });
  return { steps: Int32Array.from(numbers), starts };
}

/** Programs one after the other; some places hold none. */
export interface PackedPrograms {
  /** Where each begins in `steps`, and of the last, where it ends. */
  readonly offsets: Int32Array;
  /** The step with which each begins; negative where there is no program. */
  readonly firsts: Int32Array;
  /** Numbers of all: none is larger than a program may have steps, or a rule set sets. */
  readonly steps: Uint16Array;
}

/** Packs programs of one beginning each. Undefined where a number does not fit. */
export function packPrograms(programs: readonly (PatternProgram | undefined)[]): PackedPrograms | undefined {
  const packed = programs.map((program) => program && packProgram(program));
  const offsets = new Int32Array(programs.length + 1);
  packed.forEach((program, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + (program?.steps.length ?? 0);
  });
  const steps = new Uint16Array(offsets.at(-1) ?? 0);
  for (const [at, program] of packed.entries()) {
    if (program?.steps.some((number) => number > 0xffff)) return undefined;
    if (program) steps.set(program.steps, offsets[at]);
  }
  return { offsets, firsts: Int32Array.from(packed, (program) => program?.starts[0] ?? -1), steps };
}

/** One of the programs that were packed. */
export function unpackOne({ offsets, firsts, steps }: PackedPrograms, at: number): PatternProgram | undefined {
  const first = firsts[at] ?? -1;
  if (first < 0) return undefined;
  return unpackProgram({ steps: steps.subarray(offsets[at], offsets[at + 1]), starts: [first] });
}

/** The way back. */
export function unpackProgram({ steps, starts }: PackedProgram): PatternProgram {
  const unpacked: Step[] = [];
  for (let at = 0; at < steps.length; at += 3) {
    const name = KINDS[steps[at] ?? 0];
    const one = steps[at + 1] ?? 0;
    const next = steps[at + 2] ?? 0;
    if (name === 'unit') unpacked.push({ kind: name, set: one, next });
    else if (name === 'fork') unpacked.push({ kind: name, first: one, second: next });
    else if (name === 'assertion') unpacked.push({ kind: name, assertion: ASSERTIONS[one] ?? 'start', next });
    else unpacked.push({ kind: 'match', pattern: one });
  }
  return { steps: unpacked, starts };
}

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
        return add({ kind: 'unit', set: classes.add(node.ranges, node.negated), next });
      case 'assertion':
        return add({ kind: 'assertion', assertion: node.assertion, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => compile(part, after), next);
      case 'choice':
        return node.branches
          .map((branch) => compile(branch, next))
          .reduceRight((second, first) => add({ kind: 'fork', first, second }));
      case 'repeat':
        return compileRepeat(node, next);
    }
  };
  const fork = (on: number, out: number, lazy: boolean) =>
    add({ kind: 'fork', first: lazy ? out : on, second: lazy ? on : out });
  const compileRepeat = (node: Extract<PatternNode, { kind: 'repeat' }>, next: number): number => {
    let start = next;
    if (node.most === Number.POSITIVE_INFINITY) {
      const loop = { kind: 'fork' as const, first: 0, second: 0 };
      start = add(loop);
      const again = compile(node.of, start);
      loop.first = node.lazy ? next : again;
      loop.second = node.lazy ? again : next;
    } else {
      for (let i = node.least; i < node.most; i++) start = fork(compile(node.of, start), next, node.lazy);
    }
    for (let i = 0; i < node.least; i++) start = compile(node.of, start);
    return start;
  };
  const starts = patterns.map(({ tree, number }) => compile(tree, add({ kind: 'match', pattern: number })));
  return { starts, steps };
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
