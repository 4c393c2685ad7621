import type { PreparedRules } from '../core/rules/ruleSet';

type Numbers = Int32Array | Int16Array | Uint16Array | Uint8Array;
const KINDS = { Int32Array, Int16Array, Uint16Array, Uint8Array };

/** What was prepared, and the packs that it was prepared from. */
export interface PreparedFile {
  /** The version of the engine that prepared it. */
  readonly engine: string;
  /** Integrities of the composed packs, in order. */
  readonly packs: readonly string[];
  readonly rules: PreparedRules;
}

/** The text of a file of prepared rules: JSON, in which a typed array is `{ "Int32Array": base64 }`. */
export function writePrepared(file: PreparedFile): string {
  return JSON.stringify(file, (_, value: unknown) => {
    for (const [name, kind] of Object.entries(KINDS)) {
      if (value instanceof kind) {
        return { [name]: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') };
      }
    }
    return value;
  });
}

/** The way back. Throws where the text is none of `writePrepared`. */
export function readPrepared(text: string): PreparedFile {
  const file = JSON.parse(text) as PreparedFile;
  for (const terms of [file.rules.terms, file.rules.headings]) {
    openArrays(terms);
    openArrays(terms.program);
  }
  return file;
}

/** Only objects that hold arrays are looked through: there are hundreds of thousands of values. */
function openArrays(holder: object): void {
  for (const [key, value] of Object.entries(holder)) {
    const array = toArray(value);
    if (array) Object.assign(holder, { [key]: array });
  }
}

function toArray(value: unknown): Numbers | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, kind] of Object.entries(KINDS)) {
    const written = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof written !== 'string') continue;
    const bytes = Buffer.from(written, 'base64');
    // A buffer may begin anywhere in its memory; numbers of four bytes may not.
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    return new kind(own);
  }
  return undefined;
}
