import type { FileToCheck } from '../host/findFiles';
import type { CheckOptions } from './commands/checkOptions';
import type { Io } from './io';

/**
 * Writes a report to standard output or to the file named. False when the file cannot be written: the report then goes to
 * standard output after all, so that the work is not lost.
 */
export async function writeReport(
  text: string,
  { output, quiet }: Pick<CheckOptions, 'output' | 'quiet'>,
  files: readonly FileToCheck[],
  io: Io,
): Promise<boolean> {
  if (output === undefined) {
    await io.output.write(text);
    return true;
  }
  const path = io.fileSystem.resolve(io.cwd, output);
  const fault = files.some((file) => file.file === path && !file.isInput)
    ? 'it is one of the documents that were checked'
    : await write(path, text, io);
  if (fault === undefined) {
    if (!quiet) await io.messages.write(`Report written to ${output}.\n`);
    return true;
  }
  await io.messages.write(
    `Problem: ${output}: the report cannot be written there: ${fault}. It follows on standard output.\n\n`,
  );
  await io.output.write(text);
  return false;
}

async function write(path: string, text: string, { fileSystem }: Io): Promise<string | undefined> {
  const result = await fileSystem.writeText(path, text, 'replace');
  if (result.kind === 'written') return undefined;
  return result.kind === 'unwritable' ? result.reason : 'a file of that name is there already';
}
