import { findNearest, listWords } from '../packs/suggest';

/** The command was called wrongly: nothing was done. */
export interface UsageError {
  readonly kind: 'usage-error';
  /** What was found, what is known, and what to do. */
  readonly message: string;
}

/** Makes a usage error. */
export function usageError(message: string): UsageError {
  return { kind: 'usage-error', message };
}

/** True for a usage error. */
export function isUsageError(value: object): value is UsageError {
  return 'kind' in value && value.kind === 'usage-error';
}

/** An unknown word, what was probably meant, and always the list of what is known, so that nobody has to look it up. */
export function unknownWord(what: string, given: string, known: readonly string[], of = ''): UsageError {
  const nearest = findNearest(given, known);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return usageError(`there is no ${what} \`${given}\`${of}.${hint} Known: ${listWords(known, 'and')}.`);
}
