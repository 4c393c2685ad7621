// Tokenises Markdown as VS Code does: its own tokeniser and its own Markdown grammar, with this project's grammar injected.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { projectFolder, vscodeFolder } from '../editor/offline/paths.mjs';

const fromVscode = createRequire(join(vscodeFolder, 'package.json'));
const injected = 'inclusive-growth.markdown.injection';

/** Returns a function from lines to tokens, `{ line, start, end, scopes }`, all counted from 0. Needs the offline VS Code to be installed. */
export async function loadGrammar() {
  const { INITIAL, parseRawGrammar, Registry } = fromVscode('vscode-textmate');
  const oniguruma = fromVscode('vscode-oniguruma');
  await oniguruma.loadWASM(readFileSync(fromVscode.resolve('vscode-oniguruma/release/onig.wasm')));
  const files = findGrammars();
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) =>
      files[scope] ? parseRawGrammar(readFileSync(files[scope], 'utf8'), files[scope]) : null,
    getInjections: (scope) => (scope === 'text.html.markdown' ? [injected] : []),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  return (lines) => {
    let state = INITIAL;
    return lines.flatMap((text, line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ line, start: startIndex, end: endIndex, scopes }));
    });
  };
}

/** By scope. All that VS Code brings are there: a rule whose embedded language is missing would be left out of the Markdown grammar. */
function findGrammars() {
  const extensions = join(vscodeFolder, 'extensions');
  const files = { [injected]: join(projectFolder, 'syntaxes/inclusive-growth.tmLanguage.json') };
  for (const manifest of globSync('*/package.json', { cwd: extensions })) {
    const { contributes } = JSON.parse(readFileSync(join(extensions, manifest), 'utf8'));
    for (const { path, scopeName } of contributes?.grammars ?? [])
      files[scopeName] ??= join(extensions, manifest, '..', path);
  }
  return files;
}
