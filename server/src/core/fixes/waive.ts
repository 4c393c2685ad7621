import type { Fix, FixInput } from './fix';
import { asBlock, bodyStart, withLineEnds } from './place';
import { escapeSnippet } from './snippet';

/**
 * Writes a waiver below the section's heading, with today's date and the cursor on its reason, which is left empty: a waiver without a reason
 * is a finding of its own until the author gives one. Undefined when the section already holds a waiver for the target.
 */
export function waive(input: FixInput, section: number, target: string, today: string): Fix | undefined {
  const { document, waivers } = input.analysis;
  const model = document.sections[section];
  if (!model || waivers.some((w) => w.section === section && w.targets.some((t) => t.id === target))) return undefined;
  const head = `<!-- inclusive-growth: waive ${target} because "`;
  const tail = `" on ${today} -->`;
  const offset = bodyStart(model, document);
  const { before, after } = asBlock('', offset, document);
  const lead = model.heading ? before : '';
  return {
    title: waiveTitle(input, target),
    kind: 'quickfix',
    edits: [
      {
        span: { start: offset, end: offset },
        newText: withLineEnds(`${lead}${head}${tail}${after}`, document),
        snippet: withLineEnds(`${lead}${escapeSnippet(head)}$1${escapeSnippet(tail)}$0${after}`, document),
      },
    ],
  };
}

/** `Good work: say why it does not apply to this section`. */
export function waiveTitle(input: FixInput, target: string): string {
  const { considerations, rules } = input.rules.ruleSet;
  const name = considerations.get(target)?.title ?? rules.get(target)?.title ?? target;
  return `${name}: say why it does not apply to this section`;
}
