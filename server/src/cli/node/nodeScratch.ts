import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Scratch } from '../batch/batchHost';

/** In UTF-16 units. Fewer are kept in memory. */
const MOST_IN_MEMORY = 16_000_000;

/** Keeps texts in memory, and from a certain length on in a temporary file that only this user can read, a line of JSON each. */
export function openNodeScratch(mostInMemory = MOST_IN_MEMORY): Scratch {
  let texts: string[] = [];
  let length = 0;
  let folder: string | undefined;
  const flush = async () => {
    folder ??= await mkdtemp(join(tmpdir(), 'inclusive-growth-'));
    const file = await open(join(folder, 'texts.jsonl'), 'a', 0o600);
    for (const text of texts) await file.appendFile(`${JSON.stringify(text)}\n`);
    await file.close();
    texts = [];
    length = 0;
  };
  return {
    add: async (text) => {
      texts.push(text);
      length += text.length;
      if (length > mostInMemory) await flush();
    },
    async *texts() {
      if (folder !== undefined) {
        const lines = createInterface({ input: createReadStream(join(folder, 'texts.jsonl'), 'utf8') });
        for await (const line of lines) yield JSON.parse(line) as string;
      }
      yield* texts;
    },
    close: async () => {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
