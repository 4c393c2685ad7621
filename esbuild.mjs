// Builds the bundles. `node esbuild.mjs` makes what is shipped; `--tests` and `--bench` bundle those as well.
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

const isDevelopment = process.argv.includes('--sourcemap');
const common = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
const shipped = { ...common, outdir: 'dist', format: 'cjs', minify: !isDevelopment, sourcemap: isDevelopment };
// CommonJS packages inside an ES module bundle need `require`.
const banner = {
  js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
};
const esm = { ...common, format: 'esm', outExtension: { '.js': '.mjs' }, sourcemap: true, banner };

await Promise.all([
  build({ ...shipped, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({ ...shipped, entryPoints: { server: 'server/src/node/main.ts' } }),
  build({ ...shipped, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] }),
]);

if (process.argv.includes('--tests')) {
  await build({
    ...esm,
    entryPoints: globSync('test/**/*.test.ts', { ignore: ['test/editor/**'] }),
    outdir: 'out/test',
    outbase: 'test',
    splitting: true,
    external: ['playwright-core', 'esbuild', 'mocha'],
  });
}

if (process.argv.includes('--bench')) {
  await build({ ...esm, entryPoints: ['bench/bench.ts'], outdir: 'out/bench' });
}
