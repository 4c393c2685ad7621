import type { RuleSet } from '../rules/ruleSet';

/** A prompt as it is written into a document: a comment with the question, then a skeleton with `[slots]`. */
export interface RenderedPrompt {
  readonly comment: string;
  readonly skeleton: string;
}

/**
 * Renders the prompt of a consideration, or of one of its facets. Undefined when the rule set has no such consideration or facet.
 * Lines end with LF; the caller adapts them to the document.
 */
export function renderPrompt(ruleSet: RuleSet, consideration: string, facet?: string): RenderedPrompt | undefined {
  const about = ruleSet.considerations.get(consideration);
  const part = facet === undefined ? about : about?.facets[facet];
  if (!about || !part) return undefined;
  const id = facet === undefined ? consideration : `${consideration}/${facet}`;
  const comment = `<!-- inclusive-growth: prompt ${id}\n${safe(part.question)}\nWhy: ${safe(about.why)} -->`;
  return { comment, skeleton: (part.prompt?.skeleton ?? `[${part.question}]`).trim() };
}

/** Replaces every `{{prompt:id}}` of a template; the line of an unknown one is left out. */
export function fillTemplate(ruleSet: RuleSet, text: string): string {
  return text.replace(
    /^[ \t]*\{\{prompt:([\w-]+)(?:\/([\w-]+))?\}\}[ \t]*\n?/gm,
    (_all, id: string, facet?: string) => {
      const prompt = renderPrompt(ruleSet, id, facet);
      return prompt ? `${prompt.comment}\n${prompt.skeleton}\n` : '';
    },
  );
}

/** A comment must not end early. */
function safe(words: string): string {
  return words.replace(/--+>?/g, '–').replace(/\s+/g, ' ').trim();
}
