import type { Extension, Tokenizer } from 'micromark-util-types';
import { type KnownLabels, toLabel } from '../commonInline';

/** The labels that a text defines: for links (`[label]: address`) and for footnotes (`[^label]: …`), as the parser compares them. */
export interface Labels {
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** What the parse of one chunk had to do with labels, for links or for footnotes. */
export interface LabelUse {
  readonly defined: readonly string[];
  /** Labels that the chunk asked about and does not define itself, with the answer on which its reading rests. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** Stands in for the parser's own lists of labels while one chunk is parsed, in one piece or several, and notes what is asked of them. */
export interface LabelRecorder {
  readonly extension: Extension;
  /** For what is read without the parser. */
  readonly known: KnownLabels;
  use(): { readonly links: LabelUse; readonly notes: LabelUse };
}

const NOTHING: LabelUse = { defined: [], asked: new Map() };
const LINK_OR_NOTE = /\[((?:[^[\]\\]|\\.)+)\]:/g;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;

/**
 * Prepares for one parse. The parser asks `includes` and calls `push` on `parser.defined` and `parser.gfmFootnotes`. A footnote definition
 * adds itself only when the list does not hold it yet, so that the labels of other chunks are there only once the text inside of blocks
 * is read, when all blocks and with them all definitions of the chunk are known.
 */
export function recordLabels(known: Labels): LabelRecorder {
  const phase = { inText: false };
  const links = startList(known.links, phase);
  const notes = startList(known.notes, phase);
  // Constructs that never match: the parser runs them, and what they do is done.
  const seed: Tokenizer = function (_effects, _ok, nok) {
    phase.inText = false;
    Object.assign(this.parser, { defined: links.list, gfmFootnotes: notes.list });
    return nok;
  };
  const enterText: Tokenizer = (_effects, _ok, nok) => {
    phase.inText = true;
    return nok;
  };
  const begin = { name: 'labelSeed', tokenize: seed };
  const text = { name: 'labelText', tokenize: enterText };
  return {
    // Ahead of footnote definitions, which look at their list first.
    extension: {
      document: { [OPENING_BRACKET]: [begin], null: [begin] },
      text: { [OPENING_BRACKET]: [text], [CLOSING_BRACKET]: [text] },
    },
    known: { hasNote: notes.ask, defineNote: notes.list.push, hasLink: links.ask },
    use: () => ({ links: links.use(), notes: notes.use() }),
  };
}

function startList(known: ReadonlySet<string>, phase: { readonly inText: boolean }) {
  const own = new Set<string>();
  const asked = new Map<string, boolean>();
  const ask = (label: string): boolean => {
    asked.set(label, known.has(label));
    return known.has(label);
  };
  const list = {
    push: (label: string) => own.add(label),
    includes: (label: string): boolean => own.has(label) || (phase.inText && ask(label)),
  };
  const use = (): LabelUse => (own.size + asked.size === 0 ? NOTHING : { defined: [...own], asked });
  return { list, ask, use };
}

/** The labels of a chunk of which a part without definitions was read again: a question too many is only asked for nothing. */
export function mergeUses(use: LabelUse, part: LabelUse): LabelUse {
  return part.asked.size === 0 ? use : { defined: use.defined, asked: new Map([...use.asked, ...part.asked]) };
}

/** Whether an answer that a chunk was given is no longer true. */
export function isStale(use: { readonly links: LabelUse; readonly notes: LabelUse }, labels: Labels): boolean {
  const changed = ({ asked }: LabelUse, now: ReadonlySet<string>) => {
    for (const [label, answer] of asked) if (now.has(label) !== answer) return true;
    return false;
  };
  return changed(use.links, labels.links) || changed(use.notes, labels.notes);
}

/** Labels that look defined somewhere in a text: what a first reading goes by until the chunks have said what is defined. */
export function guessLabels(text: string): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const match of text.matchAll(LINK_OR_NOTE)) {
    const label = toLabel(match[1] ?? '');
    if (label.startsWith('^')) notes.add(label.slice(1));
    else links.add(label);
  }
  return { links, notes };
}
