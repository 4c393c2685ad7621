import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';

/**
 * For runs of a second or two: V8 optimises a function after it has run for about half a million units of bytecode rather than after
 * seventy thousand, and puts less of others into it. Most of what is optimised earlier is optimised for the first few calls, thrown away and
 * optimised again, on other threads, while the run goes on in the slower form: a paper of 100 KB takes a third less of processor time so,
 * one of a megabyte a quarter less (docs/performance.md).
 */
const FLAGS = ['--interrupt-budget=500000', '--max-inlined-bytecode-size-cumulative=300'];

/** The version of V8 in Node 20. Later ones, which have a compiler for what lies between, do not know the first flag and complain about it. */
const LAST_TO_KNOW = 11;

/** Sets Node up for this program, before its bundles are loaded; threads that are started later are set up so as well. */
export function tuneNode(): void {
  if (Number.parseInt(process.versions.v8, 10) <= LAST_TO_KNOW) for (const flag of FLAGS) setFlagsFromString(flag);
  enableCompileCache();
}

/** Has Node keep the compiled form of the bundles in the system's temporary folder, where Node can (22.8 and later): the next start is faster. */
function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enable?.();
}
