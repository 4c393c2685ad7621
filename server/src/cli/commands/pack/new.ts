import { isPackId } from '../../../host/locatePack';
import type { Io } from '../../io';
import { newPackFiles } from '../../packMaking/newPackFiles';
import { reportFault } from '../../reportFault';
import { usageError } from '../../usageError';
import { TOOL } from '../../version';
import type { Command } from '../command';
import { lastValue } from '../command';

export const newPackCommand: Command = {
  name: 'pack new',
  summary: 'Start a pack: small, working, with tests, a README and a file for continuous integration',
  usage: 'ID',
  details: [
    'ID is lower-case words joined by hyphens, such as `ridley-council`. The pack is written into a new folder of that name and builds on the toolkit.',
  ],
  options: {
    title: { type: 'string', value: 'TITLE', help: 'What people call it. Default: the id in words.' },
    output: { type: 'string', short: 'o', value: 'FOLDER', help: 'Write into this folder instead.' },
  },
  run: async (args, io) => {
    const [id, ...others] = args.positionals;
    if (id === undefined || others.length > 0) return usageError('say one id for the pack, such as `ridley-council`.');
    if (!isPackId(id))
      return usageError(
        `\`${id}\` cannot be an id: lower-case words joined by hyphens can, such as \`ridley-council\`.`,
      );
    if ((await io.fileSystem.stat(io.fileSystem.resolve(io.rulesFolder, id))) === 'directory')
      return usageError(`\`${id}\` is a pack that ships: choose another id.`);
    const title = lastValue(args, 'title') ?? toTitle(id);
    return write(lastValue(args, 'output') ?? id, newPackFiles(id, title), io);
  },
};

/** `ridley-council` becomes `Ridley council`. */
function toTitle(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Writes all files, or none where one of them is there already. */
async function write(folder: string, files: ReadonlyMap<string, string>, io: Io): Promise<number> {
  const { fileSystem: fs } = io;
  const at = (path: string) => fs.resolve(io.cwd, folder, path);
  for (const path of files.keys()) {
    if ((await fs.stat(at(path))) !== 'missing')
      return reportFault(`${folder}/${path} is there already: nothing was written`, io);
  }
  for (const [path, text] of files) {
    const result = await fs.writeText(at(path), text, 'create');
    if (result.kind === 'written') continue;
    const reason = result.kind === 'unwritable' ? result.reason : 'it is there already';
    return reportFault(`${folder}/${path} cannot be written: ${reason}`, io);
  }
  await io.output.write(
    `Wrote a pack into ${folder}: ${[...files.keys()].join(', ')}.\nNext: ${TOOL.name} pack test ${folder}\n`,
  );
  return 0;
}
