import { describePath } from './describePath';
import { isMap } from './loadedPack';
import type { PackProblem } from './packProblem';
import { errorAt, startOfFile } from './packProblem';
import type { DataPath, YamlFile } from './readYaml';

/** A file with its data after the faulty parts were taken out. */
export interface FilePart {
  readonly file: YamlFile;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * Joins the files of one pack: maps are joined key by key. Nothing may be said twice: the files of a pack stand beside each other, so that
 * neither can be meant to override. The first one is kept.
 */
export function joinFiles(parts: readonly FilePart[]): {
  value: Readonly<Record<string, unknown>>;
  problems: readonly PackProblem[];
} {
  const problems: PackProblem[] = [];
  let value: Readonly<Record<string, unknown>> = {};
  parts.forEach((part, index) => {
    const earlier = parts.slice(0, index).map((p) => p.file);
    value = join(value, part.value, [], (path) => problems.push(describeClash(path, part.file, earlier)));
  });
  return { value, problems };
}

function join(
  first: Readonly<Record<string, unknown>>,
  second: Readonly<Record<string, unknown>>,
  path: DataPath,
  onClash: (path: DataPath) => void,
): Readonly<Record<string, unknown>> {
  const joined: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const present = joined[key];
    if (!Object.hasOwn(joined, key)) joined[key] = value;
    else if (isMap(present) && isMap(value)) joined[key] = join(present, value, [...path, key], onClash);
    else onClash([...path, key]);
  }
  return joined;
}

function describeClash(path: DataPath, file: YamlFile, earlier: readonly YamlFile[]): PackProblem {
  const other = earlier.find((candidate) => candidate.findKey(path));
  const place = other?.findKey(path);
  const where = place ? `: first in ${place.path}, line ${place.line}` : '';
  return errorAt(
    file.findKey(path) ?? startOfFile(file.path),
    'given-twice',
    `${describePath(path)} is given in two files of the same pack${where}; keep one of them`,
  );
}
