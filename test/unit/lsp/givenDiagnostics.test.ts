import { strict as assert } from 'node:assert';
import { GivenDiagnostics } from '../../../server/src/lsp/givenDiagnostics';

const URI = 'file:///a.md';

function diagnosticAt(line: number) {
  return { range: { start: { line, character: 0 }, end: { line, character: 4 } }, message: 'Place: missing.' };
}

describe('diagnostics that were given', () => {
  it('are not worked out again for an analysis that they hold for', () => {
    const given = new GivenDiagnostics();
    let asked = 0;
    const answer = (previous: string | undefined, id: string) =>
      given.answer(URI, previous, id, () => {
        asked++;
        return [diagnosticAt(3)];
      });
    assert.equal(answer(undefined, '1').kind, 'full');
    const change = { range: { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } }, text: 'a' };
    given.touch(URI, change);
    assert.deepEqual([answer('1', '2'), answer('1', '2')], Array(2).fill({ kind: 'unchanged', resultId: '1' }));
    assert.equal(asked, 2);
    assert.equal(answer('2', '2').kind, 'full', 'the client never had such an answer');
  });
});
