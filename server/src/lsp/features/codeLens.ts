import type { CodeLens } from 'vscode-languageserver';
import { lowerFirst } from '../../core';
import { CLIENT_SHOW_SECTION } from '../../protocol/protocol';
import type { ClientAbilities } from '../capabilities';
import { toRange } from '../toLsp';
import type { Checked } from './describe';
import { facetNames } from './describe';

/** One lens above each section that is asked for something: its states in words. */
export function codeLenses(analysis: Checked, client: ClientAbilities): readonly CodeLens[] {
  const { document } = analysis.result;
  return analysis.result.sections.flatMap((section, index) => {
    const { heading } = section.section;
    const title = summarise(index, analysis);
    if (!heading || title === undefined) return [];
    const range = toRange(document.lines, heading.span);
    // Another client does not know the command; a lens without one is plain text.
    const command = client.ownMessages ? CLIENT_SHOW_SECTION : '';
    return [{ range, command: { title, command, arguments: [analysis.uri, range.start.line] } }];
  });
}

/** `Beneficiaries thin (how many) · Measures missing · 2 dealt with`. Undefined where nothing is asked. */
function summarise(index: number, analysis: Checked): string | undefined {
  const { considerations } = analysis.resource.rules.ruleSet;
  const judgements = analysis.result.sections[index]?.judgements ?? [];
  const open = judgements.flatMap((judgement) => {
    const about = considerations.get(judgement.consideration);
    const title = about?.title ?? judgement.consideration;
    if (judgement.state === 'missing') return [`${title} missing`];
    if (judgement.state !== 'thin') return [];
    return [
      `${title} thin${judgement.lacking.length > 0 ? ` (lacks ${lowerFirst(facetNames(judgement, about))})` : ''}`,
    ];
  });
  const waived = judgements.filter((j) => j.state === 'waived').length;
  const present = judgements.filter((j) => j.state === 'present').length;
  const parts = [
    ...open,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(present > 0 ? [`${present} dealt with`] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
