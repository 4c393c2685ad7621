import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listInstalledExtensions } from '../../server/src/host/nodeExtensions';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import { buildTgz, buildZip } from '../support/archives';
import { runIn, SHIPPED_RULES } from '../support/runCli';
import { withFolder } from '../support/withFolder';

const EXTENSION = resolve('examples/extension');
const pack = (id: string) =>
  `id: ${id}\nversion: 1.0.0\nengine: '>=0.1 <1'\ntitle: ${id}\ndescription: A pack.\nlicence: MIT\nsources: {}\nsignals: { ${id}-s: { terms: [x] } }\n`;

/** One way for a pack to be named, with the files that make it so. */
const SOURCES: readonly {
  readonly name: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly id: string;
}[] = [
  { name: 'policy-paper', id: 'policy-paper' },
  { name: 'packs/folder', files: { 'packs/folder/pack.yaml': pack('folder') }, id: 'folder' },
  { name: 'packs/file.yaml', files: { 'packs/file.yaml': pack('file') }, id: 'file' },
  { name: 'packs/z.zip', files: { 'packs/z.zip': buildZip({ 'z/pack.yaml': pack('zip') }) }, id: 'zip' },
  { name: 'packs/t.tgz', files: { 'packs/t.tgz': buildTgz({ 'package/pack.yaml': pack('tgz') }) }, id: 'tgz' },
  {
    name: 'npm:@council/rules',
    files: {
      'node_modules/@council/rules/package.json': '{ "inclusiveGrowthPack": "./pack" }',
      'node_modules/@council/rules/pack/pack.yaml': pack('npm'),
    },
    id: 'npm',
  },
  { name: 'extension:inclusive-growth-example.example-packs', id: 'ridley-wards' },
  { name: 'ridley-wards', id: 'ridley-wards' },
  // Its id is that of one that ships.
  { name: 'packs/mine', files: { 'packs/mine/pack.yaml': pack('policy-paper') }, id: '' },
  { name: 'nowhere', id: '' },
  { name: 'npm:nowhere', id: '' },
  { name: 'https://example.org/pack.zip', id: '' },
];

/** Packs by id and content, and problems, as the command line and as the server have them. */
async function loadBoth(name: string, folder: string) {
  const extensions = join(folder, 'installed');
  cpSync(EXTENSION, join(extensions, 'inclusive-growth-example.example-packs-0.1.0'), { recursive: true });
  writeFileSync(join(folder, '.inclusive-growth.yaml'), `packs: ['${name}']\n`);
  writeFileSync(join(folder, 'case.md'), '# No document\n');
  const listContributed = () => listInstalledExtensions({ VSCODE_EXTENSIONS: extensions });
  const run = await runIn(folder, ['check', 'case.md', '--format', 'json'], {
    rulesFolder: SHIPPED_RULES,
    listContributed,
  });
  const installed = join(extensions, 'inclusive-growth-example.example-packs-0.1.0');
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const host = createNodeServerHost({ rulesFolder: SHIPPED_RULES });
  const loaded = await host.loadFolder(pathToFileURL(folder).href, {
    overlay: () => undefined,
    contributed: [{ folder: installed, manifest }],
  });
  const report = JSON.parse(run.stdout) as {
    packs: { id: string; integrity: string }[];
    problems?: { message: string }[];
  };
  const label = ({ id, integrity }: { readonly id: string; readonly integrity: string }) => `${id} ${integrity}`;
  return {
    commandLine: { packs: report.packs.map(label), said: run.stderr.replace(/\s+/g, ' ') },
    server: {
      packs: loaded.resolve(pathToFileURL(join(folder, 'case.md')).href).packs.map(label),
      problems: loaded.problems,
    },
  };
}

describe('packs of the command line and of the language server', () => {
  for (const { name, files = {}, id } of SOURCES) {
    it(`are the same for ${name}`, () =>
      withFolder(async (folder) => {
        for (const [path, content] of Object.entries(files)) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), content);
        }
        const { commandLine, server } = await loadBoth(name, folder);
        assert.deepEqual(server.packs, commandLine.packs);
        assert.equal(
          server.packs.some((label) => label.startsWith(`${id} `)),
          id !== '',
        );
        for (const { problem } of server.problems)
          assert.ok(commandLine.said.includes(problem.message), `${problem.message}\nis not in\n${commandLine.said}`);
        assert.equal(server.problems.length > 0, /Problem|Please note/.test(commandLine.said));
      }));
  }
});
