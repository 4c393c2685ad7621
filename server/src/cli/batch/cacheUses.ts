import type { FileSystem } from '../../host/fileSystem';

/** An entry that no run has asked for in so many days is removed. */
const KEPT_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

/** When each entry of a cache was last of use. */
export interface CacheUses {
  note(key: string): void;
  /** Writes it down, and removes what has been of no use for long. */
  save(): Promise<void>;
}

/** `today`: YYYY-MM-DD. `pathOf`: the file of an entry. What cannot be read of earlier days is as if it were not there. */
export async function openUses(
  folder: string,
  fs: FileSystem,
  today: string,
  pathOf: (key: string) => string,
): Promise<CacheUses> {
  const path = fs.resolve(folder, 'uses.json');
  const days = await readDays(path, fs);
  let isChanged = false;
  const isStale = (day: string) => (Date.parse(today) - Date.parse(day)) / DAY > KEPT_DAYS;
  return {
    note(key) {
      if (days.get(key) === today) return;
      days.set(key, today);
      isChanged = true;
    },
    async save() {
      const stale = [...days].filter(([, day]) => isStale(day)).map(([key]) => key);
      for (const key of stale) {
        await fs.remove(pathOf(key));
        days.delete(key);
      }
      if (isChanged || stale.length > 0) await fs.writeText(path, JSON.stringify([...days]), 'replace');
    },
  };
}

async function readDays(path: string, fs: FileSystem): Promise<Map<string, string>> {
  const read = await fs.readText(path, Number.POSITIVE_INFINITY);
  try {
    const entries: unknown = read.kind === 'text' ? JSON.parse(read.text) : [];
    // A key becomes the name of a file that may be removed: nothing but a hash is taken for one.
    return new Map(Array.isArray(entries) ? entries.filter(isUse) : []);
  } catch {
    return new Map();
  }
}

function isUse(entry: unknown): entry is [string, string] {
  if (!Array.isArray(entry)) return false;
  const [key, day] = entry as readonly unknown[];
  return typeof key === 'string' && /^sha256-[A-Za-z0-9+/]{43}=$/.test(key) && typeof day === 'string';
}
