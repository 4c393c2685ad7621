import type { Outcome } from './judgeFixture';
import { printTable } from './printFigures';
import { isWrong } from './score';

/** Each label that the engine does not meet: where, what was expected and why, what it says, and the words this rests on. */
export function printMisses(outcomes: readonly Outcome[]): string {
  return outcomes.filter(isWrong).map(printMiss).join('\n\n');
}

function printMiss({ path, label, judgement, words }: Outcome): string {
  const lacking = judgement.lacking.length > 0 ? `, lacking ${judgement.lacking.join(', ')}` : '';
  const reasons = judgement.reasons.length > 0 ? ` (${judgement.reasons.join(', ')})` : '';
  const excuse = judgement.excusedBy ? `, ${judgement.excusedBy}` : '';
  return [
    `${path}:${label.line} ${label.consideration}: ${judgement.state}${reasons}${lacking}${excuse}`,
    `  expected ${label.state}, ${label.kind}: ${label.why}`,
    `  words: ${words.slice(0, 8).join('; ') || 'none'}${words.length > 8 ? `; and ${words.length - 8} more` : ''}`,
  ].join('\n');
}

/** How often each kind of label is not met, for each consideration, without a word of the passages. */
export function printErrorKinds(outcomes: readonly Outcome[]): string {
  const kindOf = ({ label }: Outcome) => `${label.consideration} ${label.kind}`;
  const kinds = [...new Set(outcomes.filter(isWrong).map(kindOf))].sort();
  const rows = kinds.map((kind) => {
    const group = outcomes.filter((outcome) => kindOf(outcome) === kind);
    return [...kind.split(' '), String(group.filter(isWrong).length), String(group.length)];
  });
  return printTable(['Consideration', 'kind', 'wrong', 'of'], rows);
}
