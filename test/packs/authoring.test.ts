import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runIn, SHIPPED_RULES } from '../support/runCli';

const GUIDE = 'rules/AUTHORING.md';

/** A block of the guide: what it does is said behind its language. */
interface Step {
  readonly line: number;
  readonly info: string;
  readonly body: string;
}

function readSteps(guide: string): readonly Step[] {
  return [...guide.matchAll(/^```(\S+)([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: guide.slice(0, match.index).split('\n').length,
    info: `${match[1]}${match[2]}`,
    body: match[3] ?? '',
  }));
}

/** Lines that begin with `-` go, those with `+` come, and those with a blank say where. */
function applyDiff(text: string, diff: string): string {
  const side = (sign: string) =>
    diff.replace(/^(.)(.*)\n/gm, (_line, first: string, rest: string) =>
      first === ' ' || first === sign ? `${rest}\n` : '',
    );
  const old = side('-');
  assert.equal(text.split(old).length, 2, `stands once in the file:\n${old}`);
  return text.replace(old, () => side('+'));
}

/** `…` stands for anything, and a line of it alone for any lines. */
function toPattern(expected: string): RegExp {
  const escaped = expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/^…\n/gm, '(?:.*\\n)*?').replaceAll('…', '.*')}$`);
}

describe(GUIDE, () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'authoring-')));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, change: (before: string) => string, isNew: boolean) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, change(isNew ? '' : readFileSync(file, 'utf8')));
  };
  const follow = async ({ info, body }: Step) => {
    const [, kind, path = ''] = /\b(file|append)=(\S+)/.exec(info) ?? [];
    if (info.startsWith('diff')) write(path, (text) => applyDiff(text, body), false);
    else if (kind === 'file') write(path, () => body, true);
    else if (kind === 'append') write(path, (text) => text + body, false);
    else if (info.startsWith('console')) await runConsole(info, body);
    else assert.match(body, /^# yaml-language-server/, 'a block that is neither a file nor a command');
  };
  const runConsole = async (info: string, body: string) => {
    const [first = '', ...rest] = body.split('\n');
    const [, program, ...args] = first.split(' ');
    assert.equal(program, 'inclusive-growth');
    const where = /\bin=(\S+)/.exec(info)?.[1] ?? '.';
    const { code, stdout, stderr } = await runIn(join(folder, where), args, { rulesFolder: SHIPPED_RULES });
    assert.match(`${stderr}${stdout}`, toPattern(rest.join('\n')));
    assert.equal(code, Number(/exit=(\d)/.exec(info)?.[1] ?? 0));
  };

  const steps = readSteps(readFileSync(GUIDE, 'utf8'));
  it('has steps', () => assert.ok(steps.length > 15));
  for (const step of steps) it(`line ${step.line}: ${step.info} ${step.body.split('\n')[0]}`, () => follow(step));
});
