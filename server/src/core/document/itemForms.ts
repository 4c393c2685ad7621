/** The bullet or number of an item, with the space around it. */
const MARKER = String.raw`^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+`;
const HEADED = new RegExp(`${MARKER}#`);
const TITLED = new RegExp(String.raw`${MARKER}(?:\*\*|__)[^\r\n]+(?:\*\*|__):?[ \t\\]*(?:[\r\n]|$)`);

/** Whether the source of an item begins with a heading: `- ## Title`. */
export function isHeadedItem(item: string): boolean {
  return HEADED.test(item);
}

/** Whether the source of an item is, or begins with, a line in bold of its own: `- **Title**`. */
export function isTitledItem(item: string): boolean {
  return TITLED.test(item);
}
