import type { Comment, DocumentModel, Section } from '../document/documentModel';
import { hasLetterOrNumber } from '../text/letters';
import type { Span } from '../text/span';
import type { InsertedPrompt, Waiver } from './finding';

/** What a comment says to the toolkit. `faulty`: it addresses the toolkit and cannot be understood. */
export type ToolComment =
  | { readonly kind: 'waiver'; readonly waiver: Waiver }
  | { readonly kind: 'prompt'; readonly prompt: InsertedPrompt }
  | { readonly kind: 'faulty'; readonly span: Span; readonly section: number; readonly message: string };

const ADDRESS = /^\s*inclusive-growth\s*:\s*/;
const WAIVE = /^waive\s+([\w/,\s-]*?)(?=\s+(?:because|by|on|until)\b|\s*$)/;
const CLAUSES: Readonly<Record<'because' | 'by', RegExp>> = {
  because: /\bbecause\s+["\u201c]([^"\u201c\u201d]*)["\u201d]/,
  by: /\bby\s+["\u201c]([^"\u201c\u201d]*)["\u201d]/,
};
const DATES: Readonly<Record<'on' | 'until', RegExp>> = { on: /\bon\s+(\S+)/, until: /\buntil\s+(\S+)/ };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const PROMPT = /^prompt\s+([\w-]+)(?:\/([\w-]+))?/;
/** A slot to fill in; not a link, a check box or a footnote reference. */
export const SLOT = /\[(?![ xX]\]|\^)[^\]\n]*\](?![([:])/;

/** Reads every comment that addresses the toolkit, in document order. `today` is an ISO date. Waivers are unused until a check uses them. */
export function readComments(document: DocumentModel, today: string): readonly ToolComment[] {
  return document.comments.flatMap((comment) => {
    // In front matter between quotation marks, those of a comment are written `\"`.
    const words = document.text.slice(comment.textSpan.start, comment.textSpan.end).replaceAll('\\"', ' "');
    const address = ADDRESS.exec(words);
    if (!address) return [];
    const body = words.slice(address[0].length);
    const offset = comment.textSpan.start + address[0].length;
    if (/^waive\b/.test(body)) return [readWaiver(comment, body, offset, today)];
    if (/^prompt\b/.test(body)) return [readPrompt(comment, body, document)];
    return [
      {
        kind: 'faulty',
        span: comment.span,
        section: comment.section,
        message: 'expected `waive` or `prompt` after `inclusive-growth:`',
      } as const,
    ];
  });
}

function readWaiver(comment: Comment, body: string, offset: number, today: string): ToolComment {
  // Quoted words may hold `by` or `on`: blank them out, at the same length, before the dates are read.
  const bare = body.replace(/["\u201c][^"\u201c\u201d]*["\u201d]/g, (quoted) => '"'.repeat(quoted.length));
  const head = WAIVE.exec(bare);
  const list = head?.[1] ?? '';
  const from = offset + (head ? head[0].indexOf(list) : 0);
  const targets = [...list.matchAll(/[^,\s]+/g)].map((m) => ({
    id: m[0],
    span: { start: from + m.index, end: from + m.index + m[0].length },
  }));
  if (targets.length === 0) {
    const message = 'a waiver names what it waives: `waive good-work because "…"`';
    return { kind: 'faulty', span: comment.span, section: comment.section, message };
  }
  const date = DATES.on.exec(bare)?.[1];
  const until = DATES.until.exec(bare)?.[1];
  const wrong = [date, until].find((value) => value !== undefined && !isDate(value));
  if (wrong !== undefined) {
    const message = `\`${wrong}\` is not a date: write it as 2027-04-01`;
    return { kind: 'faulty', span: comment.span, section: comment.section, message };
  }
  const reason = CLAUSES.because.exec(body)?.[1]?.trim() || undefined;
  const author = CLAUSES.by.exec(body)?.[1]?.trim() || undefined;
  const expired = until !== undefined && until < today;
  const { span, section } = comment;
  return { kind: 'waiver', waiver: { span, section, targets, reason, author, date, until, used: false, expired } };
}

function isDate(value: string): boolean {
  return ISO_DATE.test(value) && !Number.isNaN(Date.parse(value));
}

function readPrompt(comment: Comment, body: string, document: DocumentModel): ToolComment {
  const match = PROMPT.exec(body);
  const { span, section } = comment;
  if (!match?.[1]) {
    const message = 'a prompt names its consideration: `prompt beneficiaries`';
    return { kind: 'faulty', span, section, message };
  }
  const answered = isAnswered(comment, document);
  return { kind: 'prompt', prompt: { span, section, consideration: match[1], facet: match[2], answered } };
}

/** Answered when the block after the comment has words and no slot left to fill in. */
function isAnswered(comment: Comment, document: DocumentModel): boolean {
  const section: Section | undefined = document.sections[comment.section];
  const next = document.comments.find((other) => other.span.start >= comment.span.end);
  const end = Math.min(section?.span.end ?? document.text.length, next?.span.start ?? document.text.length);
  const after = document.text.slice(comment.span.end, end).replace(/^\s+/, '');
  const block = after.split(/\r?\n[ \t]*\r?\n/)[0] ?? '';
  return hasLetterOrNumber(block) && !SLOT.test(block);
}
