import type { Pack as CorePack } from '../core/rules/pack';
import type { Pack as SchemaPack } from './generated/packTypes';

/**
 * Keeps the types of the core and the schema together: this file does not compile when one of them has a key, a type or an allowed value that the other
 * has not. `readonly` is put aside, since JSON Schema has no word for it.
 */
type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Entry)[]
    ? Writable<Entry>[]
    : { -readonly [Key in keyof T]: Writable<T[Key]> };

type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** By key, so that the compiler's message names the part that differs. */
type Differences = {
  [Key in keyof CorePack | keyof SchemaPack]: Key extends keyof CorePack & keyof SchemaPack
    ? IsSame<Writable<CorePack[Key]>, Writable<SchemaPack[Key]>> extends true
      ? never
      : Key
    : Key;
}[keyof CorePack | keyof SchemaPack];

type InStep = [Differences] extends [never] ? true : Differences;

/** Of type `true`; else its type is the keys of a pack that types and schema describe differently. */
export const TYPES_ARE_IN_STEP: InStep = true;
