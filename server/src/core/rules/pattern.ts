import { RE2JS } from 're2js';

/** A compiled pattern of a pack. Matching takes time linear in the text, whatever the pattern. */
export interface Pattern {
  /** All matches in `text`, as half-open UTF-16 ranges. Empty matches are left out. */
  findAll(text: string): readonly { readonly start: number; readonly end: number }[];
}

const LOOKAROUND = /\(\?<?[=!]/;
const BACK_REFERENCE = /(?<!\\)(?:\\\\)*\\(?:[1-9]|k<|k\{|k')/;
const MAX_LENGTH = 2000;

/** Says why a pattern cannot be used, in words for a pack author; undefined when it can. */
export function patternProblem(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return `the pattern is longer than ${MAX_LENGTH} characters`;
  if (LOOKAROUND.test(source)) {
    return 'look-ahead and look-behind are not supported: patterns run in linear time. Use `unless`, a context, or `all` with `words` instead';
  }
  if (BACK_REFERENCE.test(source))
    return 'back-references are not supported: patterns run in linear time. List the alternatives instead';
  try {
    RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    return undefined;
  } catch (error) {
    return `the pattern does not compile: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Compiles a pattern, without regard to case. Throws on a faulty one: ask `patternProblem` first. */
export function compilePattern(source: string): Pattern {
  const compiled = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
  return {
    findAll(text) {
      const found: { start: number; end: number }[] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) found.push({ start: matcher.start(), end: matcher.end() });
      }
      return found;
    },
  };
}
