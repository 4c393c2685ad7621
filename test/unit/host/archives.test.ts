import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import { unpackArchive } from '../../../server/src/host/nodeArchive';
import { buildTgz, buildZip } from '../../support/archives';

/** Names of the files, or the reason for refusing them. */
async function open(bytes: Buffer): Promise<readonly string[] | string> {
  const result = await unpackArchive(bytes);
  return result.kind === 'files' ? [...result.files.keys()] : result.reason;
}

const MANY = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}.yaml`, 'x']));
const BIG = ' '.repeat(2 * 1024 * 1024 + 1);

/** Random letters do not shrink, so that only the size is at fault. */
function noise(length: number): string {
  let state = 7;
  let text = '';
  while (text.length < length) {
    state = (state * 1103515245 + 12345) % 2147483648;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

const CASES: readonly {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expected: readonly string[] | RegExp;
}[] = [
  {
    name: 'a zip',
    bytes: buildZip({ 'pack.yaml': 'id: a', 'parts/b.yaml': 'x' }),
    expected: ['pack.yaml', 'parts/b.yaml'],
  },
  { name: 'a tgz', bytes: buildTgz({ 'package/pack.yaml': 'id: a' }), expected: ['package/pack.yaml'] },
  { name: 'a zip that leads out', bytes: buildZip({ '../evil.yaml': 'x' }), expected: /\.\.\/evil\.yaml/ },
  { name: 'a zip that leads out from within', bytes: buildZip({ 'a/../../evil.yaml': 'x' }), expected: /evil\.yaml/ },
  {
    name: 'a zip with an absolute path',
    bytes: buildZip({ '/etc/evil.yaml': 'x' }),
    expected: /absolute path|does not begin here/,
  },
  { name: 'a zip with a path of Windows', bytes: buildZip({ '..\\evil.yaml': 'x' }), expected: /evil\.yaml/ },
  {
    name: 'a zip with a link',
    bytes: buildZip({ 'pack.yaml': '/etc/passwd' }, ['pack.yaml']),
    expected: /`pack\.yaml` is a link/,
  },
  { name: 'a zip with too many entries', bytes: buildZip(MANY), expected: /more than 500 entries/ },
  { name: 'a zip with a large entry', bytes: buildZip({ 'pack.yaml': BIG }), expected: /unpacks to more than 2 MB/ },
  {
    name: 'a zip that explodes',
    bytes: buildZip({ 'pack.yaml': ' '.repeat(1024 * 1024) }),
    expected: /more than 100 times its size/,
  },
  {
    name: 'a zip that is too large',
    bytes: buildZip({ a: noise(1.9e6), b: noise(1.8e6), c: noise(1.9e6), d: noise(1.7e6) }),
    expected: /larger than 4 MB/,
  },
  {
    name: 'a zip with one name in two cases',
    bytes: buildZip({ 'pack.yaml': 'a', 'PACK.yaml': 'b' }),
    expected: /there twice/,
  },
  {
    name: 'a zip that is cut off',
    bytes: buildZip({ 'pack.yaml': 'id: a' }).subarray(0, 60),
    expected: /not a sound zip/,
  },
  { name: 'a tgz that leads out', bytes: buildTgz({ 'package/../../evil.yaml': 'x' }), expected: /outside its folder/ },
  { name: 'a tgz with an absolute path', bytes: buildTgz({ '/etc/evil.yaml': 'x' }), expected: /does not begin here/ },
  {
    name: 'a tgz with a symbolic link',
    bytes: buildTgz({ 'package/pack.yaml': '' }, { 'package/pack.yaml': '2' }),
    expected: /is a link/,
  },
  {
    name: 'a tgz with a hard link',
    bytes: buildTgz({ 'package/pack.yaml': '' }, { 'package/pack.yaml': '1' }),
    expected: /is a link/,
  },
  {
    name: 'a tgz with a device',
    bytes: buildTgz({ 'package/pack.yaml': '' }, { 'package/pack.yaml': '3' }),
    expected: /neither a file nor a folder/,
  },
  {
    name: 'a tgz that explodes',
    bytes: buildTgz({ 'package/pack.yaml': ' '.repeat(1900 * 1024) }),
    expected: /unpacks to more than/,
  },
  {
    name: 'a tgz that is cut off',
    bytes: buildTgz({ 'package/pack.yaml': noise(4000) }).subarray(0, 900),
    expected: /not a sound gzip/,
  },
  { name: 'a tgz whose tar is none', bytes: gzipSync(noise(3000)), expected: /not a sound tar/ },
  { name: 'no archive at all', bytes: Buffer.from('id: a'), expected: /neither a zip file nor a gzipped tar/ },
];

describe('archives', () => {
  for (const { name, bytes, expected } of CASES) {
    it(`${expected instanceof RegExp ? 'refuse' : 'open'} ${name}`, async () => {
      const found = await open(bytes);
      if (expected instanceof RegExp) assert.match(String(found), expected);
      else assert.deepEqual(found, expected);
    });
  }

  it('give the bytes that went in', async () => {
    for (const bytes of [buildZip({ 'pack.yaml': 'título: £' }), buildTgz({ 'pack.yaml': 'título: £' })]) {
      const result = await unpackArchive(bytes);
      assert.equal(result.kind === 'files' && Buffer.from(result.files.get('pack.yaml') ?? []).toString(), 'título: £');
    }
  });
});
