import type { LabelKind } from './fixture';
import type { Outcome } from './judgeFixture';
import { round, share } from './score';

/** How one rule does on the labelled sections. */
export interface RuleScore {
  /** Labels that the rule should answer with a finding. */
  readonly deserving: number;
  /** Findings of the rule in sections whose label says something about it. */
  readonly findings: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

/** Which pitfalls the rules on wordings should find, by the last part of their id. */
const PITFALLS_OF: Readonly<Record<string, readonly LabelKind[]>> = {
  deferral: ['deferral', 'to-be-drafted'],
  placeholder: ['placeholder', 'to-be-drafted'],
  assertion: ['assertion', 'no-difference'],
  'guidance-left-in': ['guidance'],
};

/**
 * Scores the findings of rules, one row for each rule that has a label to meet. A rule on a consideration should speak where it is
 * labelled thin or missing and be silent where it is present or not expected; a rule on a wording should speak where a label
 * names its pitfall. Its findings elsewhere may be right, so a rule on a wording has no precision.
 */
export function scoreRules(outcomes: readonly Outcome[]): Readonly<Record<string, RuleScore>> {
  const considerations = [...new Set(outcomes.map(({ label }) => label.consideration))].sort();
  return Object.fromEntries([
    ...considerations.map((id) => [id, scoreConsideration(id, outcomes)] as const),
    ...Object.entries(PITFALLS_OF).map(([id, kinds]) => [id, scoreWording(id, kinds, outcomes)] as const),
  ]);
}

function scoreConsideration(id: string, outcomes: readonly Outcome[]): RuleScore {
  const judged = outcomes.filter(({ label }) => label.consideration === id && label.state !== 'not-present');
  const spoken = judged.filter((o) => hasFinding(o, id));
  const deserving = judged.filter(({ label }) => label.state === 'thin' || label.state === 'missing');
  const right = spoken.filter((o) => deserving.includes(o)).length;
  return {
    deserving: deserving.length,
    findings: spoken.length,
    precision: round(share(right, spoken.length)),
    recall: round(share(right, deserving.length)),
  };
}

function scoreWording(id: string, kinds: readonly LabelKind[], outcomes: readonly Outcome[]): RuleScore {
  const deserving = outcomes.filter(({ label }) => kinds.includes(label.kind));
  const found = deserving.filter((o) => hasFinding(o, id));
  return {
    deserving: deserving.length,
    findings: found.length,
    precision: null,
    recall: round(share(found.length, deserving.length)),
  };
}

const hasFinding = ({ findings }: Outcome, id: string) => findings.some(({ ruleId }) => ruleId.endsWith(`/${id}`));
