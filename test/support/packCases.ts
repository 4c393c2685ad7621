import { strict as assert } from 'node:assert';
import { composeRuleSet } from '../../server/src/packs/composeRuleSet';
import type { LoadedPack } from '../../server/src/packs/loadedPack';
import type { PackFile, PackProblem } from '../../server/src/packs/packProblem';
import { formatProblem, sortProblems } from '../../server/src/packs/packProblem';
import { parsePack } from '../../server/src/packs/parsePack';

/** YAML in, problem lines out. */
export interface PackCase {
  readonly it: string;
  readonly yaml: string;
  /** `line:column severity: message`, in order. */
  readonly problems: readonly string[];
}

/** A sound pack that the items of a case are included in. */
export const HEAD = `id: mine
version: 1.0.0
engine: ">=0.1 <1"
title: Mine
description: A pack for tests.
licence: MIT
sources: { S1: { title: A source } }
include: [items.yaml]
`;

/** Reads `yaml` as the items of a pack, composes it alone and gives all problems. */
export function findProblems(yaml: string): readonly PackProblem[] {
  return findProblemsOfFiles([
    { path: 'pack.yaml', text: HEAD },
    { path: 'items.yaml', text: yaml },
  ]);
}

/** The same for all files of a pack. */
export function findProblemsOfFiles(files: readonly PackFile[]): readonly PackProblem[] {
  const { loaded, problems } = parsePack(files);
  const all = sortProblems([...problems, ...(loaded ? composeRuleSet([loaded]).problems : [])]);
  for (const problem of all) assertWords(problem, files);
  return all;
}

/** Reads a pack that must be sound. */
export function loadPack(text: string, path = 'pack.yaml'): LoadedPack {
  const { loaded, problems } = parsePack([{ path, text }]);
  assert.deepEqual(problems.map(formatProblem), []);
  assert.ok(loaded);
  return loaded;
}

/** Declares one test for each case. */
export function runPackCases(cases: readonly PackCase[]): void {
  for (const { it: title, yaml, problems } of cases) {
    it(title, () => {
      const found = findProblems(yaml).map((problem) => formatProblem(problem).replace(/^items\.yaml:/, ''));
      assert.deepEqual(found, problems);
    });
  }
}

/** The words of a problem are those at its place. */
function assertWords(problem: PackProblem, files: readonly PackFile[]): void {
  const line = files.find((file) => file.path === problem.path)?.text.split(/\r\n|\r|\n/)[problem.line - 1] ?? '';
  const { words, column, endColumn } = problem;
  if (words !== undefined && endColumn !== undefined)
    assert.equal(line.slice(column - 1, endColumn - 1).trimEnd(), words, formatProblem(problem));
}
