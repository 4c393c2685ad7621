import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nameCompiledCode, readScript, runScript, writeCompiledCode } from './loadBundle';
import { tuneNode } from './tuneNode';

// Runs when the program is built: `BUNDLE EXPORT [ARGUMENT...]` calls what a bundle exports, with the folder of the bundle, as the program would
// with these arguments, and keeps the code that was compiled on the way for `loadBundle`.
tuneNode();
const [path = '', name = '', ...args] = process.argv.slice(2);
const bundle = resolve(path);
process.argv = [process.argv[0] ?? '', bundle, ...args];
const read = readScript(bundle);
process.on('exit', () => writeFileSync(nameCompiledCode(bundle), writeCompiledCode(read)));
runScript<Readonly<Record<string, (bundles: string) => void>>>(bundle, read.script)[name]?.(dirname(bundle));
