/**
 * The term notation of packs (documented at `Signal.terms`): words for people to read, compiled to a regular expression that is ours.
 * Every construct is bounded, so that no term can make matching slow: an ending is letters only, a gap is four words at most.
 */

/** A compiled term: a regular expression source without anchors, and whether its case matters. */
export interface CompiledTerm {
  readonly source: string;
  readonly caseSensitive: boolean;
}

const MAX_LENGTH = 600;
/** Hyphen and space match each other, whatever hyphen it is. */
const SEPARATOR = '[ \\-\u2010-\u2015]';
const WORD_EDGE_BEFORE = '(?<![\\p{L}\\p{N}])';
const WORD_EDGE_AFTER = '(?![\\p{L}\\p{N}])';

/** Says what is wrong with a term, in words for a pack author; undefined when nothing is. */
export function termProblem(term: string): string | undefined {
  const body = term.startsWith('=') ? term.slice(1) : term;
  if (body.trim() === '') return 'the term is empty';
  if (body.length > MAX_LENGTH) return `the term is longer than ${MAX_LENGTH} characters: split it`;
  if (body.trim() !== body) return 'the term begins or ends with a space';
  const result = parseSequence(body, 0, '');
  if (typeof result === 'string') return result;
  return new RegExp(`^(?:${result.source})$`, 'u').test('')
    ? 'every part of the term is optional, so that it says nothing'
    : undefined;
}

/** Compiles a term. A faulty one (see `termProblem`) compiles to an expression that matches nothing. */
export function compileTerm(term: string): CompiledTerm {
  const caseSensitive = term.startsWith('=');
  const body = caseSensitive ? term.slice(1) : term;
  if (termProblem(term) !== undefined) return { source: '(?!)', caseSensitive };
  const parsed = parseSequence(body, 0, '');
  return { source: typeof parsed === 'string' ? '(?!)' : parsed.source, caseSensitive };
}

/** One expression for many terms, for searching prose; undefined for a list without terms of that kind of case. */
export function buildTermMatchers(terms: readonly string[]): readonly RegExp[] {
  const compiled = terms.map(compileTerm);
  const matchers: RegExp[] = [];
  for (const caseSensitive of [false, true]) {
    const sources = compiled.filter((term) => term.caseSensitive === caseSensitive).map((term) => term.source);
    if (sources.length === 0) continue;
    // The longest first: an alternation takes the first branch that fits.
    sources.sort((a, b) => b.length - a.length);
    const source = `${WORD_EDGE_BEFORE}(?:${sources.join('|')})${WORD_EDGE_AFTER}`;
    matchers.push(new RegExp(source, caseSensitive ? 'gu' : 'giu'));
  }
  return matchers;
}

/** An expression that a whole string must match, as for headings. */
export function buildWholeTermMatchers(terms: readonly string[]): readonly RegExp[] {
  return buildTermMatchers(terms).map((matcher) => {
    const inner = matcher.source.slice(WORD_EDGE_BEFORE.length, -WORD_EDGE_AFTER.length);
    return new RegExp(`^${inner}$`, matcher.flags.replace('g', ''));
  });
}

interface Parsed {
  readonly source: string;
  readonly end: number;
}

/** Reads until one of the characters in `stop` (or the end, when `stop` is empty); a string is a problem. */
function parseSequence(term: string, start: number, stop: string): Parsed | string {
  let source = '';
  let at = start;
  while (at < term.length) {
    const char = term.charAt(at);
    if (stop.includes(char)) return { source, end: at };
    if (term.startsWith(' ... ', at)) {
      source += '(?: [^ ]+){0,4}? ';
      at += 5;
      continue;
    }
    const piece = parsePiece(term, at);
    if (typeof piece === 'string') return piece;
    source += piece.source;
    at = piece.end;
  }
  return stop === '' ? { source, end: at } : `a \`${stop.includes(')') ? '(' : '<'}\` is not closed`;
}

function parsePiece(term: string, at: number): Parsed | string {
  const char = term.charAt(at);
  if (char === '(') return parseOptional(term, at);
  if (char === '<') return parseBranches(term, at, '>');
  if (char === ')' || char === '>' || char === '|') return `a \`${char}\` stands without its beginning`;
  if (char === '*') {
    if (!/[\p{L}\p{N})>]/u.test(term.charAt(at - 1))) return '`*` must follow a letter';
    return { source: '[\\p{L}]*', end: at + 1 };
  }
  if (char === ' ' && term.charAt(at + 1) === '(') return parseSpacedOptional(term, at);
  if (char === ' ' || char === '-') return { source: SEPARATOR, end: at + 1 };
  const codePoint = String.fromCodePoint(term.codePointAt(at) ?? 0);
  return { source: escapeRegExp(codePoint), end: at + codePoint.length };
}

/** `care (home) staff`, `social value (act)`: a whole optional word takes the space before it along. */
function parseSpacedOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at + 1, ')');
  if (typeof inner === 'string') return inner;
  const next = term.charAt(inner.end);
  const wholeWord = next === '' || next === ' ' || next === ')' || next === '|' || next === '>';
  const source = wholeWord ? `(?:${SEPARATOR}${inner.source})?` : `${SEPARATOR}${inner.source}?`;
  return { source, end: inner.end };
}

/** An optional part of a word, or a first word, which takes the space after it along. */
function parseOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at, ')');
  if (typeof inner === 'string') return inner;
  const firstWord = (at === 0 || ' (<|'.includes(term.charAt(at - 1))) && term.charAt(inner.end) === ' ';
  if (firstWord) return { source: `(?:${inner.source}${SEPARATOR})?`, end: inner.end + 1 };
  return { source: `${inner.source}?`, end: inner.end };
}

/** Branches from an opening sign to its closing one; the longest first, since an alternation takes the first that fits. */
function parseBranches(term: string, at: number, close: ')' | '>'): Parsed | string {
  const branches: string[] = [];
  let from = at + 1;
  for (;;) {
    const branch = parseSequence(term, from, `|${close}`);
    if (typeof branch === 'string') return branch;
    branches.push(branch.source);
    if (term.charAt(branch.end) === close) {
      branches.sort((a, b) => b.length - a.length);
      return { source: `(?:${branches.join('|')})`, end: branch.end + 1 };
    }
    from = branch.end + 1;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
