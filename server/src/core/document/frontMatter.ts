import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../text/span';
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from './documentModel';
import type { FrontMatterPair, FrontMatterString, FrontMatterValue } from './frontMatterValue';
import { readToml } from './toml';
import { readValueText } from './valueText';

const BLOCK = /^((---|\+\+\+)[ \t]*(?:\r\n|\r|\n))([\s\S]*?)(?<=\n|\r)\2[ \t]*(?=[\r\n]|$)/;
/** How a line of TOML begins. */
const TOML_ENTRY = /^\s*(?:#|\[|[\w."'-]+[ \t]*=)/;
const ENTRY = /^\s*(?:#|[\w"'][^:\r\n]*:(?:\s|$)|\{|- )/;
/** Enough for any real list of values; stops aliases that multiply. */
const MOST_ALIASES = 100;

/** Keys of a block that begins with a blank line: fewer, or others, may be words of a text. */
const FEWEST_KEYS = 2;
const PLAIN_KEY = /^[\w-]+$/;

/** Whether a text begins as one with front matter does, closed or not. */
export function opensFrontMatter(text: string): boolean {
  return text.startsWith('---') || text.startsWith('+++');
}

/**
 * Reads the front matter block that opens a text; undefined when there is none. A block that is never closed, or that holds paragraphs, is
 * text between two rules, and so is one that begins with a blank line unless it is all keys and values. YAML or TOML that cannot be read
 * gives problems and no entries.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const block = findBlock(text);
  if (!block) return undefined;
  const { inner, span } = block;
  const lines = text.slice(inner.start, inner.end);
  if (block.language === 'toml')
    return TOML_ENTRY.test(lines) || lines.trim() === ''
      ? { language: 'toml', span, ...readTomlEntries(text, inner) }
      : undefined;
  if (!isEntries(lines)) return undefined;
  const read = readYaml(lines, inner.start);
  return beginsBlank(lines) && !isAllKeys(read.entries) ? undefined : { language: 'yaml', span, ...read };
}

/** A block between two fences. */
interface FencedBlock {
  readonly language: FrontMatter['language'];
  /** The fences included. */
  readonly span: Span;
  readonly inner: Span;
}

function findBlock(text: string): FencedBlock | undefined {
  const [whole, opening = '', fence, lines = ''] = BLOCK.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {
    language: fence === '+++' ? 'toml' : 'yaml',
    span: { start: 0, end: whole.length },
    inner: { start: opening.length, end: opening.length + lines.length },
  };
}

function readTomlEntries(text: string, inner: Span): Pick<FrontMatter, 'entries' | 'problems'> {
  const { pairs, problem } = readToml(text, inner);
  const entries = pairs.map(({ key, keySpan, value }): FrontMatterEntry => {
    return { key, keySpan, value: toPlain(value, text), valueSpan: value.span };
  });
  if (!problem) return { entries, problems: [] };
  const message = `The front matter cannot be read as TOML: ${problem.message}. Write one \`key = "value"\` per line.`;
  return { entries, problems: [{ message, span: problem.span }] };
}

function toPlain(value: FrontMatterValue, text: string): unknown {
  switch (value.kind) {
    case 'string':
      return readValueText(value, text).text;
    case 'list':
      return value.items.map((item) => toPlain(item, text));
    case 'map':
      return Object.fromEntries(value.pairs.map((pair) => [pair.key, toPlain(pair.value, text)]));
    default:
      return toFigure(text.slice(value.span.start, value.span.end));
  }
}

function toFigure(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  const number = Number(written.replaceAll('_', ''));
  return Number.isNaN(number) ? written : number;
}

function beginsBlank(yaml: string): boolean {
  return yaml.trim() !== '' && /^[ \t]*[\r\n]/.test(yaml);
}

function isAllKeys(entries: readonly FrontMatterEntry[]): boolean {
  return entries.length >= FEWEST_KEYS && entries.every(({ key }) => PLAIN_KEY.test(key));
}

function isEntries(yaml: string): boolean {
  if (yaml.trim() === '') return true;
  return ENTRY.test(yaml) || !/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/.test(yaml);
}

function readYaml(yaml: string, offset: number): Pick<FrontMatter, 'entries' | 'problems'> {
  const place = (from: number, to: number) => ({
    start: offset + Math.min(from, yaml.length),
    end: offset + Math.min(Math.max(to, from), yaml.length),
  });
  const fail = (message: string, from = 0, to = yaml.trimEnd().length): Pick<FrontMatter, 'entries' | 'problems'> => ({
    entries: [],
    problems: [{ message, span: place(from, to) }],
  });
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) {
      const problems = document.errors.map((error): FrontMatterProblem => {
        const message = `The front matter cannot be read as YAML: ${error.message}. Correct it, or put quotation marks round the value.`;
        return { message, span: place(error.pos[0], error.pos[1]) };
      });
      return { entries: [], problems };
    }
    const contents = document.contents as ParsedNode | null;
    if (contents === null || (isScalar(contents) && contents.value === null)) return { entries: [], problems: [] };
    if (!isMap(contents))
      return fail(
        'The front matter has no keys. Write one `key: value` per line, as in `document-type: business-case`.',
      );
    return { entries: readEntries(contents, document.toJS({ maxAliasCount: MOST_ALIASES }), place), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`The front matter cannot be read as YAML: ${reason}. Write one \`key: value\` per line.`);
  }
}

