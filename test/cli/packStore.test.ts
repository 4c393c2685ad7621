import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { download } from '../../server/src/host/nodeDownload';
import { buildTgz, buildZip } from '../support/archives';
import { runIn } from '../support/runCli';
import { withFolder } from '../support/withFolder';

const pack = (id: string, more = '') =>
  `id: ${id}\nversion: 1.0.0\nengine: '>=0.1 <1'\ntitle: ${id}\ndescription: A pack.\nlicence: MIT\nsources: {}\n${more}`;
const SIGNAL = 'signals: { s: { terms: [x] } }\n';

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs `inclusive-growth pack …` in `team`, beside which packs from outside lie. */
function workspace(run: (call: (...args: string[]) => ReturnType<typeof runIn>, folder: string) => Promise<void>) {
  return withFolder(async (outer) => {
    const folder = join(outer, 'team');
    mkdirSync(folder);
    await run((...args) => runIn(folder, ['pack', ...args], { download }), folder);
  });
}

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

describe('pack add', () => {
  for (const [name, content] of [
    ['ours.zip', buildZip({ 'ours/pack.yaml': pack('ours', 'include: [s.yaml]\n'), 'ours/s.yaml': SIGNAL })],
    ['ours.tgz', buildTgz({ 'package/pack.yaml': pack('ours', 'include: [s.yaml]\n'), 'package/s.yaml': SIGNAL })],
  ] as const) {
    it(`copies and locks a pack from ${name}, and works without it from then on`, () =>
      workspace(async (call, folder) => {
        write(folder, { [`../${name}`]: content });
        const added = await call('add', `../${name}`);
        assert.equal(added.code, 0, added.stderr);
        assert.equal(read(folder, '.inclusive-growth.yaml'), 'packs:\n  - inclusive-growth\n  - ours\n');
        assert.equal(read(folder, '.inclusive-growth/packs/ours/s.yaml'), SIGNAL);
        assert.match(
          read(folder, 'inclusive-growth.lock'),
          /^ {2}ours:\n {4}version: 1\.0\.0\n {4}source: \.\.\/ours\.(zip|tgz)\n {4}integrity: sha256-/m,
        );
        writeFileSync(join(folder, '..', name), 'gone');
        const verified = await call('verify');
        assert.equal(verified.code, 0, verified.stderr);
        assert.match(verified.stdout, /1 pack of 1 as locked/);
      }));
  }

  it('refuses a pack with the id of one that ships, until the configuration says that it may take its place', () =>
    workspace(async (call, folder) => {
      write(folder, { '../mine.zip': buildZip({ 'pack.yaml': pack('inclusive-growth', SIGNAL) }) });
      const refused = await call('add', '../mine.zip');
      assert.equal(refused.code, 2);
      assert.match(
        refused.stderr.replace(/\s+/g, ' '),
        /has the id of one that ships, `inclusive-growth`, and is not used/,
      );
      assert.equal(existsSync(join(folder, '.inclusive-growth')), false);

      write(folder, { '.inclusive-growth.yaml': 'replace: [inclusive-growth]\npacks: [inclusive-growth]\n' });
      assert.equal((await call('add', '../mine.zip')).code, 0);
      const listed = await call('list');
      assert.equal(listed.code, 0, listed.stderr);
      assert.match(
        listed.stdout.replace(/\s+/g, ' '),
        /inclusive-growth 1\.0\.0: .* in the place of the one that ships/,
      );

      write(folder, { '.inclusive-growth.yaml': 'packs: [inclusive-growth]\n' });
      const back = await call('list');
      assert.equal(back.code, 2);
      assert.match(back.stderr, /pack\.yaml:1:5/);
    }));

  it('gives one pack one integrity, however it comes', () =>
    workspace(async (call, folder) => {
      const files = { 'pack.yaml': pack('ours') };
      write(folder, { '../a.zip': buildZip(files), '../b.tgz': buildTgz(files), '../c/pack.yaml': pack('ours') });
      const integrities = new Set<string | undefined>();
      for (const name of ['../a.zip', '../b.tgz', '../c']) {
        await call('add', name);
        integrities.add(/integrity: (\S+)/.exec(read(folder, 'inclusive-growth.lock'))?.[1]);
        await call('remove', 'ours');
      }
      assert.equal(integrities.size, 1);
      assert.equal(existsSync(join(folder, 'inclusive-growth.lock')), false);
      assert.equal(existsSync(join(folder, '.inclusive-growth')), false);
    }));

  it('leaves a folder of the workspace where it is, unlocked', () =>
    workspace(async (call, folder) => {
      write(folder, { 'packs/ours/pack.yaml': pack('ours') });
      assert.equal((await call('add', 'packs/ours')).code, 0);
      assert.equal(read(folder, '.inclusive-growth.yaml'), 'packs:\n  - inclusive-growth\n  - packs/ours\n');
      assert.equal(existsSync(join(folder, 'inclusive-growth.lock')), false);
    }));

  it('locks an npm package where it is installed, and says so until it is locked', () =>
    workspace(async (call, folder) => {
      write(folder, {
        'node_modules/@council/rules/package.json': '{ "inclusiveGrowthPack": "./pack" }',
        'node_modules/@council/rules/pack/pack.yaml': pack('council', SIGNAL),
        '.inclusive-growth.yaml': 'packs: [npm:@council/rules]\n',
      });
      assert.match(
        (await call('list')).stderr,
        /pack `council` comes from outside this workspace\s+\(`npm:@council\/rules`\) and is not locked/,
      );
      assert.equal((await call('verify')).code, 2);
      assert.equal((await call('add', 'npm:@council/rules')).code, 0);
      assert.equal((await call('verify')).code, 0);
      write(folder, { 'node_modules/@council/rules/pack/pack.yaml': pack('council', SIGNAL.replace('x', 'y')) });
      const { code, stderr } = await call('verify');
      assert.equal(code, 2);
      assert.match(stderr, /pack `council` is not the one that was locked/);
      assert.equal((await call('update')).code, 0);
      assert.equal((await call('verify')).code, 0);
    }));

  for (const [name, files, args, message] of [
    ['a pack with an error', { '../o/pack.yaml': 'id: o\nversion: one\n' }, ['../o'], /pack\.yaml:2:10/],
    [
      'a pack for another engine',
      { '../o/pack.yaml': pack('o').replace('>=0.1 <1', '>=7') },
      ['../o'],
      /for engine `>=7`/,
    ],
    ['an archive that leads out', { '../o.zip': buildZip({ '../pack.yaml': pack('o') }) }, ['../o.zip'], /is not used/],
    ['what is not there', {}, ['../nothing.zip'], /there is no pack/],
    ['plain http', {}, ['http://example.org/o.zip'], /^Problem: http:\/\/example\.org\/o\.zip: `http:` is not safe/],
    ['an npm package that is not installed', {}, ['npm:nothing'], /no npm package `nothing`/],
    ['an extension that is not installed', {}, ['extension:a.b'], /no installed VS Code extension `a\.b`/],
  ] as const) {
    it(`refuses ${name}, and changes nothing`, () =>
      workspace(async (call, folder) => {
        write(folder, files);
        const { code, stderr } = await call('add', ...args);
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.equal(existsSync(join(folder, '.inclusive-growth.yaml')), false);
        assert.equal(existsSync(join(folder, 'inclusive-growth.lock')), false);
      }));
  }
});

