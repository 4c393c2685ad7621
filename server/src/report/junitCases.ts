import type { DocumentView, FindingView, JudgementView, SectionView } from './documentView';

/** A case of a JUnit report: what was asked, and what was found. */
export interface TestCase {
  readonly name: string;
  readonly classname: string;
  /** The finding that decides, if any. */
  readonly finding?: FindingView;
}

/** A case for each section and consideration asked of it, and one for each further finding. */
export function listCases(view: DocumentView): readonly TestCase[] {
  return [...view.sections.flatMap((section) => toCases(section, view)), ...toFurtherCases(view)];
}

/** How many cases there are. */
export function countCases(view: DocumentView): number {
  return listCases(view).length;
}

function toCases(section: SectionView, view: DocumentView): readonly TestCase[] {
  return section.judgements
    .filter((judgement) => judgement.expected)
    .map((judgement) => ({
      name: `${section.label}: ${judgement.consideration.title}`,
      classname: view.path,
      finding: findFor(section, judgement),
    }));
}

function findFor(section: SectionView, { consideration }: JudgementView): FindingView | undefined {
  return section.findings.find((finding) => finding.consideration?.id === consideration.id);
}

/** Findings that no pair of section and consideration stands for, such as placeholders. */
function toFurtherCases(view: DocumentView): readonly TestCase[] {
  const asked = view.sections.flatMap((section) =>
    section.judgements.filter((j) => j.expected).map((judgement) => findFor(section, judgement)),
  );
  return view.findings
    .filter((finding) => !asked.includes(finding))
    .map((finding) => ({
      name: `${finding.sectionLabel}: ${finding.category} on line ${finding.range.start.line}`,
      classname: view.path,
      finding,
    }));
}
