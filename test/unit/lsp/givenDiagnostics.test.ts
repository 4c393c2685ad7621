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

  it('are sent again when anything in them has become another', () => {
    const related = (message: string) => ({
      ...diagnosticAt(3),
      relatedInformation: [{ location: { uri: URI, range: diagnosticAt(5).range }, message }],
    });
    const kindsOf = (...lists: readonly (readonly object[])[]) => {
      const given = new GivenDiagnostics();
      return lists.map((items, at) => given.answer(URI, '0', String(at), () => items as never).kind);
    };
    assert.deepEqual(kindsOf([related('a')], [related('a')]), ['full', 'unchanged']);
    assert.deepEqual(kindsOf([related('a')], [related('b')]), ['full', 'full']);
    assert.deepEqual(kindsOf([diagnosticAt(3)], [related('a')]), ['full', 'full'], 'something more');
    assert.deepEqual(kindsOf([related('a')], [diagnosticAt(3)]), ['full', 'full'], 'something less');
    assert.deepEqual(kindsOf([diagnosticAt(3)], [diagnosticAt(4)]), ['full', 'full']);
    assert.deepEqual(kindsOf([diagnosticAt(3)], [diagnosticAt(3), diagnosticAt(4)]), ['full', 'full']);
  });
});
