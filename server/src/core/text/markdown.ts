import { withoutControls } from './controls';

/** Not `\<`: a backslash that follows an address is read as part of it, and no longer hides the `<`. */
const LESS_THAN = '&lt;';

/** Makes words literal in running Markdown, on one line: nothing in them is a link, a picture, HTML or a block of its own. */
export function escapeMarkdown(words: string): string {
  return withoutControls(words)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/g, (sign) => (sign === '<' ? LESS_THAN : `\\${sign}`))
    .replace(/^([-+]|\d+[.)])(?=\s)/, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);
}

/** The words again, from what `escapeMarkdown` made of them. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([\\`*_[\]>|~#&.)+-])|&lt;/g, (_all, sign?: string) => sign ?? '<');
}

/**
 * Keeps the form of a text in Markdown (emphasis, lists, headings), and makes its links, pictures, HTML and fences literal, so that it can stand among
 * other text.
 */
export function withoutLinks(markdown: string): string {
  return (
    withoutControls(markdown)
      // A fence that is left open would turn all that follows into code, and what stands in a later fence into text.
      .replace(/`{3,}|~{3,}/g, (bar) => bar.replace(/./g, '\\$&'))
      // Without `[` there is no link and no picture, and without `<` no HTML. One that is escaped already must not lose its backslash.
      .replace(/(\\*)([<[])/g, (_all, slashes: string, sign: string) => {
        const before = slashes.slice(slashes.length % 2);
        return sign === '<' ? `${before}${LESS_THAN}` : `${before}\\[`;
      })
  );
}

/** A text as it stands, in a fence that no line of it can close. */
export function fenceMarkdown(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const bar = '`'.repeat(longest + 1);
  return `${bar}${language}\n${withoutControls(text.trimEnd())}\n${bar}`;
}
