import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A zip of these texts; `links` are entries that Unix programs would unpack as symbolic links. */
export function buildZip(files: Readonly<Record<string, string>>, links: readonly string[] = []): Buffer {
  const entries = Object.entries(files).map(([path, text]) => {
    const attributes = links.includes(path) ? { os: 3, attrs: (0o120777 << 16) >>> 0 } : {};
    return [path, [new TextEncoder().encode(text), attributes]] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]));
}

/** A gzipped tar of these texts. `types` gives the type flag of entries that are no plain files: `2` for a symbolic link. */
export function buildTgz(
  files: Readonly<Record<string, string>>,
  types: Readonly<Record<string, string>> = {},
): Buffer {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const body = Buffer.from(text);
    const padding = Buffer.alloc((512 - (body.length % 512)) % 512);
    return [buildHeader(path, body.length, types[path] ?? '0'), body, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** One header of the ustar format (POSIX.1-1988), its checksum counted with the checksum's own field as blanks. */
function buildHeader(path: string, size: number, type: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  if (type === '1' || type === '2') header.write('/etc/passwd', 157);
  header.write('ustar\0', 257);
  header.write('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
