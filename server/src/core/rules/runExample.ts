import type { Analysis } from '../analysis';
import { analyze } from '../analyze';
import type { DocumentModel } from '../document/documentModel';
import { parseDocument } from '../document/parseDocument';
import type { Judgement } from '../findings/finding';
import type { CompiledRules } from './compileRules';
import type { Example, Rule } from './pack';

/** What came of running an example: nothing in `faults` when it holds. */
export interface ExampleOutcome {
  readonly faults: readonly string[];
  /** The state, or `pass` or `fail`, that was seen. */
  readonly seen: string;
  /** What was seen of each facet of the consideration; of other checks, the findings. */
  readonly saw: readonly Sight[];
}

/** The words in which a facet was seen, with what weakens them; none when it was not seen. */
export interface Sight {
  readonly name: string;
  readonly words: readonly string[];
}

/** An example as a document: parsed once, judged by any number of rule sets. */
export interface ExampleDocument {
  readonly document: DocumentModel;
  readonly type?: string;
  readonly stage?: string;
}

/** The day on which examples are read: they are about the text, not about today. */
const DAY = '2026-11-01';

/** Runs one example of a rule and says, in words for the pack's author, where it does not hold. */
export function runExample(
  ruleId: string,
  rule: Rule,
  example: Example,
  rules: CompiledRules,
  { document, type, stage }: ExampleDocument = buildExample(example, rules),
): ExampleOutcome {
  const analysis = analyze(document, rules, { type, stage, today: DAY });
  if (analysis.kind === 'not-checked') {
    return { seen: 'not checked', faults: [`the example is not checked: ${analysis.reason}`], saw: [] };
  }
  return rule.check === 'consideration'
    ? checkState(rule, example, analysis, rules)
    : checkFindings(ruleId, example, analysis);
}

/** Makes the document of an example: a passage is put under a heading of its kind, and that under its parent's where the kind asks for one. */
export function buildExample(example: Example, rules: CompiledRules): ExampleDocument {
  const type = example['document-type'] ?? findType(example.kind, rules);
  const stage = example.stage;
  if (example.kind === undefined) return { document: parseDocument(example.text), type, stage };
  const kinds = rules.ruleSet.sectionKinds;
  const kind = kinds.get(example.kind);
  const parent = kind?.under?.[0];
  const headings = [
    ...(parent ? [`## ${kinds.get(parent)?.title ?? parent}`] : []),
    `${parent ? '###' : '##'} ${kind?.title ?? example.kind}`,
  ];
  const text = `# Example\n\n${headings.join('\n\n')}\n\n${example.text}\n`;
  return { document: parseDocument(text), type, stage };
}

function findType(kind: string | undefined, rules: CompiledRules): string | undefined {
  const types = [...rules.ruleSet.documentTypes];
  const fitting = types.find(([, type]) => (type.sections ?? []).some((place) => place.kind === kind));
  return (fitting ?? types[0])?.[0];
}

function checkState(rule: Rule, example: Example, analysis: Analysis, rules: CompiledRules): ExampleOutcome {
  const section =
    analysis.sections.find((s) => example.kind !== undefined && s.kind === example.kind) ?? analysis.sections.at(-1);
  const judgement = section?.judgements.find((j) => j.consideration === rule.consideration);
  const seen = judgement?.state ?? 'nothing';
  const faults: string[] = [];
  if (example.kind !== undefined && section?.kind !== example.kind)
    faults.push(`no section was recognised as \`${example.kind}\``);
  if (seen !== example.expect) faults.push(`expected ${example.expect}, saw ${seen}${describe(analysis, judgement)}`);
  for (const [facet, words] of Object.entries(example.finds ?? {})) {
    const shown = (judgement?.evidence ?? [])
      .filter((e) => e.facet === facet)
      .map((e) => analysis.document.text.slice(e.span.start, e.span.end).replace(/\s+/g, ' '));
    if (!shown.some((text) => text.toLowerCase().includes(words.toLowerCase()))) {
      faults.push(
        `expected “${words}” as evidence of \`${facet}\`, saw ${shown.map((t) => `“${t}”`).join(', ') || 'none'}`,
      );
    }
  }
  for (const facet of example.lacking ?? []) {
    if (!judgement?.lacking.includes(facet)) faults.push(`expected \`${facet}\` to lack`);
  }
  const facets = Object.keys(rules.ruleSet.considerations.get(rule.consideration ?? '')?.facets ?? {});
  const saw = [...facets, 'mention'].map((name) => ({ name, words: wordsOf(name, judgement, analysis) }));
  return { seen, faults, saw };
}

function wordsOf(facet: string, judgement: Judgement | undefined, { document }: Analysis): readonly string[] {
  return (judgement?.evidence ?? [])
    .filter((evidence) => evidence.facet === facet)
    .map(({ span, weakenedBy }) => {
      const words = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
      return `“${words}”${weakenedBy === undefined ? '' : ` (weakened by \`${weakenedBy}\`)`}`;
    });
}

function describe(analysis: Analysis, judgement: Judgement | undefined): string {
  const evidence = (judgement?.evidence ?? []).map(
    (e) =>
      `${e.facet}: “${analysis.document.text.slice(e.span.start, e.span.end)}”${e.weakenedBy ? ` (${e.weakenedBy})` : ''}`,
  );
  return evidence.length > 0 ? ` (${evidence.join('; ')})` : '';
}

function checkFindings(ruleId: string, example: Example, analysis: Analysis): ExampleOutcome {
  const findings = analysis.findings.filter((f) => f.ruleId === ruleId && f.waivedBy === undefined);
  const seen = findings.length > 0 ? 'fail' : 'pass';
  const faults =
    seen === example.expect
      ? []
      : [`expected ${example.expect}, saw ${seen}${findings.map((f) => `: ${f.message}`).join('')}`];
  const { words } = example;
  if (words !== undefined && seen === 'fail') {
    const shown = findings.map((f) => `${analysis.document.text.slice(f.span.start, f.span.end)} ${f.message}`);
    if (!shown.some((text) => text.includes(words)))
      faults.push(`expected a finding about “${words}”, saw ${shown.join(' / ')}`);
  }
  return { seen, faults, saw: [{ name: 'findings', words: findings.map((finding) => finding.message) }] };
}
