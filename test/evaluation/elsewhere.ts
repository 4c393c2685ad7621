import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledRules } from '../../server/src/core';
import type { Label } from './fixture';
import type { JudgedFixture, KindOfPaper } from './judgeFixture';
import { judgePaper, type LabelledSection } from './judgePaper';
import type { Part } from './loadFixtures';
import { readLabelled } from './readLabelled';

/** Labels of a public paper that lies elsewhere, or its sections alone; without words of it. */
export interface PaperElsewhere extends KindOfPaper {
  /** Name of the file in the folder of those who have it. */
  readonly paper: string;
  /** Where it is published: a repository of GitHub, and the path in it; of a part of a paper also its lines; the commit where the newest has it no more. */
  readonly source: {
    readonly repository: string;
    readonly path: string;
    readonly lines?: string;
    readonly commit?: string;
  };
  /** Of the text as it was labelled: lines of another would not fit. */
  readonly sha256: string;
  readonly sections: readonly LabelledSection[];
}

/**
 * What readers said of papers: a letter for each consideration in each section; only where the sections are; or only of what the tool printed
 * at some time (`present`, or a complaint), whether a reviewer would say so. What of that is left out, nobody was asked about.
 */
export const READINGS = ['labels', 'sections', 'verdicts'] as const;
export type Reading = (typeof READINGS)[number];

function fileOf(part: Part, reading: Reading): string {
  return `test/evaluation/elsewhere/${reading}/${part}.json`;
}

/** Reads what was said of the papers of a part. Runs from the root of the repository. */
export function readElsewhere(part: Part, reading: Reading): readonly PaperElsewhere[] {
  return JSON.parse(readFileSync(fileOf(part, reading), 'utf8'));
}

/**
 * Puts the engine's judgements beside the labels of those papers of a part that are in `folder`; `absent` are the names of the others.
 * Throws when a text is not the one that was labelled.
 */
export function judgeElsewhere(
  part: Part,
  reading: Reading,
  folder: string,
  rules: CompiledRules,
): { readonly judged: readonly JudgedFixture<Label>[]; readonly absent: readonly string[] } {
  const labelled = readElsewhere(part, reading).map((labels) => ({ labels, path: join(folder, labels.paper) }));
  const atHand = labelled.filter(({ path }) => existsSync(path));
  return {
    judged: atHand.map(({ labels: { paper: _, source: __, sha256, ...labels }, path }) => {
      const text = readLabelled(path, sha256, fileOf(part, reading));
      const unlisted = reading === 'verdicts' ? 'N?' : 'N';
      return judgePaper({ path, text, unlisted, ...labels }, rules);
    }),
    absent: labelled.filter((one) => !atHand.includes(one)).map(({ labels }) => labels.paper),
  };
}
