import type { PreparedPatterns } from '../patterns/patternScanner';
import type { PreparedTerms } from '../signals/compiledTerms';
import type {
  Consideration,
  Context,
  DocumentType,
  Framework,
  Pack,
  Rule,
  SectionKind,
  Signal,
  Source,
  Template,
  Vocabulary,
} from './pack';

/** Where one item of a rule set comes from. */
export interface Origin {
  /** Id of the pack that defines it, or that overrode it last. */
  readonly pack: string;
  /** Packs that define it too and were overridden, oldest first. */
  readonly overrides: readonly string[];
}

/** Packs composed in order into one immutable set of maps; the ids are those of `Pack`. */
export interface RuleSet {
  readonly packs: readonly Pick<Pack, 'id' | 'version' | 'title'>[];
  readonly documentTypes: ReadonlyMap<string, DocumentType>;
  readonly sectionKinds: ReadonlyMap<string, SectionKind>;
  readonly considerations: ReadonlyMap<string, Consideration>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly signals: ReadonlyMap<string, Signal>;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly frameworks: ReadonlyMap<string, Framework>;
  /** Keyed by the full id `pack/rule`; the pack is the one that first defined the rule, so that ids do not change when a pack overrides it. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly templates: ReadonlyMap<string, Template>;
  /** Keyed `pack-id:source-key`. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Keyed `section:id`, such as `rules:inclusive-growth/beneficiaries` or `section-kinds:benefits`. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** What compiling these very items comes to, where it was worked out before. */
  readonly prepared?: PreparedRules;
}

/** The part of compiling that takes long, as data. */
export interface PreparedRules {
  readonly terms: PreparedTerms;
  readonly headings: PreparedTerms;
  readonly patterns: PreparedPatterns;
}
