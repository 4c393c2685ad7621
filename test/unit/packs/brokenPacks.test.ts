import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import type { PackFile } from '../../../server/src/packs/packProblem';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { parsePack } from '../../../server/src/packs/parsePack';

/** The files of one pack that ships: small enough to be read a hundred times. */
const folder = 'rules/policy-paper';
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'pack.yaml');
const files: readonly PackFile[] = ['pack.yaml', ...names.sort()].map((name) => ({
  path: name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));

/** What a slip of the hand puts into a file. */
const slips = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  '- ',
  '"',
  "'",
  '{',
  ']',
  '*',
  '&x ',
  '#',
  'x',
  '\r\n',
  '🙂',
  '__proto__: 1\n',
  'null',
  '(',
  '\\',
];

describe('a pack damaged anywhere', () => {
  it('is read without an exception, and every problem stands at its words', () => {
    const slip = fc.record({
      file: fc.nat({ max: files.length - 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 12 }),
      put: fc.constantFrom(...slips),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (damage) => {
        const damaged = files.map((file, index) => ({
          ...file,
          text: damage
            .filter((d) => d.file === index)
            .reduce((text, { at, cut, put }) => {
              const start = Math.floor(at * text.length);
              return text.slice(0, start) + put + text.slice(start + cut);
            }, file.text),
        }));
        const { loaded, problems } = parsePack(damaged);
        for (const problem of [...problems, ...(loaded ? composeRuleSet([loaded]).problems : [])]) {
          const text = damaged.find((file) => file.path === problem.path)?.text ?? '';
          const line = text.split(/\r\n|\r|\n/)[problem.line - 1];
          assert.ok(line !== undefined && problem.column <= line.length + 1, formatProblem(problem));
          if (problem.words === undefined) continue;
          assert.equal(line.slice(problem.column - 1, (problem.endColumn ?? 0) - 1).trimEnd(), problem.words);
        }
      }),
      { numRuns: 100 },
    );
  });
});
