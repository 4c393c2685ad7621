// What the window tests open: the extension as it is built in this folder, or a packed one.
import { installVsix } from '../installVsix.mjs';
import { projectFolder } from '../offline/paths.mjs';

/** `EDITOR_VSIX` names a packed extension, which is installed for the run; `EDITOR_EXTENSION` another folder than this project's. */
export function underTest({ scratch }) {
  const { EDITOR_EXTENSION, EDITOR_VSIX } = process.env;
  if (EDITOR_VSIX) return { extensionsFolder: installVsix(EDITOR_VSIX, scratch) };
  return { extension: EDITOR_EXTENSION ?? projectFolder };
}