type PlaceOf = (from: number, to: number) => FrontMatterEntry['keySpan'];

function readEntries(
  map: YAMLMap.Parsed,
  values: Record<string, unknown>,
  place: PlaceOf,
): readonly FrontMatterEntry[] {
  return map.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const key = String(pair.key.value);
    const keySpan = place(pair.key.range[0], pair.key.range[1]);
    const range = pair.value?.range;
    const valueSpan = range ? place(range[0], range[1]) : { start: keySpan.end, end: keySpan.end };
    return [{ key, keySpan, value: values[key], valueSpan }];
  });
}

const STYLES: Readonly<Record<string, FrontMatterString['style']>> = {
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

/** What front matter holds, with places that count in `text`: for a reading of its words. */
export interface FrontMatterPairs {
  readonly pairs: readonly FrontMatterPair[];
  /** Where the closing fence begins. */
  readonly end: number;
}

/** Keys and strings of front matter with their places; none when it cannot be read or has no keys. `text` begins with it. */
export function readFrontMatterPairs(text: string): FrontMatterPairs {
  const block = findBlock(text);
  if (!block) return { pairs: [], end: 0 };
  const { end } = block.inner;
  if (block.language === 'toml') return { pairs: readToml(text, block.inner).pairs, end };
  // Offsets count from the start of the text: the opening line gives way to a comment of its length.
  return { pairs: readYamlPairs(`#  ${text.slice(3, end)}`), end };
}

function readYamlPairs(yaml: string): readonly FrontMatterPair[] {
  try {
    const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
    const contents = document.contents as ParsedNode | null;
    return document.errors.length === 0 && isMap(contents) ? readPairs(contents) : [];
  } catch {
    // Said by `readFrontMatter` already.
    return [];
  }
}

function readPairs(map: YAMLMap.Parsed): readonly FrontMatterPair[] {
  return map.items.flatMap(({ key, value: node }) => {
    const value = readValue(node);
    if (!value || !isScalar(key) || typeof key.value !== 'string') return [];
    return [{ key: key.value, keySpan: { start: key.range[0], end: key.range[1] }, value }];
  });
}

function readValue(node: ParsedNode | null): FrontMatterValue | undefined {
  if (!node) return undefined;
  const span = { start: node.range[0], end: node.range[1] };
  if (isMap(node)) return { kind: 'map', span, pairs: readPairs(node as YAMLMap.Parsed) };
  if (isSeq(node))
    return { kind: 'list', span, items: node.items.flatMap((item) => readValue(item as ParsedNode) ?? []) };
  if (!isScalar(node) || node.value === null) return undefined;
  if (typeof node.value !== 'string') return { kind: 'figure', span };
  return { kind: 'string', span, style: STYLES[node.type ?? ''] ?? 'plain' };
}
