import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runIn, SHIPPED_RULES } from '../support/runCli';
import { withFolder } from '../support/withFolder';

/** One thing that the page tells its reader to do, or to see. */
type Step =
  | { readonly kind: 'run'; readonly command: string; readonly code: number }
  | { readonly kind: 'save'; readonly file: string; readonly to: string }
  | { readonly kind: 'change'; readonly file: string; readonly from: string; readonly to: string }
  | { readonly kind: 'see'; readonly words: readonly string[] };

/** Reads the walk of a page: blocks of commands, of files and of output, and sentences that say what to change. */
function readSteps(page: string): readonly Step[] {
  const steps: Step[] = [];
  let file = '';
  const parts = page.matchAll(
    /^```(sh|yaml|text)\n([\s\S]*?)^```$|Save this as `([^`]+)`|In `([^`]+)`, change `([^`]+)` to `([^`]+)`/gm,
  );
  for (const [, language, block = '', saved, changed, from, to = ''] of parts) {
    const lines = block.trimEnd().split('\n');
    if (saved) file = saved;
    else if (changed && from) steps.push({ kind: 'change', file: changed, from, to });
    else if (language === 'yaml') steps.push({ kind: 'save', file, to: block });
    else if (language === 'text') steps.push({ kind: 'see', words: lines });
    else
      steps.push(
        ...lines.map(
          (line): Step => ({
            kind: 'run',
            command: line.split(' #')[0]?.trim() ?? '',
            code: line.includes('ends with 2') ? 2 : 0,
          }),
        ),
      );
  }
  return steps;
}

describe('docs/sharing-packs.md', () => {
  const page = readFileSync('docs/sharing-packs.md', 'utf8');
  const walk = page.slice(page.indexOf('## From nothing'), page.indexOf('## Where packs come from'));

  it('can be followed word for word', () =>
    withFolder(async (top) => {
      let folder = top;
      let seen = '';
      let steps = 0;
      for (const step of readSteps(walk)) {
        steps++;
        if (step.kind === 'see')
          for (const words of step.words) assert.ok(seen.includes(words), `${words}\nis not in\n${seen}`);
        else if (step.kind === 'save') writeFileSync(join(folder, step.file), step.to);
        else if (step.kind === 'change') {
          const text = readFileSync(join(folder, step.file), 'utf8');
          assert.ok(text.includes(step.from), `${step.file} has no ${step.from}`);
          writeFileSync(join(folder, step.file), text.replace(step.from, step.to));
        } else if (step.command.startsWith('mkdir ')) mkdirSync(join(folder, step.command.slice(6)));
        else if (step.command.startsWith('cd ')) folder = resolve(folder, step.command.slice(3));
        else {
          const [, ...args] = step.command.split(' ');
          const { code, stdout, stderr } = await runIn(folder, args, { rulesFolder: SHIPPED_RULES });
          assert.equal(code, step.code, `${step.command}\n${stdout}\n${stderr}`);
          seen = `${stdout}${stderr}`.replace(/\s+/g, ' ');
        }
      }
      assert.ok(steps > 20);
    }));
});
