import { escapeMarkdown } from '../../core';
import type { ExampleOutcome } from '../../core/rules/runExample';
import { runExample } from '../../core/rules/runExample';
import type { Page } from '../../protocol/protocol';
import type { OpenPack } from './packStudio';

/** The examples of one rule, run: what was expected, what was seen, and in which words. Undefined when the pack has no such rule. */
export function runExamples(ruleId: string, pack: OpenPack): Page | undefined {
  const rules = pack.rules();
  const rule = rules.ruleSet.rules.get(ruleId);
  if (!rule) return undefined;
  const runs = (rule.examples ?? []).map((example, index) => ({
    title: example.title ?? `Example ${index + 1}`,
    text: example.text,
    expected: example.expect,
    outcome: runExample(ruleId, rule, example, rules),
  }));
  const wrong = runs.filter(({ outcome }) => outcome.faults.length > 0);
  const verdict =
    wrong.length === 0
      ? `All ${runs.length} examples hold.`
      : `${wrong.length} of ${runs.length} examples do not hold.`;
  // What fails is read first.
  const sorted = [...wrong, ...runs.filter((run) => !wrong.includes(run))];
  const text = [`# Examples of ${escapeMarkdown(ruleId)}`, verdict, ...sorted.map(printRun)].join('\n\n');
  return { title: `Examples of ${ruleId}`, text: `${text}\n` };
}

interface Run {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
  readonly outcome: ExampleOutcome;
}

function printRun({ title, text, expected, outcome }: Run): string {
  const holds = outcome.faults.length === 0;
  const head = `## ${holds ? '✓' : '✗'} ${escapeMarkdown(title)}`;
  const verdict = holds
    ? `As expected: ${expected}.`
    : outcome.faults.map((fault) => `- ${escapeMarkdown(fault)}`).join('\n');
  const sights = outcome.saw.map(
    ({ name, words }) => `- ${escapeMarkdown(`${name}: ${words.join(', ') || 'nothing'}`)}`,
  );
  const passage = text
    .trim()
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join('\n');
  return [head, verdict, passage, `Seen:\n\n${sights.join('\n')}`].join('\n\n');
}
