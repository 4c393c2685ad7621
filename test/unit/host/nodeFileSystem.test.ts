import { strict as assert } from 'node:assert';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainRead } from '../../../server/src/host/fileSystem';
import { nodeFileSystem } from '../../../server/src/host/nodeFileSystem';

describe('nodeFileSystem', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inclusive-growth-'));
    await writeFile(join(folder, 'plain.md'), '# Straße 🙂\r\n');
    await writeFile(join(folder, 'bom.md'), '\uFEFF# Title\n');
    await writeFile(join(folder, 'utf16.md'), Buffer.from('\uFEFF# Title\n', 'utf16le'));
    await writeFile(join(folder, 'latin.md'), Buffer.from([0x63, 0x61, 0x66, 0xe9]));
    await writeFile(join(folder, 'image.md'), Buffer.from([137, 80, 78, 71, 0, 1]));
    await writeFile(join(folder, 'empty.md'), '');
    await symlink(join(folder, 'plain.md'), join(folder, 'link.md'));
  });
  after(() => rm(folder, { recursive: true }));

  const read = (name: string, limit?: number) => nodeFileSystem.readText(join(folder, name), limit);

  it('reads UTF-8 without byte-order mark and leaves line ends alone', async () => {
    assert.deepEqual(await read('plain.md'), { kind: 'text', text: '# Straße 🙂\r\n' });
    assert.deepEqual(await read('bom.md'), { kind: 'text', text: '# Title\n' });
    assert.deepEqual(await read('empty.md'), { kind: 'text', text: '' });
  });

  it('says what cannot be read, and why', async () => {
    const said = async (name: string, limit?: number) => {
      const result = await read(name, limit);
      return result.kind === 'text' ? 'text' : explainRead(result);
    };
    assert.equal(await said('gone.md'), 'there is no such file');
    assert.equal(await said('plain.md/inside.md'), 'there is no such file');
    assert.equal(await said('.'), 'this is a folder; a file is expected');
    assert.equal(await said('utf16.md'), 'this is not UTF-8 text but UTF-16: save it as UTF-8');
    assert.equal(await said('latin.md'), 'this is not UTF-8 text: save it as UTF-8');
    assert.equal(await said('image.md'), 'this is not a text file');
    assert.equal(await said('plain.md', 4), 'the file is too large: 0 MB, and at most 0 MB are read');
  });

  it('lists a folder by name, a link as what it leads to, and nothing for no folder', async () => {
    const names = (await nodeFileSystem.list(folder)).map((entry) => `${entry.name} ${entry.kind}`);
    assert.deepEqual(names, [
      'bom.md file',
      'empty.md file',
      'image.md file',
      'latin.md file',
      'link.md file',
      'plain.md file',
      'utf16.md file',
    ]);
    assert.deepEqual(await nodeFileSystem.list(join(folder, 'gone')), []);
  });

  it('writes without overwriting, unless asked to', async () => {
    const path = join(folder, 'new', 'file.md');
    assert.deepEqual(await nodeFileSystem.writeText(path, 'one', 'create'), { kind: 'written' });
    assert.deepEqual(await nodeFileSystem.writeText(path, 'two', 'create'), { kind: 'exists' });
    assert.deepEqual(await read('new/file.md'), { kind: 'text', text: 'one' });
    assert.deepEqual(await nodeFileSystem.writeText(path, 'two', 'replace'), { kind: 'written' });
    assert.deepEqual(await read('new/file.md'), { kind: 'text', text: 'two' });
    assert.deepEqual(await nodeFileSystem.writeText(join(folder, 'new'), 'x', 'replace'), {
      kind: 'unwritable',
      reason: 'it is a folder',
    });
    assert.deepEqual(await nodeFileSystem.writeText(join(folder, 'plain.md', 'x'), 'x', 'create'), {
      kind: 'unwritable',
      reason: 'a file stands where a folder is needed',
    });
  });
});
