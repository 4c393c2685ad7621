import * as nodeModule from 'node:module';

/** Has Node keep the compiled form of the bundles in the system's temporary folder, where Node can (22.8 and later): the next start is faster. */
export function enableCompileCache(): void {
  const { enableCompileCache: enable } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enable?.();
}
