import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ContributedPack } from './contributedPacks';
import { readContributions } from './contributedPacks';

/** Folders in which VS Code and its server keep extensions, below the home folder. */
const FOLDERS = ['.vscode/extensions', '.vscode-server/extensions', '.vscode-insiders/extensions'];

/**
 * Packs of the VS Code extensions that are installed on this computer, for the command line, which has no VS Code to ask. The variable
 * `VSCODE_EXTENSIONS` names another folder, as it does for VS Code itself. Of two versions of an extension the later folder name counts.
 */
export async function listInstalledExtensions(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly ContributedPack[]> {
  const named = env.VSCODE_EXTENSIONS;
  const folders = named ? [named] : FOLDERS.map((folder) => join(homedir(), folder));
  const packs = new Map<string, ContributedPack>();
  for (const folder of folders) {
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.sort()) {
      for (const pack of await readExtension(join(folder, name))) packs.set(`${pack.extension}/${pack.id}`, pack);
    }
  }
  return [...packs.values()];
}

async function readExtension(folder: string): Promise<readonly ContributedPack[]> {
  try {
    const manifest = await readFile(join(folder, 'package.json'), 'utf8');
    return readContributions(folder, JSON.parse(manifest));
  } catch {
    return [];
  }
}
