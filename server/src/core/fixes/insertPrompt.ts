import type { Judgement } from '../findings/finding';
import { renderPrompt } from '../prompts/renderPrompt';
import type { Fix, FixInput } from './fix';
import type { BlockPart } from './insertBlock';
import { insertBlock } from './insertBlock';
import { endOfSection } from './place';

/** A prompt's name: a consideration, or one of its facets. */
export interface PromptName {
  readonly consideration: string;
  readonly facet?: string;
}

/** True when the section already holds this prompt, or an open one for the whole consideration: it is never inserted twice. */
export function hasPrompt(input: FixInput, section: number, consideration: string, facet?: string): boolean {
  return input.analysis.prompts.some(
    (prompt) =>
      prompt.section === section &&
      prompt.consideration === consideration &&
      (prompt.facet === facet || (prompt.facet === undefined && !prompt.answered)),
  );
}

/** Inserts the prompt of a consideration, or of one facet, where the section's own text ends. Undefined when it stands there already. */
export function insertPrompt(input: FixInput, section: number, consideration: string, facet?: string): Fix | undefined {
  if (hasPrompt(input, section, consideration, facet)) return undefined;
  const parts = promptParts(input, consideration, facet);
  if (!parts) return undefined;
  return buildInsertion(input, section, parts, promptTitle(input, consideration, facet));
}

/** Inserts a prompt for everything that the section is asked for and lacks. Undefined when nothing is left to insert. */
export function insertPrompts(input: FixInput, section: number): Fix | undefined {
  const missing = missingPrompts(input, section);
  const blocks = missing.flatMap(({ consideration, facet }) => {
    const parts = promptParts(input, consideration, facet);
    return parts ? [parts] : [];
  });
  if (blocks.length === 0) return undefined;
  const parts = blocks.flatMap((block, at) =>
    at === 0 ? block : [{ text: '\n\n', kind: 'fixed' as const }, ...block],
  );
  return buildInsertion(input, section, parts, 'Insert the questions for everything that lacks here');
}

/** What a section lacks and has no prompt for yet: whole considerations where they are missing, facets where they are thin. */
export function missingPrompts(input: FixInput, section: number): readonly PromptName[] {
  const judgements = input.analysis.sections[section]?.judgements ?? [];
  return judgements.filter(isOpen).flatMap((judgement) => {
    const { consideration, lacking, state } = judgement;
    const wanted: readonly PromptName[] =
      state === 'thin' && lacking.length > 0 ? lacking.map((facet) => ({ consideration, facet })) : [{ consideration }];
    return wanted.filter((prompt) => !hasPrompt(input, section, consideration, prompt.facet));
  });
}

/** Asked for here and not dealt with. */
export function isOpen(judgement: Judgement): boolean {
  return judgement.state === 'missing' || judgement.state === 'thin';
}

/** `Beneficiaries: insert the question “How many?”`. */
export function promptTitle(input: FixInput, consideration: string, facet?: string): string {
  const about = input.rules.ruleSet.considerations.get(consideration);
  const part = facet === undefined ? undefined : about?.facets[facet];
  const title = about?.title ?? consideration;
  return part ? `${title}: ask “${part.title}” here` : `${title}: insert the question and a skeleton`;
}

function promptParts(input: FixInput, consideration: string, facet?: string): readonly BlockPart[] | undefined {
  const prompt = renderPrompt(input.rules.ruleSet, consideration, facet);
  if (!prompt) return undefined;
  return [
    { text: `${prompt.comment}\n`, kind: 'fixed' },
    { text: prompt.skeleton, kind: 'slots' },
  ];
}

function buildInsertion(input: FixInput, section: number, parts: readonly BlockPart[], title: string): Fix | undefined {
  const { document } = input.analysis;
  const model = document.sections[section];
  if (!model) return undefined;
  return { title, kind: 'quickfix', edits: [insertBlock(parts, endOfSection(model, document), document)] };
}
