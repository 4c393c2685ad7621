import { buildLineIndex } from '../../core/text/lineIndex';
import type { PackFile } from '../packProblem';
import type { OutsideUse } from './outsideUses';

/** VS Code's settings of a workspace, from its folder. */
export const SETTINGS_PATH = '.vscode/settings.json';

/** The setting that names rules by id. */
const SETTING = 'inclusiveGrowth.severities';

/** Texts and signs of JSON with comments; comments, so that what stands in them is passed over. */
const TOKEN = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|[{}[\]:]/g;

/** Rules that the settings of a workspace give a severity. The file need not be valid: what cannot be read names nothing. */
export function findSettingsUses({ path, text }: PackFile): readonly OutsideUse[] {
  const lines = buildLineIndex(text);
  const tokens = [...text.matchAll(TOKEN)].filter(([token]) => !token.startsWith('/'));
  const uses: OutsideUse[] = [];
  let depth = 0;
  let isInside = false;
  tokens.forEach((token, at) => {
    const [sign] = token;
    if (sign === '{' || sign === '[') depth++;
    if (sign === '}' || sign === ']') depth--;
    const key = sign.startsWith('"') && tokens[at + 1]?.[0] === ':' ? readText(sign) : undefined;
    if (depth === 1 && key !== undefined) isInside = key === SETTING;
    if (depth !== 2 || !isInside || key === undefined) return;
    const { line, column } = lines.placeAt(token.index + 1);
    const words = sign.slice(1, -1);
    const place = { path, line, column, endLine: line, endColumn: column + words.length, words };
    uses.push({ kind: 'rules', id: key, place });
  });
  return uses;
}

function readText(token: string): string | undefined {
  try {
    return JSON.parse(token);
  } catch {
    return undefined;
  }
}
