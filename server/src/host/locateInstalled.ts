import { suggest } from '../packs/suggest';
import type { ContributedPack } from './contributedPacks';
import { NPM_KEY, readInnerPath } from './contributedPacks';
import type { LocateContext, Located } from './locatePack';
import type { PackLocation } from './packLocation';
import { readManifestKey } from './readManifestKey';

/** A pack that is installed: an npm package of this name, else one that an extension contributes under this id. */
export async function locateInstalled(name: string, context: LocateContext): Promise<Located | undefined> {
  return (await findPackage(name, context)) ?? locateContributedId(name, context);
}

/** The pack of an npm package. */
export async function locatePackage(name: string, context: LocateContext): Promise<Located> {
  const message = `there is no npm package \`${name}\` in a \`node_modules\` folder here or above: \`npm install ${name}\``;
  return (await findPackage(name, context)) ?? { code: 'unknown-pack', message };
}

/** The pack of an npm package, installed in the nearest `node_modules` upwards that has it. */
async function findPackage(name: string, { from, fs }: LocateContext): Promise<Located | undefined> {
  // The names that npm allows; nothing else is put into a path.
  if (!/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name)) return undefined;
  for (let folder = fs.resolve(from.workingFolder); ; folder = fs.folderOf(folder)) {
    const manifest = fs.resolve(folder, 'node_modules', name, 'package.json');
    const read = await fs.readText(manifest);
    if (read.kind === 'text') {
      const inside = readInnerPath(readManifestKey(read.text, NPM_KEY));
      const path = inside === undefined ? undefined : fs.resolve(fs.folderOf(manifest), inside, 'pack.yaml');
      if (path !== undefined && (await fs.stat(path)) === 'file') return { kind: 'npm', path, source: `npm:${name}` };
      const message = `the npm package \`${name}\` gives no pack: its package.json must say \`"${NPM_KEY}": "./pack"\`, the folder of a \`pack.yaml\``;
      return { code: 'unknown-pack', message };
    }
    if (fs.folderOf(folder) === folder) return undefined;
  }
}

async function listContributed({ from }: LocateContext): Promise<readonly ContributedPack[]> {
  return (await from.listContributed?.()) ?? [];
}

/** The pack of an extension: `publisher.name` where it contributes one, else with the pack's id: `publisher.name/walsall`. */
export async function locateContributed(name: string, context: LocateContext): Promise<Located> {
  const all = await listContributed(context);
  const [extension = '', id] = name.split('/');
  const own = all.filter((pack) => pack.extension === extension.toLowerCase());
  const fitting = own.filter((pack) => id === undefined || pack.id === id);
  const [pack] = fitting;
  if (pack && fitting.length === 1) return toLocation(pack, context);
  if (own.length > 0) {
    const names = own.map((one) => `\`extension:${one.extension}/${one.id}\``).join(', ');
    return {
      code: 'unknown-pack',
      message: `\`extension:${name}\` must name one of the packs of that extension: ${names}`,
    };
  }
  const hint = suggest(extension, new Set(all.map((one) => one.extension)));
  const message = `no installed VS Code extension \`${extension}\` contributes a pack${hint || ': install it, or let `pack add` keep a copy where it is installed'}`;
  return { code: 'unknown-pack', message };
}

/** The pack that some extension contributes under this id. */
export async function locateContributedId(id: string, context: LocateContext): Promise<PackLocation | undefined> {
  const pack = (await listContributed(context)).find((one) => one.id === id);
  return pack && toLocation(pack, context);
}

function toLocation({ extension, id, folder, path }: ContributedPack, { fs }: LocateContext): PackLocation {
  return { kind: 'extension', path: fs.resolve(folder, path, 'pack.yaml'), source: `extension:${extension}/${id}` };
}
