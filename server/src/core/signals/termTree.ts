import { MOST_WAYS, splitAtGaps } from './termGaps';

/**
 * The term notation of packs (documented at `Signal.terms`), read into a tree: words for people to read, made into an
 * expression (`term.ts`) or into states of an automaton (`termProgram.ts`). Every construct is bounded: an ending is letters
 * only, a gap is four words at most.
 */
export type TermNode =
  /** One character, a whole code point. */
  | { readonly kind: 'character'; readonly character: string }
  /** A space or a hyphen: they match each other, whatever hyphen it is. */
  | { readonly kind: 'separator' }
  /** `*`: any number of Latin letters. */
  | { readonly kind: 'letters' }
  /** ` ... `: a space, at most four words, a space. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'sequence'; readonly parts: readonly TermNode[] }
  /** One of the branches, or none of them where it is optional. */
  | { readonly kind: 'choice'; readonly branches: readonly TermNode[]; readonly optional: boolean };

export interface Term {
  readonly tree: TermNode;
  readonly caseSensitive: boolean;
}

const MAX_LENGTH = 600;
/** How a gap is written. */
export const GAP = ' ... ';
/** A gap is so many words at most. */
export const MAX_GAP_WORDS = 4;

/** Says what is wrong with a term, in words for a pack author; undefined when nothing is. */
export function termProblem(term: string): string | undefined {
  const result = readTerm(term);
  return typeof result === 'string' ? result : undefined;
}

/** Reads a term; undefined when it is faulty (see `termProblem`). */
export function parseTerm(term: string): Term | undefined {
  const result = readTerm(term);
  return typeof result === 'string' ? undefined : { tree: result.node, caseSensitive: term.startsWith('=') };
}

interface Parsed {
  readonly node: TermNode;
  readonly end: number;
  /** It can match without any character. */
  readonly optional: boolean;
}

const SEPARATOR: TermNode = { kind: 'separator' };

function readTerm(term: string): Parsed | string {
  const body = term.startsWith('=') ? term.slice(1) : term;
  if (body.trim() === '') return 'the term is empty';
  if (body.length > MAX_LENGTH) return `the term is longer than ${MAX_LENGTH} characters: split it`;
  if (body.trim() !== body) return 'the term begins or ends with a space';
  const parsed = parseSequence(body, 0, '');
  if (typeof parsed === 'string') return parsed;
  if (parsed.optional) return 'every part of the term is optional, so that it says nothing';
  if (!splitAtGaps(parsed.node))
    return `there are more than ${MOST_WAYS} ways to read what stands around \` ... \`: split the term`;
  return parsed;
}

/** Reads until one of the characters in `stop` (or the end, when `stop` is empty); a string is a problem. */
function parseSequence(term: string, start: number, stop: string): Parsed | string {
  const parts: TermNode[] = [];
  let at = start;
  let optional = true;
  while (at < term.length) {
    if (stop.includes(term.charAt(at))) return { node: { kind: 'sequence', parts }, end: at, optional };
    const piece = parsePiece(term, at);
    if (typeof piece === 'string') return piece;
    parts.push(piece.node);
    at = piece.end;
    optional &&= piece.optional;
  }
  if (stop !== '') return `a \`${stop.includes(')') ? '(' : '<'}\` is not closed`;
  return { node: { kind: 'sequence', parts }, end: at, optional };
}

function parsePiece(term: string, at: number): Parsed | string {
  const char = term.charAt(at);
  if (char === ' ' && term.startsWith(GAP, at)) return { node: { kind: 'gap' }, end: at + GAP.length, optional: false };
  if (char === '(') return parseOptional(term, at);
  if (char === '<') return parseBranches(term, at, '>');
  if (char === ')' || char === '>' || char === '|') return `a \`${char}\` stands without its beginning`;
  if (char === '*') {
    if (!/[\p{L}\p{N})>]/u.test(term.charAt(at - 1))) return '`*` must follow a letter';
    return { node: { kind: 'letters' }, end: at + 1, optional: true };
  }
  if (char === ' ' && term.charAt(at + 1) === '(') return parseSpacedOptional(term, at);
  if (char === ' ' || char === '-') return { node: SEPARATOR, end: at + 1, optional: false };
  const character = String.fromCodePoint(term.codePointAt(at) ?? 0);
  return { node: { kind: 'character', character }, end: at + character.length, optional: false };
}

/** `care (home) staff`, `social value (act)`: a whole optional word takes the space before it along. */
function parseSpacedOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at + 1, ')');
  if (typeof inner === 'string') return inner;
  const next = term.charAt(inner.end);
  const wholeWord = next === '' || next === ' ' || next === ')' || next === '|' || next === '>';
  const node = wholeWord
    ? makeOptional(sequence(SEPARATOR, inner.node))
    : sequence(SEPARATOR, makeOptional(inner.node));
  return { node, end: inner.end, optional: wholeWord };
}

/** An optional part of a word, or a first word, which takes the space after it along. */
function parseOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at, ')');
  if (typeof inner === 'string') return inner;
  const firstWord = (at === 0 || ' (<|'.includes(term.charAt(at - 1))) && term.charAt(inner.end) === ' ';
  if (!firstWord) return { node: makeOptional(inner.node), end: inner.end, optional: true };
  return { node: makeOptional(sequence(inner.node, SEPARATOR)), end: inner.end + 1, optional: true };
}

/** Branches from an opening sign to its closing one. */
function parseBranches(term: string, at: number, close: ')' | '>'): Parsed | string {
  const branches: TermNode[] = [];
  let from = at + 1;
  let optional = false;
  for (;;) {
    const branch = parseSequence(term, from, `|${close}`);
    if (typeof branch === 'string') return branch;
    branches.push(branch.node);
    optional ||= branch.optional;
    if (term.charAt(branch.end) === close) {
      return { node: { kind: 'choice', branches, optional: false }, end: branch.end + 1, optional };
    }
    from = branch.end + 1;
  }
}

function sequence(...parts: readonly TermNode[]): TermNode {
  return { kind: 'sequence', parts };
}

function makeOptional(node: TermNode): TermNode {
  return { kind: 'choice', branches: [node], optional: true };
}
