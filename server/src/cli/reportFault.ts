import type { Io } from './io';

/** Says what could not be done, in words without a full stop; gives the exit code of a run that failed. */
export async function reportFault(words: string, io: Pick<Io, 'messages'>): Promise<2> {
  await io.messages.write(`Problem: ${words}.\n`);
  return 2;
}
