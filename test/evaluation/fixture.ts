/** What a careful reader says of a section and a consideration. `not-present` leaves open whether a reviewer would ask. */
export const LABEL_STATES = ['present', 'thin', 'missing', 'not-expected', 'not-present'] as const;
export type LabelState = (typeof LABEL_STATES)[number];

/** The forms that content takes. */
export const FORMS = ['prose', 'list', 'table', 'form', 'converted', 'footnote', 'american'] as const;

/** What misleads where the content is not there. `absent` misleads nobody: it is not a hard negative. */
export const PITFALLS = [
  'keyword',
  'assertion',
  'negation',
  'hedge',
  'deferral',
  'hypothesis',
  'question',
  'quotation',
  'partner-target',
  'title',
  'contents',
  'guidance',
  'unticked',
  'no-difference',
  'see-elsewhere',
  'to-be-drafted',
  'placeholder',
  'other-sense',
  'other-matter',
  'marketing',
  'absent',
] as const;
export type LabelKind = (typeof FORMS)[number] | (typeof PITFALLS)[number];

export interface Label {
  /** 1-based line of the label in the file. */
  readonly line: number;
  readonly consideration: string;
  readonly state: LabelState;
}

/** A label that says what its passage is an example of, and why it was set. */
export interface ReasonedLabel extends Label {
  readonly kind: LabelKind;
  readonly why: string;
}

/** A stretch of a fixture that is judged as one section. */
export interface Passage {
  readonly labels: readonly ReasonedLabel[];
  /** 1-based line on which the text below the labels begins; the labels' own line when there is none. */
  readonly textLine: number;
}

export interface Fixture {
  readonly path: string;
  /** The paper without its labels, whose lines are left blank. */
  readonly text: string;
  readonly passages: readonly Passage[];
}

/** Reads a fixture. Throws with file and line where a label is not in the form that `README.md` gives. */
export function readFixture(path: string, source: string): Fixture {
  const lines = source.split('\n');
  const passages: Passage[] = [];
  let labels: ReasonedLabel[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('@ ')) labels.push(readLabel(line, path, index + 1));
    else if (line.trim() !== '' && labels.length > 0) {
      passages.push(closePassage(labels, index + 1, path));
      labels = [];
    }
  }
  if (labels.length > 0) passages.push(closePassage(labels, labels[0]?.line ?? 1, path));
  return { path, text: lines.map((line) => (line.startsWith('@ ') ? '' : line)).join('\n'), passages };
}

function readLabel(text: string, path: string, line: number): ReasonedLabel {
  const [, consideration = '', state, kind, why = ''] = /^@ ([a-z-]+): ([a-z-]+), ([a-z-]+)\. (\S.*)$/.exec(text) ?? [];
  const label = { line, consideration, state: state as LabelState, kind: kind as LabelKind, why };
  const kinds: readonly string[] = label.state === 'present' ? FORMS : PITFALLS;
  if (LABEL_STATES.includes(label.state) && kinds.includes(label.kind)) return label;
  throw new Error(`${path}:${line}: expected \`@ CONSIDERATION: STATE, KIND. Why.\` as in README.md, found: ${text}`);
}

function closePassage(labels: readonly ReasonedLabel[], textLine: number, path: string): Passage {
  const twice = labels.find((a) => labels.some((b) => b !== a && b.consideration === a.consideration));
  if (twice) throw new Error(`${path}:${twice.line}: ${twice.consideration} is labelled twice in one passage`);
  return { labels, textLine };
}
