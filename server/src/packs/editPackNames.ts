import type { Document, YAMLMap } from 'yaml';
import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';

/** Adds a pack's name to `packs` of a configuration's text; everything else stays as it was written. Undefined when that cannot be done safely. */
export function addPackName(text: string, name: string): string | undefined {
  const list = findList(text);
  const entry = quote(name);
  if (list === 'unreadable') return undefined;
  if (list === undefined) return `${endLine(text)}packs:\n  - inclusive-growth\n  - ${entry}\n`;
  if (list.names.some((known) => known.value === name)) return text;
  const last = list.names.at(-1);
  if (!last) return undefined;
  if (list.flow) return `${text.slice(0, last.end)}, ${entry}${text.slice(last.end)}`;
  const lineEnd = findLineEnd(text, last.end);
  const indent = ' '.repeat(last.start - 1 - text.lastIndexOf('\n', last.start - 1) - 2);
  return `${endLine(text.slice(0, lineEnd))}${indent}- ${entry}\n${text.slice(lineEnd)}`;
}

/** Takes a pack's name out of `packs`; when it was the only one, the toolkit's own pack takes its place, as it would without a configuration. */
export function removePackName(text: string, name: string): string | undefined {
  const list = findList(text);
  if (list === 'unreadable') return undefined;
  const at = list?.names.findIndex((known) => known.value === name) ?? -1;
  const found = list?.names[at];
  if (!list || !found) return text;
  if (list.names.length === 1) return `${text.slice(0, found.start)}inclusive-growth${text.slice(found.end)}`;
  if (list.flow) {
    const next = list.names[at + 1];
    const before = list.names[at - 1];
    return next
      ? text.slice(0, found.start) + text.slice(next.start)
      : text.slice(0, before?.end) + text.slice(found.end);
  }
  return text.slice(0, text.lastIndexOf('\n', found.start) + 1) + text.slice(findLineEnd(text, found.end));
}

interface NameList {
  readonly flow: boolean;
  readonly names: readonly { readonly value: string; readonly start: number; readonly end: number }[];
}

/** The list under `packs`; undefined when there is none. */
function findList(text: string): NameList | 'unreadable' | undefined {
  const document: Document = parseDocument(text);
  if (document.errors.length > 0) return 'unreadable';
  if (document.contents === null) return undefined;
  if (!isMap(document.contents)) return 'unreadable';
  const pair = (document.contents as YAMLMap).items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === 'packs',
  );
  if (!pair) return undefined;
  const list = pair.value;
  if (!isSeq(list)) return 'unreadable';
  const names = list.items.flatMap((item) =>
    isScalar(item) && item.range ? [{ value: String(item.value), start: item.range[0], end: item.range[1] }] : [],
  );
  return names.length === list.items.length ? { flow: list.flow === true, names } : 'unreadable';
}

/** Just after the line that a place is in. */
function findLineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Plain where YAML would read it as the same text. */
function quote(name: string): string {
  return /^[A-Za-z.][A-Za-z0-9_./:@-]*[A-Za-z0-9_/]$/.test(name) && !/: /.test(name) ? name : JSON.stringify(name);
}