describe('a pack that was tampered with', () => {
  it('is not used, is told with both contents, and is put back or agreed to', () =>
    workspace(async (call, folder) => {
      write(folder, { '../ours/pack.yaml': pack('ours', SIGNAL), 'case.md': '---\ndocument-type: paper\n---\n# A\n' });
      await call('add', '../ours');
      const locked = /sha256-\S+/.exec(read(folder, 'inclusive-growth.lock'))?.[0] ?? '';
      const copy = '.inclusive-growth/packs/ours/pack.yaml';
      for (const change of [pack('ours', SIGNAL.replace('x', 'y')), pack('theirs', SIGNAL), 'id: [']) {
        write(folder, { [copy]: change });
        const { code, stderr } = await runIn(folder, ['check']);
        assert.equal(code, 2);
        const said = stderr.replace(/\s+/g, ' ');
        assert.ok(said.includes(`Locked: version 1.0.0, ${locked}`), stderr);
        assert.match(said, /Found in \S+pack\.yaml: (version 1\.0\.0, )?sha256-/);
        assert.match((await call('list')).stdout, /^(?!.*(?:ours|theirs) 1)/s);
      }
      assert.match((await call('update', 'ours')).stdout, /as it was locked/);
      assert.equal((await call('verify')).code, 0);
      write(folder, { [copy]: pack('ours', SIGNAL.replace('x', 'z')) });
      assert.match((await call('update', 'ours', '--accept')).stdout, /other content/);
      assert.equal((await call('verify')).code, 0);
      assert.match(read(folder, copy), /terms: \[z\]/);
    }));

  it('cannot lead the lock out of the workspace', () =>
    workspace(async (call, folder) => {
      write(folder, { '../ours/pack.yaml': pack('ours') });
      await call('add', '../ours');
      writeFileSync(
        join(folder, 'inclusive-growth.lock'),
        read(folder, 'inclusive-growth.lock').replace('.inclusive-growth/packs/ours', '../ours'),
      );
      const { code, stderr } = await call('remove', 'ours');
      assert.equal(code, 2);
      assert.match(stderr, /`path` that leads out of the workspace/);
      assert.ok(existsSync(join(folder, '../ours/pack.yaml')));
    }));
});

