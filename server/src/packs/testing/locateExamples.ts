import type { Contribution } from '../contributions';
import { collectContributions } from '../contributions';
import type { LoadedPack } from '../loadedPack';
import { findKeyPlace, findValuePlace, isMap } from '../loadedPack';
import type { FilePlace } from '../packProblem';

/** Where the examples of each rule stand, by full id and in the order of the composed rule: those of an extending pack come after those it adds to. */
export function locateExamples(packs: readonly LoadedPack[]): ReadonlyMap<string, readonly FilePlace[]> {
  const places = new Map<string, readonly FilePlace[]>();
  for (const contribution of collectContributions(packs).contributions) {
    const { section, fullId, value } = contribution;
    if (section !== 'rules' || !isMap(value) || !('examples' in value)) continue;
    const examples = value.examples;
    const before = places.get(fullId) ?? [];
    places.set(fullId, Array.isArray(examples) ? [...before, ...placesOf(contribution, examples.length)] : []);
  }
  return places;
}

function placesOf({ pack, id }: Contribution, count: number): readonly FilePlace[] {
  return Array.from({ length: count }, (_none, index) => {
    const path = ['rules', id, 'examples', index];
    // The expectation is the line that a failing example is about.
    const hasExpectation = pack.files.some((file) => file.findKey([...path, 'expect']) !== undefined);
    return hasExpectation ? findKeyPlace(pack, [...path, 'expect']) : findValuePlace(pack, path);
  });
}
