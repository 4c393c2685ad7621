import { lazily } from '../lazily';
import { UNMADE } from '../madeMoves';
import { compilePattern, patternProblem } from '../rules/pattern';
import type { ProseRange } from '../text/proseRange';
import { type Beginnings, compileHeads, startBeginnings } from './beginnings';
import { type OutlineNotes, startOutlineNotes } from './outlineNotes';
import { DEAD, hasMatched, type PatternAutomaton, type PatternStates, startPatternAutomaton } from './patternAutomaton';
import { loosen } from './patternOutlines';
import {
  canCompile,
  compileProgram,
  type PackedPrograms,
  type PatternProgram,
  packPrograms,
  unpackOne,
} from './patternProgram';
import { type PatternNode, parsePattern } from './patternTree';
import { type StepScratch, startStepScratch } from './stepScratch';
import { addSets, type SetOfUnits, type SortedUnits, startClasses, type UnitClasses } from './unitClasses';

/** Finds all patterns of a rule set in one pass over a prose. */
export interface PatternScanner {
  scan(prose: string): PatternsFound;
  /** What the texts so far have met. */
  met(): PatternsMet;
}

export interface PatternsFound {
  /** Matches of a pattern, from left to right: the first that a backtracking engine would find, then those that begin after its end. */
  of(pattern: number): readonly ProseRange[];
  /** The patterns of which something was found, in no particular order. */
  patterns(): readonly number[];
}

/** Gathers the patterns that one scanner is to find. */
export interface PatternList {
  /** Returns the number by which `PatternsFound.of` knows the pattern. A faulty one matches nothing: the pack reader has reported it. */
  add(source: string): number;
  readonly sources: readonly string[];
}

export function startPatternList(): PatternList {
  const numbers = new Map<string, number>();
  const sources: string[] = [];
  return {
    sources,
    add(source) {
      const number = numbers.get(source) ?? sources.push(source) - 1;
      numbers.set(source, number);
      return number;
    },
  };
}

const NONE: readonly ProseRange[] = [];
const NONE_BEGUN: readonly number[] = [];
/** Reading on from each place where a pattern can begin may take time that grows with the square of the text: then the library takes over. */
const MOST_STEPS_PER_UNIT = 40;
const LARGEST_NOTED = 0xffff;

interface Machine {
  readonly classes: UnitClasses;
  /** Undefined for the patterns that are left to the library. Made when a text first holds what a pattern begins with. */
  readonly automata: readonly (() => Automata | undefined)[];
  readonly beginnings: Beginnings;
  /** Numbers of the patterns that are left to the library. */
  readonly left: readonly number[];
  readonly notes: OutlineNotes;
  /** The text that is being read, as classes of its units. */
  symbols: Uint16Array;
}

/** One pattern, ready to run. */
interface Automata {
  /** Tells where the pattern cannot match. */
  readonly loose: PatternAutomaton | undefined;
  /** Made when the outline first lets a place through: of most patterns that begin somewhere in a text, it never does. */
  readonly exact: () => PatternAutomaton;
}

/**
 * Builds the scanner of many patterns. At each place only those patterns are tried whose heads stand there.
 * What the automata cannot run, whether a pattern or a text, is run by the library, with the same result.
 */
export function buildPatternScanner(sources: readonly string[], prepared?: PreparedPatterns): PatternScanner {
  const machine = openMachine(sources, prepared?.count === sources.length ? prepared : compilePatterns(sources));
  const library = sources.map((source) => lazily(() => (patternProblem(source) ? undefined : compilePattern(source))));
  const { left } = machine;
  return {
    scan(prose) {
      const byLibrary = (number: number) => library[number]?.()?.findAll(prose) ?? NONE;
      const scanned = /[\ud800-\udfff]/.test(prose) ? undefined : scan(prose, machine);
      const found: Found = scanned ?? new Map();
      for (const number of scanned ? left : sources.keys()) {
        const matches = byLibrary(number);
        if (matches.length > 0) found.set(number, matches);
      }
      return {
        of: (number) => found.get(number) ?? NONE,
        patterns: () => [...found.keys()],
      };
    },
    met: () => ({ heads: machine.beginnings.met(), units: machine.classes.sorted() }),
  };
}

