// Builds the bundles. `node esbuild.mjs` makes what is shipped; `--tests` bundles the test files as well.
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';

const common = { bundle: true, platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' };

await build({
  ...common,
  entryPoints: { cli: 'server/src/cli/main.ts' },
  outdir: 'dist',
  format: 'cjs',
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
});

if (process.argv.includes('--tests')) {
  await build({
    ...common,
    entryPoints: globSync('test/**/*.test.ts', { ignore: ['test/editor/**'] }),
    outdir: 'out/test',
    outbase: 'test',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    // CommonJS packages inside an ES module bundle need `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external: ['playwright-core', 'fsevents', 'esbuild'],
  });
}
