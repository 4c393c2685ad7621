import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = JSON.parse(readFileSync('package.json', 'utf8')).version;

describe('the entry of the command line', () => {
  for (const option of ['--version', '-V']) {
    it(`answers ${option} without loading any other bundle`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'inclusive-growth-'));
      try {
        // Alone in its folder, it would fail on whatever else it loads.
        copyFileSync('dist/cli.js', join(folder, 'cli.js'));
        const output = execFileSync(process.execPath, [join(folder, 'cli.js'), option], { encoding: 'utf8' });
        assert.equal(output, `${VERSION}\n`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  it('runs commands from the bundle beside it', () => {
    const output = execFileSync(process.execPath, ['dist/cli.js', 'pack', 'list'], { encoding: 'utf8' });
    assert.match(output, /inclusive-growth 1.0.0: ships with this version/);
  });
});
