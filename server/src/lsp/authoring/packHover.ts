import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { escapeMarkdown, fenceMarkdown } from '../../core';
import type { WordDescription } from '../../packs/authoring/describeWord';
import { describeWord } from '../../packs/authoring/describeWord';
import type { EffectiveValue } from '../../packs/authoring/effectiveValue';
import { findCursor } from '../../packs/authoring/findCursor';
import { findUseAt } from '../../packs/authoring/idUse';
import type { ClientAbilities } from '../capabilities';
import type { OpenDocument } from '../openDocument';
import type { ServerHost } from '../serverHost';
import type { OpenPack } from './packStudio';

const LONGEST = 600;

/** On a key: what it means, and what it comes to after inheritance. On an id: what it stands for. */
export function hoverInPack(
  document: OpenDocument,
  offset: number,
  pack: OpenPack,
  host: ServerHost,
  client: ClientAbilities,
): Hover | undefined {
  const cursor = findCursor(document.getText(), offset);
  if (!cursor || cursor.start === cursor.end) return undefined;
  const word = document.getText().slice(cursor.start, cursor.end);
  const { line, character } = document.positionAt(cursor.start);
  const path = pathOf(document.uri, pack, host);
  const uses = pack.view?.world.uses ?? [];
  const use = path === undefined ? undefined : findUseAt(uses, path, line + 1, character + 1);
  const about = describeWord(cursor, word, use, pack.view);
  if (!about) return undefined;
  const range = { start: document.positionAt(cursor.start), end: document.positionAt(cursor.end) };
  const contents = client.markdownHover
    ? { kind: MarkupKind.Markdown, value: toMarkdown(about) }
    : { kind: MarkupKind.PlainText, value: toPlainText(about) };
  return { range, contents };
}

/** How the pack's places name a file. */
export function pathOf(uri: string, { set }: Pick<OpenPack, 'set'>, host: ServerHost): string | undefined {
  const paths = set.packs.flatMap((pack) => pack.files.map((file) => file.path));
  return paths.find((path) => host.keyOf(host.packs.uriOf(path)) === host.keyOf(uri));
}

/** Words of a pack are shown as they are: nothing in them is a link or a command. */
function toMarkdown({ name, meaning, fallback, effective }: WordDescription): string {
  const parts = [
    `**${name
      .split(/(`[^`]*`)/)
      .map((part) => (part.startsWith('`') ? part : part.replace(/\S+/g, escapeMarkdown)))
      .join('')}**`,
    ...(meaning === undefined ? [] : [escapeMarkdown(meaning).replace(/\\`/g, '`')]),
    ...(fallback === undefined ? [] : [`Default: \`${fallback}\``]),
    ...(effective === undefined
      ? []
      : [`${escapeMarkdown(describeOrigin(effective))}\n\n${fenceMarkdown(printValue(effective.value), 'yaml')}`]),
  ];
  return parts.join('\n\n');
}

function toPlainText({ name, meaning, fallback, effective }: WordDescription): string {
  return [
    name.replaceAll('`', ''),
    ...(meaning === undefined ? [] : [meaning]),
    ...(fallback === undefined ? [] : [`Default: ${fallback}`]),
    ...(effective === undefined ? [] : [`${describeOrigin(effective)}\n${printValue(effective.value)}`]),
  ].join('\n\n');
}

function describeOrigin({ pack, earlier }: EffectiveValue): string {
  const over = earlier.length === 0 ? '' : `, over ${[...earlier].reverse().join(', then ')}`;
  return `In effect, from pack ${pack}${over}:`;
}

/** One line for each entry of a map; lists and short things as JSON, which is YAML as well. */
function printValue(value: unknown): string {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const text = isMap
    ? Object.entries(value)
        .map(([key, part]) => `${key}: ${typeof part === 'string' ? part.trim() : JSON.stringify(part)}`)
        .join('\n')
    : typeof value === 'string'
      ? value.trim()
      : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
