import type { DocumentView, EvidenceView, FindingView, JudgementView, SectionView, WaiverView } from './documentView';
import type { Reporter } from './reporter';
import type { Run } from './run';
import { allProblems } from './words';

/** The report as data: `docs/report.schema.json` describes it. Additions keep the version; anything else raises it. */
export const SCHEMA_VERSION = 1;

/** A run as JSON. Keys come in a fixed order, so that the same run gives the same text. */
export const toJson: Reporter = {
  writeDocument: (view) => `\n${indent(JSON.stringify(writeDocument(view), null, 2), 4)}`,
  begin: ({ tool, packs }) => {
    const head = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: tool.name, version: tool.version },
      packs: packs.map(({ id, version, integrity }) => ({ id, version, integrity })),
    };
    return `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "documents": [`;
  },
  end: (run) => {
    const tail = {
      notChecked: run.notChecked.map(({ path, reason, message }) => ({ path, reason, message })),
      problems: writeProblems(run),
    };
    return `${run.documents.length > 0 ? '\n  ' : ''}],\n${JSON.stringify(tail, null, 2).slice('{\n'.length)}\n`;
  },
  between: ',',
  beginsLast: () => false,
};

function writeProblems(run: Run) {
  return allProblems(run).map(({ code, severity, message, path, line, column, endLine, endColumn }) => ({
    code,
    severity,
    message,
    path,
    line,
    column,
    endLine,
    endColumn,
  }));
}

/** Moves every line in. What is text in JSON holds no line end, so this changes nothing that is said. */
export function indent(json: string, spaces: number): string {
  const room = ' '.repeat(spaces);
  return room + json.replaceAll('\n', `\n${room}`);
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
