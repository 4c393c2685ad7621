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

/** Where an array lies behind the text, in bytes from there, and how many numbers it has. */
interface Place {
  readonly kind: keyof typeof KINDS;
  readonly at: number;
  readonly length: number;
}
/** The key of a place where the array stands in JSON. */
const PLACE = '$array';
/** Bytes of the length of the text, which the file begins with. */
const HEAD = 4;
/** Arrays begin at multiples of their numbers' size. */
const ALIGNMENT = 8;

/** The bytes of a file of prepared rules: the length of a JSON text, the text, and behind it the typed arrays, as this computer keeps numbers. */
export function writePrepared(file: PreparedFile): Uint8Array {
  const arrays: Uint8Array[] = [];
  let end = 0;
  const text = JSON.stringify({ ...file, order: orderOfBytes() }, (_, value: unknown) => {
    for (const [kind, numbers] of Object.entries(KINDS)) {
      if (!(value instanceof numbers)) continue;
      const at = end;
      arrays.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      end = align(end + value.byteLength);
      return { [PLACE]: { kind, at, length: value.length } };
    }
    return value;
  });
  const body = Buffer.from(text);
  const start = align(HEAD + body.length);
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setUint32(0, body.length, true);
  bytes.set(body, HEAD);
  let at = start;
  for (const array of arrays) {
    bytes.set(array, at);
    at = align(at + array.length);
  }
  return bytes;
}

/** The way back; arrays are views of the bytes. Throws where they are none of `writePrepared`, or of a computer that keeps numbers in another order. */
export function readPrepared(bytes: Uint8Array): PreparedFile {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const file = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + HEAD, length).toString()) as PreparedFile & {
    readonly order: string;
  };
  if (file.order !== orderOfBytes()) throw new Error('The numbers are in another order of bytes.');
  const start = align(HEAD + length);
  // Numbers of four bytes may not begin anywhere in memory, as a buffer may.
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
  const open = ({ kind, at, length: count }: Place) =>
    new KINDS[kind](whole.buffer as ArrayBuffer, whole.byteOffset + start + at, count);
  const { terms, headings, patterns } = file.rules;
  const ofTerms = [terms, headings].flatMap((one) => [one, one.program, one.met ?? {}]);
  const { heads, programs, met } = patterns;
  for (const holder of [...ofTerms, heads, programs, met?.heads ?? {}, met?.units ?? {}]) openArrays(holder, open);
  return file;
}

/** Only objects that hold arrays are looked through: there are many other values. */
function openArrays(holder: object, open: (place: Place) => Numbers): void {
  for (const [key, value] of Object.entries(holder)) {
    if (typeof value === 'object' && value !== null && PLACE in value) {
      Object.assign(holder, { [key]: open(value[PLACE] as Place) });
    }
  }
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function orderOfBytes(): 'little' | 'big' {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'little' : 'big';
}
