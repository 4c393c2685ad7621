import { describeDocument } from './describeDocument';
import type { DocumentView, EvidenceView, FindingView, JudgementView, SectionView, WaiverView } from './documentView';
import type { Run } from './run';

/** The report as data: `docs/report.schema.json` describes it. Additions keep the version; anything else raises it. */
export const SCHEMA_VERSION = 1;

/** Prints a run as JSON. Keys come in a fixed order, so that the same run gives the same text. */
export function toJson(run: Run): string {
  const report = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: run.tool.name, version: run.tool.version },
    packs: run.packs.map(({ id, version, integrity }) => ({ id, version, integrity })),
    documents: run.documents.map((document) => writeDocument(describeDocument(document))),
    notChecked: run.notChecked.map(({ path, reason, message }) => ({ path, reason, message })),
    problems: run.problems.map(({ code, severity, message, path, line, column, endLine, endColumn }) => ({
      code,
      severity,
      message,
      path,
      line,
      column,
      endLine,
      endColumn,
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function writeDocument(view: DocumentView) {
  return {
    path: view.path,
    title: view.title,
    type: view.type.id,
    stage: view.stage?.id,
    packs: view.packs,
    sections: view.sections.map(writeSection),
    findings: view.findings.map((finding) => writeFinding(finding, view)),
    waivers: view.waivers.map(writeWaiver),
  };
}

function writeSection(section: SectionView) {
  return {
    heading: section.heading,
    label: section.label,
    level: section.level,
    kind: section.kind?.id,
    role: section.role,
    lines: section.lines,
    considerations: Object.fromEntries(section.judgements.map((j) => [j.consideration.id, writeJudgement(j)])),
  };
}

function writeJudgement(judgement: JudgementView) {
  return {
    state: judgement.state,
    expected: judgement.expected,
    lacking: judgement.lacking.map((facet) => facet.id),
    reasons: judgement.reasons,
    evidence: judgement.evidence.map(writeEvidence),
    refersTo: judgement.refersTo?.label,
    waiver: judgement.waiver && writeWaiver(judgement.waiver),
    excusedBy: judgement.excusedBy,
  };
}

function writeEvidence({ facet, range, text, signal, weakenedBy }: EvidenceView) {
  const { line, column } = range.start;
  return {
    facet: facet.id,
    line,
    column,
    endLine: range.end.line,
    endColumn: range.end.column,
    text,
    signal,
    weakenedBy,
  };
}

function writeFinding(finding: FindingView, view: DocumentView) {
  const section = view.sections[finding.section];
  return {
    ruleId: finding.ruleId,
    category: finding.category,
    consideration: finding.consideration?.id,
    severity: finding.severity,
    message: finding.message,
    range: finding.range,
    fingerprint: finding.fingerprint,
    help: finding.help,
    question: finding.question,
    section: finding.section,
    heading: section?.heading ?? '',
    lacking: finding.lacking.map((facet) => facet.id),
    evidence: finding.evidence.map(writeEvidence),
    related: finding.related,
    waivedBy: finding.waiver && writeWaiver(finding.waiver),
  };
}

function writeWaiver({ targets, reason, author, date, until, used, expired, range }: WaiverView) {
  return { targets, reason, author, date, until, used, expired, range };
}
