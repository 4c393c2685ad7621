import type { DocumentStatus } from '../../server/src/protocol/protocol';

/** What the status item shows. */
export interface StatusWords {
  /** With a codicon in front. */
  readonly text: string;
  /** One fact to a line. */
  readonly lines: readonly string[];
  /** Whether something is broken, as opposed to open. */
  readonly broken: boolean;
}

const virtualLimits = 'This is a virtual workspace: packs and configuration files of the workspace are not read.';

/** Says how a document stands. Without a status, the server has not looked at it yet. */
export function statusWords(status: DocumentStatus | undefined, virtual: boolean): StatusWords {
  if (!status) return { text: '$(sync~spin) Inclusive Growth', lines: ['The document is being read.'], broken: false };
  const lines = [status.words, ...describeRules(status), ...(virtual ? [virtualLimits] : [])];
  switch (status.state) {
    case 'failed':
      return { text: '$(error) Check failed', lines, broken: true };
    case 'off':
      return { text: '$(circle-slash) Check is off', lines, broken: false };
    case 'not-checked':
      // A type or stage that is not understood was meant to be checked; a file without any was not.
      return {
        text: '$(circle-slash) Not checked',
        lines,
        broken: status.reason !== undefined && status.reason !== 'no-document-type',
      };
    case 'checked':
      return {
        text: `${status.packProblems > 0 ? '$(warning)' : '$(checklist)'} ${describeType(status)}: ${describeOpen(status)}`,
        lines,
        broken: status.packProblems > 0,
      };
  }
}

/** `Business case OBC`, for a label. */
export function describeType({ type, typeTitle, stage }: DocumentStatus): string {
  return [typeTitle ?? type ?? 'Document', stage].filter((part) => part !== undefined).join(' ');
}

/** `3 open` or `nothing open`. Hints are left out, as in VS Code's own list of problems, so that the two numbers agree. */
export function describeOpen({ open }: DocumentStatus): string {
  const count = open.error + open.warning + open.information;
  return count === 0 ? 'nothing open' : `${count} open`;
}

function describeRules({ packs, stageTitle, packProblems }: DocumentStatus): readonly string[] {
  return [
    ...(stageTitle ? [`Stage: ${stageTitle}`] : []),
    ...(packs.length > 0
      ? [
          `${packs.length === 1 ? 'Pack' : 'Packs'}: ${packs.map(({ title, version }) => `${title} ${version}`).join(', ')}`,
        ]
      : []),
    ...(packProblems > 0
      ? [`${packProblems === 1 ? 'One problem' : `${packProblems} problems`} in packs or configuration: see Problems`]
      : []),
  ];
}
