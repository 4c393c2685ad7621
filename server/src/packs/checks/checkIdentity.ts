import { satisfies, valid, validRange } from 'semver';
import type { LoadedPack } from '../loadedPack';
import { findKeyPlace, findValuePlace, isMap } from '../loadedPack';
import type { PackProblem } from '../packProblem';
import { errorAt, startOfFile } from '../packProblem';
import { packSchema } from '../packSchema';

/** Without these a pack cannot be used at all. */
const NEEDED = ['id', 'version', 'engine'];

/** Checks what a pack says of itself. */
export function checkIdentity(
  value: Readonly<Record<string, unknown>>,
  source: Pick<LoadedPack, 'files' | 'path'>,
  engineVersion: string,
): { usable: boolean; problems: readonly PackProblem[] } {
  const given = new Set(Object.keys(value));
  // A key with a faulty value has been taken out and reported; it is not missing as well.
  const isWritten = (key: string) => source.files.some((file) => file.findKey([key]));
  const problems = (packSchema.required ?? [])
    .filter((key) => !given.has(key) && !isWritten(key))
    .map((key) =>
      errorAt(
        startOfFile(source.path),
        'missing-key',
        `the pack lacks \`${key}\`: ${packSchema.properties?.[key]?.description ?? ''}`,
      ),
    );
  const rangeProblem = explainVersion(value.version) ?? explainRange(value.engine, engineVersion);
  if (rangeProblem)
    problems.push(errorAt(findValuePlace(source, [rangeProblem.key]), rangeProblem.code, rangeProblem.message));
  problems.push(...checkSources(value.sources, source));
  return { usable: NEEDED.every((key) => typeof value[key] === 'string') && !rangeProblem, problems };
}

function explainVersion(version: unknown) {
  if (typeof version !== 'string' || valid(version) !== null) return undefined;
  return {
    key: 'version',
    code: 'bad-version',
    message: `\`version\` of the pack is \`${version}\`: it must be a semantic version such as \`1.0.0\``,
  };
}

function explainRange(range: unknown, engineVersion: string) {
  if (typeof range !== 'string') return undefined;
  if (validRange(range) === null) {
    return {
      key: 'engine',
      code: 'bad-engine',
      message: `\`engine\` of the pack is \`${range}\`: it must be a range of versions such as \`>=0.1 <1\``,
    };
  }
  if (satisfies(engineVersion, range, { includePrerelease: true })) return undefined;
  const message = `this pack is for engine \`${range}\`, and this is engine ${engineVersion}: use another version of the pack or of the tool`;
  return { key: 'engine', code: 'engine-excluded', message };
}

function checkSources(sources: unknown, source: Pick<LoadedPack, 'files' | 'path'>): readonly PackProblem[] {
  if (!isMap(sources)) return [];
  return Object.entries(sources)
    .filter(([, entry]) => isMap(entry) && typeof entry.title !== 'string')
    .map(([key]) =>
      errorAt(findKeyPlace(source, ['sources', key]), 'missing-key', `source \`${key}\` lacks \`title\``),
    );
}
