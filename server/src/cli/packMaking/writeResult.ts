import type { Io } from '../io';
import { reportFault } from '../reportFault';

/**
 * Writes what was made to a file, over one that is there, and says so; a text without a file goes to standard output. `words` are what was made, for the
 * message. Resolves with the exit code.
 */
export async function writeResult(
  content: string | Uint8Array,
  file: string | undefined,
  words: string,
  io: Io,
): Promise<number> {
  if (file === undefined) {
    await io.output.write(String(content));
    return 0;
  }
  const { fileSystem: fs } = io;
  const path = fs.resolve(io.cwd, file);
  const result =
    typeof content === 'string' ? await fs.writeText(path, content, 'replace') : await fs.writeBytes(path, content);
  if (result.kind === 'written') {
    await io.messages.write(`${words} written to ${file}.\n`);
    return 0;
  }
  const reason = result.kind === 'unwritable' ? result.reason : 'it is there already';
  return reportFault(`${file} cannot be written: ${reason}`, io);
}
