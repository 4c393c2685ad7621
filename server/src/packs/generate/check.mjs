// Fails when a generated file is not what `npm run generate` would write.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateAll, ROOT } from './generateAll.mjs';

for (const [path, content] of await generateAll()) {
  const committed = await readFile(join(ROOT, path), 'utf8').catch(() => undefined);
  // A checkout may have changed line ends.
  if (committed?.replaceAll('\r\n', '\n') === content) continue;
  console.error(`${path} is not up to date: run \`npm run generate\`.`);
  process.exitCode = 1;
}