/** Undefined for what is left to the library. */
function readTree(source: string): PatternNode | undefined {
  const tree = parsePattern(source);
  return tree && canCompile(tree) ? tree : undefined;
}

/** The programs of one pattern: its loose outline, where it has one, and the pattern itself; none for what is left to the library. */
type Programs = readonly [loose: PatternProgram | undefined, exact: PatternProgram | undefined];

function compileOne(source: string, number: number, classes: UnitClasses): Programs {
  const tree = readTree(source);
  const compile = (one: PatternNode | undefined) => one && compileProgram([{ tree: one, number }], classes);
  return [tree && compile(loosen(tree)), compile(tree)];
}

function startAutomata([loose, exact]: Programs, classes: UnitClasses, scratch: StepScratch): Automata | undefined {
  const start = (program: PatternProgram) => startPatternAutomaton(program, classes, scratch);
  return exact && { loose: loose && start(loose), exact: lazily(() => start(exact)) };
}

/** What a scanner works out of its patterns before it reads a text, as data. */
export interface PreparedPatterns {
  /** Of how many patterns. */
  readonly count: number;
  readonly left: readonly number[];
  readonly sets: readonly SetOfUnits[];
  readonly heads: PatternProgram;
  /** Of each pattern its outline and itself: places `2n` and `2n + 1`. */
  readonly programs: PackedPrograms;
  readonly met?: PatternsMet;
}

/** What most texts meet. */
export interface PatternsMet {
  /** States of the heads. */
  readonly heads: PatternStates;
  readonly units: SortedUnits;
}

/** The same, of which the patterns may be left to be compiled one by one when a text needs them. */
type CompiledPatterns = Pick<PreparedPatterns, 'left' | 'sets' | 'heads'> & Partial<PreparedPatterns>;

/** Prepares what `buildPatternScanner` makes of the same patterns; undefined when they are too many. */
export function preparePatterns(sources: readonly string[]): PreparedPatterns | undefined {
  const compiled = compilePatterns(sources);
  const classes = startClasses(compiled.sets);
  const programs = packPrograms(sources.flatMap((source, number) => compileOne(source, number, classes)));
  return programs && { ...compiled, count: sources.length, programs };
}

function compilePatterns(sources: readonly string[]): CompiledPatterns {
  const trees = sources.map(readTree);
  const classes = startClasses();
  for (const tree of trees) if (tree) addSets(tree, classes);
  const left = sources.map((_, number) => number).filter((number) => trees[number] === undefined);
  return { left, sets: classes.sets(), heads: compileHeads(trees, classes) };
}

function openMachine(sources: readonly string[], { left, sets, heads, programs, met }: CompiledPatterns): Machine {
  const classes = startClasses(sets, met?.units);
  const scratch = startStepScratch();
  const programsOf = (source: string, number: number): Programs =>
    programs
      ? [unpackOne(programs, 2 * number), unpackOne(programs, 2 * number + 1)]
      : compileOne(source, number, classes);
  const automata = sources.map((source, number) =>
    lazily(() => startAutomata(programsOf(source, number), classes, scratch)),
  );
  return {
    classes,
    automata,
    left,
    beginnings: startBeginnings(heads, classes, scratch, met?.heads),
    notes: startOutlineNotes(),
    symbols: new Uint16Array(),
  };
}

/** The matches by pattern, of those that have any: few of many. */
type Found = Map<number, readonly ProseRange[]>;

