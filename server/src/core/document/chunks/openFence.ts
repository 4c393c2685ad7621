/** A fence that is open where a text ends. */
interface OpenFence {
  readonly sign: string;
  readonly length: number;
}

const FENCE_LINE = /(?:^|\n|\r) {0,3}(`{3,}|~{3,})([^\r\n]*)/g;

/**
 * What ends the fence that seems to be open at the end of a text; undefined without one. It is a guess from lines alone, good enough to say
 * how far it is worth reading: whether a fence is open only the parser can tell.
 */
export function findFenceEnd(text: string): RegExp | undefined {
  let open: OpenFence | undefined;
  for (const [, marks = '', rest = ''] of text.matchAll(FENCE_LINE)) {
    const sign = marks.charAt(0);
    if (!open) open = sign === '`' && rest.includes('`') ? undefined : { sign, length: marks.length };
    else if (sign === open.sign && marks.length >= open.length && rest.trim() === '') open = undefined;
  }
  return open && new RegExp(`(?:\\n|\\r) {0,3}${open.sign}{${open.length},}[ \\t]*(?=[\\r\\n]|$)`);
}
