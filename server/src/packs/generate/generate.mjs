// Writes the generated files: `npm run generate`.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateAll, ROOT } from './generateAll.mjs';

for (const [path, content] of await generateAll()) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), content);
}