/** Undefined when the text makes the automata read too much over again. */
function scan(prose: string, machine: Machine): Found | undefined {
  const { classes, automata, beginnings } = machine;
  const symbols = sortUnits(prose, machine);
  const found = new Map<number, ProseRange[]>();
  machine.notes.begin(prose.length + 1);
  let left = MOST_STEPS_PER_UNIT * (prose.length + 100);
  let afterWord = false;
  for (let at = 0; at < prose.length; at++) {
    const begun = beginnings.mayBegin(symbols, at, afterWord) ? beginnings.find(symbols, at, afterWord) : NONE_BEGUN;
    for (let one = 0; one < begun.length; one++) {
      const pattern = begun[one] ?? 0;
      const matches = found.get(pattern);
      const last = matches?.at(-1);
      if (last && at < last.end) continue;
      const own = automata[pattern]?.();
      if (!own) continue;
      const { end, read } = findMatch(pattern, own, machine, at, afterWord);
      left -= read;
      if (left < 0) return undefined;
      if (end <= at) continue;
      if (matches) matches.push({ start: at, end });
      else found.set(pattern, [{ start: at, end }]);
    }
    afterWord = classes.isWord(symbols[at] ?? 0);
  }
  return found;
}

/** The classes of all units, and zero for the end, in the room that the text before had. */
function sortUnits(prose: string, machine: Machine): Uint16Array {
  const { classOf } = machine.classes;
  if (machine.symbols.length <= prose.length) machine.symbols = new Uint16Array(2 * prose.length + 1);
  const { symbols } = machine;
  for (let at = 0; at < prose.length; at++) symbols[at] = classOf(prose.charCodeAt(at));
  symbols[prose.length] = 0;
  return symbols;
}

/** Where the match of a pattern ends that begins at `start`, or -1, and how many units were read. */
function findMatch(pattern: number, { loose, exact }: Automata, machine: Machine, start: number, afterWord: boolean) {
  const outline = loose && tryOutline(pattern, loose, machine, start, afterWord);
  if (outline && !outline.mayMatch) return { end: -1, read: outline.read };
  const match = walk(exact(), machine.symbols, start, afterWord);
  return outline ? { end: match.end, read: outline.read + match.read } : match;
}

/**
 * Whether the outline of a pattern matches from `start`. Walks from near places soon come into the same states: only the first of those that
 * find nothing goes all the way.
 */
function tryOutline(
  pattern: number,
  outline: PatternAutomaton,
  { symbols, notes }: Machine,
  start: number,
  afterWord: boolean,
) {
  let state = outline.start(start === 0, afterWord);
  const ruledOut = notes.ruledOut(pattern, outline.timesForgotten);
  let at = start;
  const { width, columns } = outline;
  let { moves } = outline;
  for (; state !== DEAD && state !== ruledOut[at]; at++) {
    // A state too large to be noted is not.
    ruledOut[at] = state <= LARGEST_NOTED ? state : 0;
    const symbol = symbols[at] ?? 0;
    let move = moves[state * width + (columns[symbol] ?? 0)] ?? UNMADE;
    if (move === UNMADE) {
      move = outline.move(state, symbol);
      moves = outline.moves;
    }
    if (hasMatched(move)) {
      ruledOut.fill(0, start, at + 1);
      return { mayMatch: true, read: at - start };
    }
    state = symbol === 0 ? DEAD : move >> 1;
  }
  return { mayMatch: false, read: at - start };
}

function walk(automaton: PatternAutomaton, symbols: Uint16Array, start: number, afterWord: boolean) {
  let end = -1;
  let at = start;
  let state = automaton.start(start === 0, afterWord);
  const { width, columns } = automaton;
  let { moves } = automaton;
  for (; state !== DEAD; at++) {
    const symbol = symbols[at] ?? 0;
    let move = moves[state * width + (columns[symbol] ?? 0)] ?? UNMADE;
    if (move === UNMADE) {
      move = automaton.move(state, symbol);
      moves = automaton.moves;
    }
    if (hasMatched(move)) end = at;
    state = symbol === 0 ? DEAD : move >> 1;
  }
  return { end, read: at - start };
}
