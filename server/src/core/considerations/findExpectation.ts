import type { Expectation, Rule } from '../rules/pack';
import type { ClassifiedSection } from '../sections/classifySections';

/** What a rule asks of one section. */
export interface AskedOf {
  readonly when: Expectation['when'];
  readonly provided?: readonly string[];
  readonly facets?: readonly string[];
  /** Facets, one of which is answer enough where the section is not `always` asked. */
  readonly unless?: readonly string[];
  readonly home: boolean;
  readonly each: boolean;
  /** Not asked of a section that does not raise the matter, where another one does and is asked. */
  readonly once?: boolean;
  /** The section only leads through the paper: whatever names stand in it, nothing is dealt with there. */
  readonly onlyLeads?: boolean;
}

/** Of a section that is not there to deal with anything. */
export const NOT_ASKED: AskedOf = { when: 'never', home: false, each: false };

const ONLY_LEADS: AskedOf = { ...NOT_ASKED, onlyLeads: true };

/**
 * What `rule` asks of a section. Only the body of a document is asked. A section without a kind of its own is never asked unconditionally
 * for what its parent's kind is asked for: it is part of the parent, whose own expectation looks at all its children.
 */
export function findExpectation(
  rule: Rule,
  section: Pick<ClassifiedSection, 'kind' | 'inheritedKind' | 'role'>,
  type: string,
  stage: string | undefined,
): AskedOf {
  if (section.role === 'navigation') return ONLY_LEADS;
  if (section.role !== 'body') return NOT_ASKED;
  const fits = (entry: Expectation, kind: string) =>
    entry.in.includes(kind) &&
    (entry['document-types']?.includes(type) ?? true) &&
    (entry.stages === undefined || (stage !== undefined && entry.stages.includes(stage)));
  const entries = rule.expect ?? [];
  const own = section.kind !== undefined ? entries.find((entry) => fits(entry, section.kind ?? '')) : undefined;
  if (own) return toAsked(own).itself;
  const inherited = entries.find((entry) => section.inheritedKind !== undefined && fits(entry, section.inheritedKind));
  if (inherited) return toAsked(inherited).below;
  const any = entries.find((entry) => fits(entry, 'any'));
  return any ? toAsked(any).itself : NOT_ASKED;
}

/** What `rule` asks of the document as a whole, if anything. */
export function findDocumentExpectation(rule: Rule, type: string, stage: string | undefined): Expectation | undefined {
  return (rule.expect ?? []).find(
    (entry) =>
      entry.in.includes('document') &&
      entry.when === 'always' &&
      (entry['document-types']?.includes(type) ?? true) &&
      (entry.stages === undefined || (stage !== undefined && entry.stages.includes(stage))),
  );
}

/** What an entry asks of a section of its kind, and of those below one. */
interface AskedBy {
  readonly itself: AskedOf;
  readonly below: AskedOf;
}

/** One of each entry, however many sections there are. */
const askedBy = new WeakMap<Expectation, AskedBy>();

function toAsked(entry: Expectation): AskedBy {
  const known = askedBy.get(entry);
  if (known) return known;
  const { when, provided, facets, unless, home, each, once } = entry;
  const itself = { when, provided, facets, unless, home: home === true, each: each === true, once: once === true };
  const made = { itself, below: { ...itself, when: entry.when === 'always' ? ('raised' as const) : entry.when } };
  askedBy.set(entry, made);
  return made;
}
