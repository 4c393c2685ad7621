import { isMap } from './loadedPack';

/** A copy without keys whose value is null; entries of lists are left as they are. Such a key takes away what an extended pack says. */
export function stripNulls(value: unknown): unknown {
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(kept.map(([key, part]) => [key, stripNulls(part)]));
}

/** As `stripNulls`, but sections of a pack keep theirs: `rules:` with nothing after it is a mistake. */
export function stripNullsInItems(value: unknown): unknown {
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, stripNulls(part)]));
}
