import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackOf, HARMLESS, HOSTILE, PAPER } from '../support/hostilePack';
import { assertPlainMarkdown, countHeadings, listTags } from '../support/markup';
import type { CliResult } from '../support/runCli';
import { runIn, SHIPPED_RULES } from '../support/runCli';
import { withFolder } from '../support/withFolder';

/** What a command says of a pack of hostile words, and of the same one of harmless words. */
async function runBoth(
  ...args: readonly string[]
): Promise<{ readonly hostile: CliResult; readonly harmless: CliResult }> {
  const [hostile, harmless] = [await runWith(HOSTILE, args), await runWith(HARMLESS, args)];
  assert.equal(hostile.code, harmless.code, hostile.stderr);
  assert.ok(!/[^\n\t -~\u00a0-\u{10ffff}]/u.test(hostile.stderr + hostile.stdout), 'no control characters');
  return { hostile, harmless };
}

function runWith(words: string, args: readonly string[]): Promise<CliResult> {
  let result: CliResult | undefined;
  return withFolder(async (folder) => {
    mkdirSync(join(folder, 'shown'));
    for (const [path, text] of Object.entries(buildPackOf(words))) writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, 'paper.md'), PAPER);
    result = await runIn(folder, args, { rulesFolder: SHIPPED_RULES });
    if (args.includes('--output')) result = { ...result, stdout: readFileSync(join(folder, 'out'), 'utf8') };
  }).then(() => {
    assert.ok(result);
    return result;
  });
}

const check = (format: string) => runBoth('check', 'paper.md', '--pack', 'shown', '--format', format);
const WORDS = 'alert(1)';

describe('a pack of hostile words', () => {
  for (const format of ['html', 'junit']) {
    it(`adds nothing to the form of a report as ${format}`, async () => {
      const { hostile, harmless } = await check(format);
      assert.ok(hostile.stdout.includes(WORDS));
      assert.deepEqual(listTags(hostile.stdout), listTags(harmless.stdout));
    });
  }

  it('is plain words in a report as Markdown', async () => {
    const { hostile, harmless } = await check('markdown');
    assert.ok(hostile.stdout.includes(WORDS));
    assertPlainMarkdown(hostile.stdout);
    assert.equal(countHeadings(hostile.stdout), countHeadings(harmless.stdout));
  });

  it('has no links in a SARIF log', async () => {
    const { hostile } = await check('sarif');
    const texts: string[] = [];
    JSON.parse(hostile.stdout, (key, value) => {
      if (key === 'text' && typeof value === 'string') texts.push(value);
      if (key === 'markdown') assertPlainMarkdown(value);
      return value;
    });
    assert.ok(texts.some((text) => text.includes(WORDS)));
    for (const text of texts) {
      const literal = text.replace(/\\[\\[\]]/g, '');
      assert.doesNotMatch(literal, /\[[^[\]]*\]\(/);
    }
  });

  it('adds no line to annotations', async () => {
    const { hostile, harmless } = await check('github');
    const commands = (text: string) => text.split('\n').map((line) => /^::(\w+) [^:]*::/.exec(line)?.[1] ?? line);
    assert.deepEqual(commands(hostile.stdout), commands(harmless.stdout));
  });

  for (const args of [
    ['check', 'paper.md', '--pack', 'shown', '--format', 'pretty'],
    ['check', 'paper.md', '--pack', 'shown', '--format', 'json'],
    ['explain', 'people', '--pack', 'shown'],
    ['packs', '--pack', 'shown'],
    ['packs', '--pack', 'shown', '--why', 'people'],
    ['pack', 'list', '--pack', 'shown'],
    ['pack', 'test', 'shown'],
  ]) {
    it(`sends no control characters to a terminal: ${args.join(' ')}`, () => runBoth(...args).then(() => undefined));
  }

  it('is plain words in the reference page of the pack, whose only addresses are those of sources', async () => {
    const { hostile, harmless } = await runBoth('pack', 'docs', 'shown', '--output', 'out');
    assert.ok(hostile.stdout.includes(WORDS));
    assertPlainMarkdown(hostile.stdout, ['https://example.org/page']);
    // The guidance is Markdown, and may have headings: one of each of the two.
    assert.ok(countHeadings(hostile.stdout) - countHeadings(harmless.stdout) <= 1);
  });

  it('adds nothing to the form of test results as JUnit', async () => {
    const { hostile, harmless } = await runBoth('pack', 'test', 'shown', '--coverage', '--mutate', '--format', 'junit');
    assert.deepEqual(listTags(hostile.stdout), listTags(harmless.stdout));
  });

  it('may name only addresses of the web as sources', () =>
    withFolder(async (folder) => {
      mkdirSync(join(folder, 'shown'));
      const text = buildPackOf(HARMLESS)['shown/pack.yaml'] ?? '';
      writeFileSync(join(folder, 'shown/pack.yaml'), text.replace('https://example.org/page', 'command:evil'));
      const { code, stderr } = await runIn(folder, ['pack', 'test', 'shown'], { rulesFolder: SHIPPED_RULES });
      assert.equal(code, 2);
      assert.match(
        stderr.replace(/\s+/g, ' '),
        /`url` of source `S1` is `command:evil`: it must be an address of the web/,
      );
    }));
});
