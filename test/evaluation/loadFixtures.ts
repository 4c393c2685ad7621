import { readdirSync, readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/core';
import type { Fixture, Label } from './fixture';
import { readFixture } from './fixture';
import type { JudgedFixture } from './judgeFixture';
import { judgeFixture } from './judgeFixture';
import type { LabelledSection } from './judgePaper';
import { judgePaper } from './judgePaper';

export const PARTS = ['written-against', 'measured-only'] as const;
export type Part = (typeof PARTS)[number];

const PAPERS = 'test/evaluation/papers';

interface PaperLabels {
  /** Name of the file. */
  readonly paper: string;
  readonly sections: readonly LabelledSection[];
}

/** Reads the fixtures of a part, in the order of their names. Runs from the root of the repository. */
export function loadFixtures(part: Part): readonly Fixture[] {
  return readFolder(`test/evaluation/${part}`, readFixture);
}

/** Reads the fixtures of a part and puts the engine's judgements beside their labels. */
export function judgePart(part: Part, rules: CompiledRules): readonly JudgedFixture[] {
  return loadFixtures(part).map((fixture) => judgeFixture(fixture, rules));
}

/** The same for the whole papers of a part, which lie beside the file with their labels. */
export function judgePapers(part: Part, rules: CompiledRules): readonly JudgedFixture<Label>[] {
  const labels: readonly PaperLabels[] = JSON.parse(readFileSync(`${PAPERS}/${part}.json`, 'utf8'));
  const sections = new Map(labels.map((of) => [`${PAPERS}/${part}/${of.paper}`, of.sections]));
  return readFolder(`${PAPERS}/${part}`, (path, text) => {
    const labelled = sections.get(path);
    if (!labelled) throw new Error(`${path}:1: ${PAPERS}/${part}.json has no labels for it`);
    return judgePaper({ path, text, sections: labelled }, rules);
  });
}

function readFolder<F>(folder: string, read: (path: string, text: string) => F): readonly F[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => read(`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')));
}