describe('a pack at an address', () => {
  let server: Server;
  let address = '';
  const asked: string[] = [];
  before(async () => {
    const zips: Record<string, Buffer> = {
      '/ours.zip': buildZip({ 'pack.yaml': pack('ours', SIGNAL) }),
      '/large.zip': Buffer.alloc(5 * 1024 * 1024, 1),
    };
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const zip = zips[request.url ?? ''];
      if (request.url === '/latest') response.writeHead(302, { location: '/ours.zip' }).end();
      else if (request.url === '/to-http') response.writeHead(302, { location: 'http://example.org/ours.zip' }).end();
      else if (zip) response.end(zip);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  it('is fetched by add and update alone', () =>
    workspace(async (call, folder) => {
      assert.equal((await call('add', `${address}/latest`)).code, 0);
      assert.match(read(folder, 'inclusive-growth.lock'), /source: http:\/\/127\.0\.0\.1:\d+\/latest/);
      asked.length = 0;
      await runIn(folder, ['check'], { download });
      await call('list');
      await call('verify');
      assert.deepEqual(asked, []);
      assert.match((await call('update')).stdout, /ours 1\.0\.0: as it was locked/);
      assert.deepEqual(asked, ['/latest', '/ours.zip']);
    }));

  it('is not fetched because a configuration names it', () =>
    workspace(async (call, folder) => {
      write(folder, { '.inclusive-growth.yaml': `packs: ['${address}/ours.zip']\n` });
      asked.length = 0;
      const { stderr } = await call('list');
      assert.match(
        stderr.replace(/\s+/g, ' '),
        /nothing is fetched while documents are checked: `inclusive-growth pack add http/,
      );
      assert.deepEqual(asked, []);
    }));

  for (const [path, reason] of [
    ['/missing.zip', /the server answers 404/],
    ['/large.zip', /larger than 4 MB/],
    ['/to-http', /`http:` is not safe/],
  ] as const) {
    it(`is refused: ${path}`, () =>
      workspace(async (call) => {
        const { code, stderr } = await call('add', `${address}${path}`);
        assert.equal(code, 2);
        assert.match(stderr, reason);
      }));
  }

  it('is fetched through the proxy that the system names, unless it is excepted', async () => {
    const through: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      through.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const before = { ...process.env };
    try {
      process.env.http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      process.env.no_proxy = '';
      assert.equal((await download(`${address}/ours.zip`)).kind, 'bytes');
      assert.deepEqual(through, [address.replace('http://', '')]);
      process.env.no_proxy = '127.0.0.1';
      assert.equal((await download(`${address}/ours.zip`)).kind, 'bytes');
      assert.equal(through.length, 1);
    } finally {
      process.env = before;
      proxy.close();
    }
  });
});
