// A test is Markdown with its expectations below the lines: `^^^ scope` asks that the words above have a scope, `^^^ !scope` that they have not.

const marker = /^(\s*)(\^+) (!?)(\S+)$/;

/** Returns one sentence for every expectation that does not hold. `tokenise` is given the lines without the markers. */
export function checkMarkers(marked, tokenise) {
  const lines = [];
  const expectations = [];
  for (const text of marked.split('\n')) {
    const found = marker.exec(text);
    if (!found) lines.push(text);
    else
      expectations.push({
        line: lines.length - 1,
        start: found[1].length,
        end: found[1].length + found[2].length,
        absent: found[3] === '!',
        scope: found[4],
      });
  }
  if (expectations.length === 0) return ['there is no expectation in the test'];
  const tokens = tokenise(lines);
  return expectations
    .filter((expected) => !holds(expected, tokens))
    .map((expected) => describe(expected, lines, tokens));
}

/** Every token under the carets has the scope, or none has. */
function holds({ absent, ...expected }, tokens) {
  const under = tokensUnder(expected, tokens);
  if (under.length === 0) return false;
  const has = ({ scopes }) =>
    scopes.some((scope) =>
      scope.split(' ').some((part) => part === expected.scope || part.startsWith(`${expected.scope}.`)),
    );
  return absent ? !under.some(has) : under.every(has);
}

function tokensUnder({ line, start, end }, tokens) {
  return tokens.filter((token) => token.line === line && token.start < end && token.end > start);
}

function describe(expected, lines, tokens) {
  const words = lines[expected.line]?.slice(expected.start, expected.end);
  const found = tokensUnder(expected, tokens).map(({ scopes }) => scopes.slice(1).join(' '));
  return `“${words}” should ${expected.absent ? 'not ' : ''}be ${expected.scope}, found: ${found.join(' | ')}`;
}
