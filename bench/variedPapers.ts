import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'test/evaluation/written-against';

/**
 * Papers as people write them, one in `step` of our own fixtures. A generated paper has a few hundred words, a real one thousands: what the
 * engine makes for each new word is only seen on these.
 */
export function readVariedPapers(step = 1): readonly string[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  return names
    .sort()
    .filter((_, at) => at % step === 0)
    .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
}
