import { readdirSync, readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/core';
import type { Fixture } from './fixture';
import { readFixture } from './fixture';
import type { JudgedFixture } from './judgeFixture';
import { judgeFixture } from './judgeFixture';

export const PARTS = ['written-against', 'measured-only'] as const;
export type Part = (typeof PARTS)[number];

/** Reads the fixtures of a part, in the order of their names. Runs from the root of the repository. */
export function loadFixtures(part: Part): readonly Fixture[] {
  const folder = `test/evaluation/${part}`;
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => readFixture(`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')));
}

/** Reads the fixtures of a part and puts the engine's judgements beside their labels. */
export function judgePart(part: Part, rules: CompiledRules): readonly JudgedFixture[] {
  return loadFixtures(part).map((fixture) => judgeFixture(fixture, rules));
}
