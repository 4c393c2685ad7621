import type { Label } from './fixture';
import type { Outcome } from './judgeFixture';

/** Shares from 0 to 1, rounded to hundredths; `null` where nothing is to be counted. */
export interface Score {
  readonly labels: number;
  readonly present: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Of the labelled sections that the engine calls thin or missing, how many deserve it. */
  readonly nagPrecision: number | null;
  /** Of the labelled sections that deserve it, how many the engine calls thin or missing. */
  readonly nagRecall: number | null;
  /** Of the labels present, thin and missing, how many have that very state. */
  readonly stateAgreement: number | null;
}

/** Counts `present` against the rest, and complaints against what deserves them. `not-present` says nothing on complaints. */
export function score(outcomes: readonly Outcome<Label>[]): Score {
  const count = (test: (outcome: Outcome<Label>) => boolean) => outcomes.filter(test).length;
  const hits = count((o) => isPresent(o) && saysPresent(o));
  const precision = share(hits, count(saysPresent));
  const recall = share(hits, count(isPresent));
  const rightNags = count((o) => saysNag(o) && deservesNag(o));
  return {
    labels: outcomes.length,
    present: count(isPresent),
    precision: round(precision),
    recall: round(recall),
    f1: round(share(2 * hits, count(saysPresent) + count(isPresent))),
    nagPrecision: round(
      share(
        rightNags,
        count((o) => saysNag(o) && o.label.state !== 'not-present'),
      ),
    ),
    nagRecall: round(share(rightNags, count(deservesNag))),
    stateAgreement: round(
      share(
        count((o) => o.judgement.state === o.label.state && isAsked(o)),
        count(isAsked),
      ),
    ),
  };
}

/** Whether the engine and the label disagree, on `present` or on a complaint. */
export function isWrong(outcome: Outcome<Label>): boolean {
  return isPresent(outcome) !== saysPresent(outcome) || (saysNag(outcome) && outcome.label.state === 'not-expected');
}

const isPresent = ({ label }: Outcome<Label>) => label.state === 'present';
const saysPresent = ({ judgement }: Outcome<Label>) => judgement.state === 'present';
const deservesNag = ({ label }: Outcome<Label>) => label.state === 'thin' || label.state === 'missing';
const isAsked = (outcome: Outcome<Label>) => isPresent(outcome) || deservesNag(outcome);
const saysNag = ({ judgement }: Outcome<Label>) => judgement.state === 'thin' || judgement.state === 'missing';
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
export const round = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
