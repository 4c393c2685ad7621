import type { FileToCheck } from '../host/findFiles';
import type { Io } from './io';

/** Where a report goes. */
export interface ReportTarget {
  readonly write: (text: string) => Promise<void>;
  /** False when the report, or a part of it, is not where it was asked to be. */
  readonly close: () => Promise<boolean>;
  /** Closes a report that has no end, without a word of success. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens standard output or the file named. A file that cannot be written is told at once: the report then goes to standard output after all,
 * so that the work is not lost.
 */
export async function openReport(
  { output, quiet }: { readonly output?: string; readonly quiet: boolean },
  inputs: readonly FileToCheck[],
  io: Io,
): Promise<ReportTarget> {
  const write = (text: string) => io.output.write(text);
  const stop = async () => {};
  if (output === undefined) return { write, close: async () => true, stop };
  const path = io.fileSystem.resolve(io.cwd, output);
  const file = inputs.some((input) => input.file === path && !input.isInput)
    ? 'it is one of the documents that were checked'
    : await io.batch.createFile(path);
  if (typeof file === 'string') {
    await io.messages.write(
      `Problem: ${output}: the report cannot be written there: ${file}. It follows on standard output.\n\n`,
    );
    return { write, close: async () => false, stop };
  }
  let whole = true;
  return {
    write: async (text) => {
      whole = (await file.write(text)) && whole;
    },
    close: async () => {
      whole = (await file.close()) && whole;
      if (!whole) await io.messages.write(`Problem: ${output}: the report could not be written to its end.\n\n`);
      else if (!quiet) await io.messages.write(`Report written to ${output}.\n`);
      return whole;
    },
    stop: async () => {
      await file.close();
    },
  };
}
