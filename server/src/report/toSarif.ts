import { escapeMarkdown } from '../core';
import type { FindingView, Range } from './documentView';
import type { Reporter } from './reporter';
import type { ReportedRule, Run, RunProblem } from './run';
import { indent } from './toJson';
import { allProblems } from './words';

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;
/** Paths are given from this base, which the reader of the log knows: the machine's own folders stay private. */
const BASE = '%SRCROOT%';

/** Stands for the results, which are written document by document. */
const RESULTS = 'results of all documents';

/** A run as SARIF 2.1.0. Waived findings are results with a suppression, so that a viewer can show both. */
export const toSarif: Reporter = {
  writeDocument: ({ findings, path }, { ruleIds }) =>
    findings.map((finding) => `\n${indent(JSON.stringify(writeResult(finding, path, ruleIds), null, 2), 8)}`).join(','),
  begin: (run) => splitLog(run)[0],
  end: (run) => `${hasResults(run) ? '\n      ' : ''}${splitLog(run)[1]}\n`,
  between: ',',
  beginsLast: () => true,
};

function hasResults({ documents }: Run): boolean {
  return documents.some(({ open, waived }) => waived > 0 || Object.values(open).some((number) => number > 0));
}

/** The log before and after its results, `[` and `]` included. */
function splitLog(run: Run): readonly [string, string] {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: run.tool.name,
            semanticVersion: run.tool.version,
            version: run.tool.version,
            rules: run.rules.map(writeRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which the check was run.' } } },
        invocations: [writeInvocation(run)],
        artifacts: run.documents.map(({ path }) => ({
          location: writeArtifact(path),
          mimeType: 'text/markdown',
          roles: ['analysisTarget'],
        })),
        results: RESULTS,
        properties: { packs: run.packs },
      },
    ],
  };
  // No key but this one can be followed by these words: they would be escaped inside any other text.
  const [before = '', after = ''] = JSON.stringify(log, null, 2).split(`\n      "results": "${RESULTS}"`);
  return [`${before}\n      "results": [`, `]${after}`];
}

/** Every rule of the packs in use is listed, whether it found something or not: a viewer can then tell "clean" from "not checked". */
function writeRule({ id, title, why, help, severity, check }: ReportedRule) {
  const parts = [why, help].filter((part) => part !== undefined);
  return {
    id,
    name: toName(id),
    shortDescription: { text: withoutSarifLinks(title) },
    fullDescription: { text: withoutSarifLinks(why) },
    help: { text: withoutSarifLinks(parts.join('\n\n')), markdown: parts.map(escapeMarkdown).join('\n\n') },
    defaultConfiguration:
      severity === 'off' ? { enabled: false, level: 'none' } : { enabled: true, level: LEVELS[severity] },
    properties: { check },
  };
}

function writeResult(finding: FindingView, path: string, ruleIds: readonly string[]) {
  const { ruleId, severity, message, waiver, question, consideration, category } = finding;
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: LEVELS[severity],
    message: { text: withoutSarifLinks(question ? `${message} To answer: ${question}` : message) },
    locations: [
      {
        physicalLocation: writeLocation(path, finding.range),
        logicalLocations: [{ name: finding.sectionLabel, kind: 'section' }],
      },
    ],
    relatedLocations: finding.related.map((related, id) => ({
      id,
      physicalLocation: writeLocation(path, related.range),
      message: { text: withoutSarifLinks(related.message) },
    })),
    partialFingerprints: { 'inclusiveGrowth/v1': finding.fingerprint },
    suppressions: waiver ? [writeSuppression(waiver, path)] : [],
    properties: { category, consideration: consideration?.id, lacking: finding.lacking.map((facet) => facet.id) },
  };
}

function writeSuppression(waiver: NonNullable<FindingView['waiver']>, path: string) {
  const { author, date, until, reason, range } = waiver;
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: reason ?? '',
    location: { physicalLocation: writeLocation(path, range) },
    properties: { author, date, until },
  };
}

function writeInvocation(run: Run) {
  return {
    executionSuccessful: !allProblems(run).some((problem) => problem.severity === 'error'),
    toolExecutionNotifications: [
      ...allProblems(run).map(writeNotification),
      ...run.notChecked.map(({ path, message, reason }) => ({
        level: 'note',
        descriptor: { id: reason },
        message: { text: withoutSarifLinks(`Not checked: ${message}`) },
        locations: [{ physicalLocation: { artifactLocation: writeArtifact(path) } }],
      })),
    ],
  };
}

function writeNotification({ code, severity, message, path, line, column, endLine, endColumn }: RunProblem) {
  const region = line === undefined ? undefined : { startLine: line, startColumn: column, endLine, endColumn };
  const locations =
    path === undefined ? undefined : [{ physicalLocation: { artifactLocation: writeArtifact(path), region } }];
  return { level: severity, descriptor: { id: code }, message: { text: withoutSarifLinks(message) }, locations };
}

function writeLocation(path: string, { start, end }: Range) {
  return {
    artifactLocation: writeArtifact(path),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/** In a message, `[words](target)` is a link, and a backslash makes it words (SARIF 2.1.0, 3.11.6). Nothing that we say is a link. */
function withoutSarifLinks(message: string): string {
  return message.replace(/\\(?=[\\[\]])|\[(?=[^[\]]*\]\()/g, '\\$&');
}

function writeArtifact(path: string) {
  const parts = path.split('/').map((part) => encodeURIComponent(part));
  // A drive letter would read as a scheme, and such a path does not start from the base.
  if (/^[A-Za-z]:$/.test(path.split('/')[0] ?? ''))
    return { uri: `file:///${path.slice(0, 2)}/${parts.slice(1).join('/')}` };
  if (path.startsWith('/')) return { uri: `file://${parts.join('/')}` };
  return { uri: parts.join('/'), uriBaseId: BASE };
}

/** `inclusive-growth/good-work` as a name that SARIF viewers show: `InclusiveGrowthGoodWork`. */
function toName(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}
