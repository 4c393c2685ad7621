/** A stretch of the text that Markdown reads the same alone as in its place. */
export interface Chunk {
  readonly start: number;
  readonly text: string;
  /** Link definitions of the whole text, to be read after this chunk and then forgotten. */
  readonly definitions: string;
}

/** Shorter texts are one chunk. The parser's time grows faster than its input: this size is near its best. */
const CHUNK_LENGTH = 60_000;
const DEFINITION = /^ {0,3}\[[^\]\r\n^][^\]\r\n]{0,200}\]:[ \t]*[^\r\n]+$/gm;
const LINE = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** HTML that ends not at a blank line but at its own end mark. */
const LONG_HTML: readonly (readonly [opens: RegExp, closes: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

/**
 * Cuts a long text where nothing can reach across: at a line that begins with a letter or `# ` at the margin after a blank
 * line, outside fenced code, long HTML and front matter. Every container is closed there.
 */
export function splitText(text: string): readonly Chunk[] {
  if (text.length <= 2 * CHUNK_LENGTH) return [{ start: 0, text, definitions: '' }];
  const inner = findCuts(text);
  if (inner.length === 0) return [{ start: 0, text, definitions: '' }];
  const found = [...text.matchAll(DEFINITION)].map((match) => match[0].trim());
  const definitions = found.length > 0 ? `\n\n${found.join('\n')}\n` : '';
  const cuts = [0, ...inner, text.length];
  return cuts.slice(0, -1).map((start, i) => ({ start, text: text.slice(start, cuts[i + 1]), definitions }));
}

function findCuts(text: string): readonly number[] {
  const cuts: number[] = [];
  // What must be met before a cut is allowed again.
  let closes = /^---[ \t]*(?:\r|\n)/.test(text) ? /^---[ \t]*$/ : undefined;
  let afterBlank = false;
  let lastCut = 0;
  for (let at = 0; at < text.length; ) {
    LINE.lastIndex = at;
    const whole = LINE.exec(text)?.[0] ?? '';
    const line = whole.replace(/[\r\n]+$/, '');
    if (closes) {
      if (at > 0 && closes.test(line)) closes = undefined;
    } else {
      closes = findEnd(line);
      const safe = afterBlank && closes === undefined && /^(?:[A-Za-z]|#{1,6} )/.test(line);
      if (safe && at - lastCut >= CHUNK_LENGTH) {
        cuts.push(at);
        lastCut = at;
      }
    }
    afterBlank = line.trim() === '';
    at += Math.max(whole.length, 1);
  }
  return cuts;
}

/** What ends the code or HTML that a line opens; undefined when it opens none or ends it itself. */
function findEnd(line: string): RegExp | undefined {
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  const html = LONG_HTML.find(([opens]) => opens.test(line));
  return html && !html[1].test(line.replace(/^ {0,3}<!--/, '')) ? html[1] : undefined;
}
