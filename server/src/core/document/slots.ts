import { LETTER } from '../text/letters';

/** `[who]`, `{who}`, `<who>` or `____`. */
const SLOT = /\[[^\]]{2,}\]|\{[^}]{2,}\}|<[^>]{2,}>|_{3,}/;
const IN_ANGLES = /^<[^<>]*>$/;
const IN_SQUARES = /^\[[^\]]*\]$/;
const SLOT_WORD = new RegExp(`^[${LETTER}][${LETTER}/]*$`);
const SLOT_MARKUP =
  /^<(?:(?:insert|input|enter|add|name|date|amount|number|tbc)|[A-Za-z][^\s<>="'@]*(?:\s+[^\s<>="'@]+)+)>$/i;
/** Attributes that HTML gives no value. */
const BARE_ATTRIBUTES = new Set(
  'allowfullscreen async autofocus autoplay checked compact controls default defer disabled hidden inert ismap itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected'.split(
    ' ',
  ),
);

/**
 * What stands in angle brackets for somebody to fill in, such as `<Name of partner>` and `<INSERT>`: no tag, though it has the form of one.
 * Words follow its first that are no attributes.
 */
export function isSlotMarkup(markup: string): boolean {
  if (markup.endsWith('/>') || !SLOT_MARKUP.test(markup)) return false;
  const [, ...words] = markup.slice(1, -1).toLowerCase().split(/\s+/);
  return words.length === 0 || words.some((word) => SLOT_WORD.test(word) && !BARE_ATTRIBUTES.has(word));
}

/** `<INSERT THE PREFERRED OPTION>`: what is to be written here, and no title whatever its marks. A title in square brackets may be a link. */
export function isSlotInAngles(words: string): boolean {
  return IN_ANGLES.test(words);
}

/** Words that are all slot, in brackets of either kind. */
export function isSlotAlone(words: string): boolean {
  return isSlotInAngles(words) || IN_SQUARES.test(words);
}

/** Whether something in a text is left to be filled in. Among other words braces and lines are slots too, and one letter is none. */
export function holdsSlot(text: string): boolean {
  return SLOT.test(text);
}
