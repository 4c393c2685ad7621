import type { Analysis } from '../../server/src/core';

/** How many open findings ordinary sections get. */
export interface FindingCounts {
  readonly sections: number;
  readonly findings: number;
  readonly median: number;
  /** Nine sections in ten have no more. */
  readonly ninetieth: number;
}

/** Counts over sections of the body of a paper that hold text: no summaries, contents, appendices or bare headings. */
export function countFindings(analyses: readonly Analysis[]): FindingCounts {
  const counts = analyses.flatMap(({ sections, findings }) =>
    sections
      .filter(({ section, role }) => role === 'body' && section.units.length > 0)
      .map(({ section }) => findings.filter((f) => f.section === section.index && f.waivedBy === undefined).length),
  );
  counts.sort((a, b) => a - b);
  const at = (quantile: number) => counts[Math.floor(quantile * (counts.length - 1))] ?? 0;
  return {
    sections: counts.length,
    findings: counts.reduce((sum, count) => sum + count, 0),
    median: at(0.5),
    ninetieth: at(0.9),
  };
}
