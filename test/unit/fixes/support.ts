import type { Analysis, Fix, FixInput, FixRequest } from '../../../server/src/core';
import { analyze, buildFix, compileRules, parseDocument } from '../../../server/src/core';
import { TEST_RULES } from '../../lsp/support/testRules';

const RULES = compileRules(TEST_RULES);
const TODAY = '2026-11-23';

/** Analyses a business case with the rules of the tests. Front matter (with `lines` of its own) is put before the text, with the same line ends. */
export function analyse(body: string, lines = ''): FixInput & { readonly text: string } {
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  const text = `---${eol}document-type: business-case${eol}${lines}---${eol}${eol}${body}`;
  const analysis = analyze(parseDocument(text), RULES, { today: TODAY });
  if (analysis.kind !== 'checked') throw new Error(analysis.reason);
  return { analysis, rules: RULES, text };
}

/** Index of the section with a heading. */
export function sectionOf(analysis: Analysis, title: string): number {
  return analysis.document.sections.findIndex((s) => s.heading?.title === title);
}

/** Builds a fix and the text after it, front matter left out. */
export function apply(
  input: ReturnType<typeof analyse>,
  request: FixRequest,
): { readonly fix: Fix; readonly body: string } | undefined {
  const fix = buildFix(request, input, TODAY);
  if (!fix) return undefined;
  return { fix, body: applyEdits(input.text, fix).replace(/^---[\s\S]*?---(?:\r?\n){2}/, '') };
}

export function applyEdits(text: string, fix: Fix): string {
  return [...fix.edits]
    .reverse()
    .reduce((t, { span, newText }) => t.slice(0, span.start) + newText + t.slice(span.end), text);
}
