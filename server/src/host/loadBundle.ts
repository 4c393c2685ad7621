import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Bytes of the hash of the bundle that a file of compiled code begins with. */
const HASH_LENGTH = 20;

/** Where the compiled code of a bundle lies: beside it. A V8 of another version could not use it. */
export function nameCompiledCode(bundle: string): string {
  return bundle.replace(/\.js$/, `.${process.versions.v8}.code`);
}

/** A bundle as V8 has to be given it, so that its compiled code can be kept and used again. `code` is what `writeCompiledCode` returned. */
export function readScript(bundle: string, code?: Buffer): { readonly script: Script; readonly source: string } {
  const source = readFileSync(bundle, 'utf8');
  // V8 only compares lengths, and would run the code of another text.
  const fits = code !== undefined && hashSource(source).equals(code.subarray(0, HASH_LENGTH));
  const cachedData = fits ? code.subarray(HASH_LENGTH) : undefined;
  return { script: new Script(nodeModule.wrap(source), { filename: bundle, cachedData }), source };
}

/** The compiled code of a script, with all functions that have run up to now. */
export function writeCompiledCode({ script, source }: ReturnType<typeof readScript>): Buffer {
  return Buffer.concat([hashSource(source), script.createCachedData()]);
}

/** Runs a bundle (CommonJS) and returns what it exports. */
export function runScript<Exports>(bundle: string, script: Script): Exports {
  const module = { exports: {} };
  const run: (...values: readonly unknown[]) => void = script.runInThisContext();
  run.call(module.exports, module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  return module.exports as Exports;
}

/**
 * Loads a bundle (CommonJS, absolute path) as `require` does, with the code that was compiled when the program was built where that fits the
 * bundle and this V8: compiling is a good part of a short run. Later versions of Node keep compiled code themselves (`tuneNode.ts`).
 */
export function loadBundle<Exports>(bundle: string): Exports {
  const code = readCode(bundle);
  return code ? runScript(bundle, readScript(bundle, code).script) : require(bundle);
}

function readCode(bundle: string): Buffer | undefined {
  try {
    return readFileSync(nameCompiledCode(bundle));
  } catch {
    return undefined;
  }
}

function hashSource(source: string): Buffer {
  return createHash('sha1').update(source).digest();
}
