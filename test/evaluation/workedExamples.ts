import type { CompiledRules } from '../../server/src/core';
import { explainJudgement, listJudgements } from './explainJudgement';

const CASE = 'examples/outline-business-case.md';

/** One judgement for each way in which one is reached, all of the example case that ships. */
const EXAMPLES = [
  { heading: '2.2 Case for change', consideration: 'beneficiaries', title: 'Facets that stand together' },
  { heading: '2.4 Scope', consideration: 'levers', title: 'One plain sentence beside a deferral' },
  { heading: '3.6 Place-based analysis', consideration: 'place', title: 'Put off to later' },
  { heading: '6.5 Monitoring and evaluation', consideration: 'measures', title: 'Facets that stand apart' },
  { heading: '6.8 Partners', consideration: 'partnership', title: 'Nothing that counts' },
  { heading: '2.1 Strategic context', consideration: 'evidence', title: 'Raised, and not asked for here' },
] as const;

/** The examples as Markdown, each with what the tool says of it today. Throws when the case has lost a section. */
export function printWorkedExamples(rules: CompiledRules): string {
  const judgements = listJudgements(CASE, rules);
  return EXAMPLES.map(({ heading, consideration, title }) => {
    const found = judgements.find(
      (one) => one.section.heading === heading && one.judgement.consideration.id === consideration,
    );
    if (!found) throw new Error(`${CASE}: no section “${heading}” for a worked example`);
    return `### ${title}\n\n${found.judgement.consideration.title} in “${heading}”, line ${found.section.lines[0]}:\n\n\`\`\`text\n${explainJudgement(found)}\n\`\`\``;
  }).join('\n\n');
}
