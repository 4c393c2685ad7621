// Writes what `openPrebuilt` reads: the packs that ship, as the readers of this very source make them.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './generateAll.mjs';

/** Writes the prebuilt files into a folder. */
export async function prebuildPacks(folder) {
  const { buildPrebuilt, hashText, nodeFileSystem, writePrepared, ...names } = await loadReaders();
  const from = { rulesFolder: join(ROOT, 'rules'), workingFolder: ROOT, hash: hashText };
  const { packs, rules, scanners } = await buildPrebuilt(from, nodeFileSystem);
  await mkdir(join(ROOT, folder), { recursive: true });
  const write = (name, text) => writeFile(join(ROOT, folder, name), text);
  await write(names.PREBUILT_PACKS, JSON.stringify(packs));
  await write(names.PREBUILT_RULES, JSON.stringify(rules ?? {}));
  await write(names.PREBUILT_SCANNERS, scanners ? writePrepared(scanners) : '');
}

async function loadReaders() {
  const outfile = join(ROOT, `out/prebuild-${process.pid}.mjs`);
  const contents = ['buildPrebuilt', 'nodeFileSystem', 'nodeHash', 'prebuiltSource', 'preparedFile']
    .map((name) => `export * from './${name}';`)
    .join('\n');
  const stdin = { contents, resolveDir: join(ROOT, 'server/src/host'), loader: 'ts' };
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', banner, outfile, logLevel: 'error' });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
