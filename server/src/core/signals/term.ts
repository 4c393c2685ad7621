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
const NOTHING = '(?!)';
/** Letters of Latin scripts, with a few signs between them: a small class compiles a hundred times faster than all letters of Unicode. */
const LATIN = 'A-Za-z\\u00c0-\\u024f';
/** What must follow a term in an indexed list; other scripts are looked at by `findTerms`. */
export const LATIN_EDGE = `(?![${LATIN}0-9])`;

/** Says what is wrong with a term, in words for a pack author; undefined when nothing is. */
export function termProblem(term: string): string | undefined {
  const result = readTerm(term);
  return typeof result === 'string' ? result : undefined;
}

/** Compiles a term. A faulty one (see `termProblem`) compiles to an expression that matches nothing. */
export function compileTerm(term: string): CompiledTerm {
  const result = readTerm(term);
  return { source: typeof result === 'string' ? NOTHING : result.source, caseSensitive: term.startsWith('=') };
}

/** Expressions for a short list of terms, for searching a heading or a header cell; long lists are indexed (`termIndex.ts`). */
export function buildTermMatchers(terms: readonly string[]): readonly RegExp[] {
  return joinTerms(terms, (source) => `${WORD_EDGE_BEFORE}(?:${source})${WORD_EDGE_AFTER}`, 'g');
}

/** Expressions one of which a whole string must match, as for headings. */
export function buildWholeTermMatchers(terms: readonly string[]): readonly RegExp[] {
  return joinTerms(terms, (source) => `^(?:${source})$`, '');
}

function joinTerms(terms: readonly string[], wrap: (source: string) => string, flags: string): readonly RegExp[] {
  const compiled = terms.map(compileTerm);
  return [false, true].flatMap((caseSensitive) => {
    const sources = compiled.filter((term) => term.caseSensitive === caseSensitive).map((term) => term.source);
    // The longest first: an alternation takes the first branch that fits.
    sources.sort((a, b) => b.length - a.length);
    if (sources.length === 0) return [];
    return [new RegExp(wrap(sources.join('|')), `${flags}${caseSensitive ? '' : 'i'}u`)];
  });
}

interface Parsed {
  readonly source: string;
  readonly end: number;
  /** It can match without any character. */
  readonly optional: boolean;
}

function readTerm(term: string): Parsed | string {
  const body = term.startsWith('=') ? term.slice(1) : term;
  if (body.trim() === '') return 'the term is empty';
  if (body.length > MAX_LENGTH) return `the term is longer than ${MAX_LENGTH} characters: split it`;
  if (body.trim() !== body) return 'the term begins or ends with a space';
  const parsed = parseSequence(body, 0, '');
  if (typeof parsed === 'string' || !parsed.optional) return parsed;
  return 'every part of the term is optional, so that it says nothing';
}

/** Reads until one of the characters in `stop` (or the end, when `stop` is empty); a string is a problem. */
function parseSequence(term: string, start: number, stop: string): Parsed | string {
  let source = '';
  let at = start;
  let optional = true;
  while (at < term.length) {
    if (stop.includes(term.charAt(at))) return { source, end: at, optional };
    const piece = parsePiece(term, at);
    if (typeof piece === 'string') return piece;
    source += piece.source;
    at = piece.end;
    optional &&= piece.optional;
  }
  return stop === '' ? { source, end: at, optional } : `a \`${stop.includes(')') ? '(' : '<'}\` is not closed`;
}

function parsePiece(term: string, at: number): Parsed | string {
  const char = term.charAt(at);
  if (term.startsWith(' ... ', at)) return { source: '(?: [^ ]+){0,4}? ', end: at + 5, optional: false };
  if (char === '(') return parseOptional(term, at);
  if (char === '<') return parseBranches(term, at, '>');
  if (char === ')' || char === '>' || char === '|') return `a \`${char}\` stands without its beginning`;
  if (char === '*') {
    if (!/[\p{L}\p{N})>]/u.test(term.charAt(at - 1))) return '`*` must follow a letter';
    return { source: `[${LATIN}]*`, end: at + 1, optional: true };
  }
  if (char === ' ' && term.charAt(at + 1) === '(') return parseSpacedOptional(term, at);
  if (char === ' ' || char === '-') return { source: SEPARATOR, end: at + 1, optional: false };
  const codePoint = String.fromCodePoint(term.codePointAt(at) ?? 0);
  return { source: escapeRegExp(codePoint), end: at + codePoint.length, optional: false };
}

/** `care (home) staff`, `social value (act)`: a whole optional word takes the space before it along. */
function parseSpacedOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at + 1, ')');
  if (typeof inner === 'string') return inner;
  const next = term.charAt(inner.end);
  const wholeWord = next === '' || next === ' ' || next === ')' || next === '|' || next === '>';
  const source = wholeWord ? `(?:${SEPARATOR}${inner.source})?` : `${SEPARATOR}${inner.source}?`;
  return { source, end: inner.end, optional: wholeWord };
}

/** An optional part of a word, or a first word, which takes the space after it along. */
function parseOptional(term: string, at: number): Parsed | string {
  const inner = parseBranches(term, at, ')');
  if (typeof inner === 'string') return inner;
  const firstWord = (at === 0 || ' (<|'.includes(term.charAt(at - 1))) && term.charAt(inner.end) === ' ';
  if (firstWord) return { source: `(?:${inner.source}${SEPARATOR})?`, end: inner.end + 1, optional: true };
  return { source: `${inner.source}?`, end: inner.end, optional: true };
}

/** Branches from an opening sign to its closing one; the longest first, since an alternation takes the first that fits. */
function parseBranches(term: string, at: number, close: ')' | '>'): Parsed | string {
  const branches: string[] = [];
  let from = at + 1;
  let optional = false;
  for (;;) {
    const branch = parseSequence(term, from, `|${close}`);
    if (typeof branch === 'string') return branch;
    branches.push(branch.source);
    optional ||= branch.optional;
    if (term.charAt(branch.end) === close) {
      branches.sort((a, b) => b.length - a.length);
      return { source: `(?:${branches.join('|')})`, end: branch.end + 1, optional };
    }
    from = branch.end + 1;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
