import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y;

/** A character reference such as `&amp;` or `&#8217;`: what it stands for and how many units it takes in the source. */
export interface CharacterReference {
  readonly characters: string;
  readonly length: number;
}

/** Reads the character reference that begins at `at`; undefined when there is none. */
export function readCharacterReference(text: string, at: number): CharacterReference | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [whole, decimal, hexadecimal, name] = match;
  const characters = name ? decodeNamedCharacterReference(name) : decodeNumber(decimal, hexadecimal);
  return characters ? { characters, length: whole.length } : undefined;
}

/** Markdown shows U+FFFD for what is no character: controls, surrogates, non-characters, numbers out of range. */
function decodeNumber(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  const control = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160);
  const noCharacter =
    (code > 0xd7ff && code < 0xe000) || (code > 0xfdcf && code < 0xfdf0) || (code & 0xfffe) === 0xfffe;
  return control || noCharacter || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
