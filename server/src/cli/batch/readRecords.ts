import { byPath } from '../../host/nodePaths';
import type { DocumentRecord, DocumentView, RecordsEnd, RecordsHead } from '../../report';
import { RECORDS_VERSION, readRecord } from '../../report';
import { TOOL } from '../version';

/** A file of records, opened: its head has been read, its documents follow when they are asked for. */
export interface RecordsFile {
  readonly path: string;
  readonly head: RecordsHead;
  /** In the order of their paths; ends with what stands at the end of the file. Throws `RecordsFault`. */
  readonly documents: AsyncGenerator<DocumentView, RecordsEnd>;
}

/** A file of records that cannot be used, and why. */
export class RecordsFault extends Error {
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
  }
}

/** Reads the head of a file of records. Throws `RecordsFault` when it is none, or was written by another version. */
export async function openRecords(path: string, lines: AsyncIterable<string>): Promise<RecordsFile> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await readLine(iterator).catch(() => undefined);
  const head = first === undefined ? undefined : parse<Partial<RecordsHead>>(first);
  if (head?.records === undefined || !head.tool)
    throw new RecordsFault(path, `this is no file of records. Make one with \`${TOOL.name} check --format records\`.`);
  if (head.records !== RECORDS_VERSION || head.tool.version !== TOOL.version)
    throw new RecordsFault(
      path,
      `it was written by version ${head.tool.version}, and this is ${TOOL.version}. Check again with this version.`,
    );
  return { path, head: head as RecordsHead, documents: readDocuments(path, iterator) };
}

async function* readDocuments(path: string, lines: AsyncIterator<string>): AsyncGenerator<DocumentView, RecordsEnd> {
  for (let line = await readLine(lines); line !== undefined; line = await readLine(lines)) {
    const record = parse<DocumentRecord | RecordsEnd>(line);
    if (record && 'document' in record) yield readRecord(record);
    else if (record && 'end' in record) return record;
    else break;
  }
  throw new RecordsFault(path, 'its end is missing or damaged: the run that wrote it was stopped. Check again.');
}

async function readLine(lines: AsyncIterator<string>): Promise<string | undefined> {
  const { done, value } = await lines.next();
  return done ? undefined : value;
}

function parse<Value>(line: string): Value | undefined {
  try {
    return JSON.parse(line) as Value;
  } catch {
    return undefined;
  }
}

/** The documents of several files in the order of their paths; ends with the ends of all files. */
export async function* mergeRecords(
  files: readonly RecordsFile[],
): AsyncGenerator<DocumentView, readonly RecordsEnd[]> {
  const ends: RecordsEnd[] = [];
  const heads: { readonly view: DocumentView; readonly from: RecordsFile['documents'] }[] = [];
  const take = async (from: RecordsFile['documents']) => {
    const next = await from.next();
    if (next.done) ends.push(next.value);
    else heads.push({ view: next.value, from });
  };
  for (const { documents } of files) await take(documents);
  while (heads.length > 0) {
    heads.sort((a, b) => byPath(a.view, b.view));
    const first = heads.shift();
    if (!first) break;
    yield first.view;
    await take(first.from);
  }
  return ends;
}
