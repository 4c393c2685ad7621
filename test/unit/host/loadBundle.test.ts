import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  loadBundle,
  nameCompiledCode,
  readScript,
  runScript,
  writeCompiledCode,
} from '../../../server/src/host/loadBundle';

interface Exports {
  readonly say: () => string;
  readonly folder: string;
}

describe('compiled code of bundles', () => {
  let folder = '';
  let bundle = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inclusive-growth-'));
    bundle = join(folder, 'bundle.js');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (word: string) =>
    writeFileSync(
      bundle,
      `"use strict";exports.say=()=>require('node:path').posix.join('${word}','on');exports.folder=__dirname;`,
    );
  const compile = () => {
    const read = readScript(bundle);
    runScript<Exports>(bundle, read.script).say();
    return writeCompiledCode(read);
  };

  it('is taken by V8, and runs as the bundle does', () => {
    write('hold');
    const code = compile();
    assert.equal(readScript(bundle, code).script.cachedDataRejected, false);
    writeFileSync(nameCompiledCode(bundle), code);
    const loaded = loadBundle<Exports>(bundle);
    assert.equal(loaded.say(), 'hold/on');
    assert.equal(loaded.folder, folder);
  });

  it('is not taken for a bundle that changed since, even to one as long', () => {
    write('hold');
    writeFileSync(nameCompiledCode(bundle), compile());
    write('told');
    assert.equal(loadBundle<Exports>(bundle).say(), 'told/on');
  });

  for (const [what, spoil] of [
    ['cut short', (code: Buffer) => code.subarray(0, 30)],
    ['damaged', (code: Buffer) => Buffer.concat([code.subarray(0, 60), Buffer.alloc(code.length - 60, 7)])],
    ['empty', () => Buffer.alloc(0)],
  ] as const) {
    it(`is left alone where it is ${what}`, () => {
      write('hold');
      writeFileSync(nameCompiledCode(bundle), spoil(compile()));
      assert.equal(loadBundle<Exports>(bundle).say(), 'hold/on');
    });
  }

  it('is not needed', () => {
    write('hold');
    assert.equal(loadBundle<Exports>(bundle).say(), 'hold/on');
  });
});
