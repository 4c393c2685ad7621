import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path, with the drive's letter in lower case: clients and Node write it differently. Of what is no file, the URI itself. */
export function keyOf(uri: string): string {
  return toPath(uri)?.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()) ?? uri;
}

/** The path of a file's URI; undefined for what is no file. */
export function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file://') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The URI of a path. */
export function toUri(path: string): string {
  return pathToFileURL(path).href;
}
