import type { Figures, PapersFigures, PartFigures } from './collectFigures';
import type { Score } from './score';
import type { CorpusScore, PagesScore } from './scoreCorpus';

/** A share from 0 to 1 with two places; a dash where nothing was to be counted. */
export const printShare = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2));

/** A Markdown table with padded columns; the first column is flush left. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(cell.length, 3, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export function printPart(figures: Pick<PartFigures, 'considerations' | 'all'>): string {
  const row = (name: string, s: Score) => [
    name,
    String(s.labels),
    String(s.present),
    ...[s.precision, s.recall, s.f1, s.nagPrecision, s.nagRecall, s.stateAgreement].map(printShare),
  ];
  const head = [
    'Consideration',
    'labels',
    'present',
    'precision',
    'recall',
    'F1',
    'nag precision',
    'nag recall',
    'state agreement',
  ];
  return printTable(head, [
    ...Object.entries(figures.considerations).map(([id, s]) => row(id, s)),
    row('all', figures.all),
  ]);
}

export function printRules(figures: PartFigures): string {
  const rows = Object.entries(figures.rules).map(([id, rule]) => [
    id,
    String(rule.deserving),
    String(rule.findings),
    printShare(rule.precision),
    printShare(rule.recall),
  ]);
  return printTable(['Rule', 'should find', 'findings', 'precision', 'recall'], rows);
}

export function printPapers(figures: PapersFigures): string {
  const rows = Object.entries(figures.kinds).map(([name, { present, precision, recall, f1, nagPrecision }]) => [
    name,
    String(present),
    ...[precision, recall, f1, nagPrecision].map(printShare),
  ]);
  const kinds = printTable(['Sort of paper', 'present', 'precision', 'recall', 'F1', 'nag precision'], rows);
  return `${printPart(figures)}\n\n${kinds}`;
}

export function printCorpus(corpus: CorpusScore): string {
  const rows = Object.entries({ ...corpus.perConsideration, all: corpus.present }).map(([id, s]) => [
    id,
    String(s.labelledPresent),
    printShare(s.precision),
    printShare(s.recall),
    printShare(s.f1),
  ]);
  const names = [
    'sectionsFound',
    'stateAgreement',
    'nagPrecision',
    'nagRecall',
    'deferralRecall',
    'trapsAvoided',
    'missesCaught',
  ] as const;
  const others = printTable(
    ['Figure', 'share'],
    names.map((name) => [name, printShare(corpus[name])]),
  );
  return `${printTable(['Consideration', 'present', 'precision', 'recall', 'F1'], rows)}\n\n${others}`;
}

export function printPages(pages: PagesScore): string {
  const parts = { 'open to rules': pages['written-against'], 'only scored': pages['measured-only'] };
  const head = ['Pages', 'present', 'precision', 'recall', 'F1', 'nag precision', 'state agreement', 'sections found'];
  const rows = Object.entries(parts).map(([name, { present, nagPrecision, stateAgreement, sectionsFound }]) => [
    name,
    String(present.labelledPresent),
    ...[present.precision, present.recall, present.f1, nagPrecision, stateAgreement, sectionsFound].map(printShare),
  ]);
  return printTable(head, rows);
}

/** All figures as Markdown, as they stand in `docs/detection.md` and on the terminal. */
export function printFigures(figures: Figures): string {
  const { sections, findings, median, ninetieth } = figures.findingsAtOutline;
  const part = (title: string, tables: string, { sectionsFound }: Pick<PartFigures, 'sectionsFound'>) =>
    `### ${title}\n\n${tables}\n\nPassages seen as a section of their own: ${printShare(sectionsFound)}.`;
  const fixtures = (title: string, of: PartFigures) => part(title, `${printPart(of)}\n\n${printRules(of)}`, of);
  const papers = (title: string, of: PapersFigures) => part(title, printPapers(of), of);
  return [
    fixtures('Our fixtures, written against', figures['written-against']),
    fixtures('Our fixtures, measured only', figures['measured-only']),
    papers('Whole papers of our own, written against', figures.papers['written-against']),
    papers('Whole papers of our own, measured only', figures.papers['measured-only']),
    `### Findings in an ordinary section at outline stage\n\n${findings} findings in ${sections} sections: median ${median}, nine in ten have ${ninetieth} or fewer.`,
    ...(figures.corpus ? [`### The shared corpus\n\n${printCorpus(figures.corpus)}`] : []),
    ...(figures.pages ? [`### Real pages read blind\n\n${printPages(figures.pages)}`] : []),
  ].join('\n\n');
}
