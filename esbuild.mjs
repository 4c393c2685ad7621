// Builds the bundles, and the prebuilt form of the packs that ship. `node esbuild.mjs` makes what is shipped; `--tests`, `--eval` and `--bench` bundle those as well.
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { compileCode } from './build/compileCode.mjs';
import { prebuildPacks } from './server/src/packs/generate/prebuildPacks.mjs';

const isDevelopment = process.argv.includes('--sourcemap');
// The first versions of Node 20 lack some names of scripts, none of which we use; esbuild would have each expression with `\p{…}` made anew at each call.
const supported = { 'regexp-unicode-property-escapes': true };
const node = { bundle: true, platform: 'node', target: 'node20', supported, logLevel: 'warning' };
const shipped = { ...node, outdir: 'dist', format: 'cjs', minify: !isDevelopment, sourcemap: isDevelopment };
// Entries load the bundle beside them that a run needs, and no other.
const small = { ...shipped, external: ['./server.js'] };
// CommonJS packages inside an ES module bundle need `require`.
const banner = {
  js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
};
const esm = { ...node, format: 'esm', outExtension: { '.js': '.mjs' }, sourcemap: true, banner };

await Promise.all([
  build({ ...small, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } }),
  build({ ...shipped, entryPoints: { commands: 'server/src/cli/commands.ts' } }),
  build({ ...small, entryPoints: { checkWorker: 'server/src/cli/checkWorker.ts' } }),
  build({ ...small, entryPoints: { server: 'server/src/node/main.ts' } }),
  build({ ...shipped, entryPoints: { languageServer: 'server/src/node/startNodeServer.ts' } }),
  prebuildPacks('dist'),
  build({ ...shipped, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] }),
  build({
    ...shipped,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: ['client/src/panel/view/coveragePanel.ts', 'client/src/panel/view/coveragePanel.css'],
  }),
]);
await compileCode('dist');

if (process.argv.includes('--tests')) {
  await build({
    ...esm,
    entryPoints: globSync(['test/**/*.test.ts', 'test/fuzz/fuzzPacks.ts'], { ignore: ['test/editor/**'] }),
    outdir: 'out/test',
    outbase: 'test',
    splitting: true,
    external: ['playwright-core', 'esbuild', 'mocha'],
  });
  // The suite runs inside the extension host, which loads CommonJS.
  await build({
    ...node,
    format: 'cjs',
    entryPoints: globSync('test/editor/suite/*.ts'),
    outdir: 'out/test/editor',
    external: ['vscode', 'mocha'],
    sourcemap: true,
  });
}

if (process.argv.includes('--eval')) {
  await build({
    ...esm,
    entryPoints: ['test/evaluation/eval.ts', 'test/evaluation/sampleJudgements.ts'],
    outdir: 'out/eval',
    splitting: true,
  });
}

if (process.argv.includes('--bench')) {
  await build({ ...esm, entryPoints: ['bench/bench.ts', 'bench/check.ts'], outdir: 'out/bench' });
}
