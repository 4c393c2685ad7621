/**
 * What a pack says, key for key as in its YAML. The JSON Schema (`rules/pack.schema.json`) describes the same shape with
 * the authoring documentation; a test keeps the two together.
 *
 * Every map is keyed by id (kebab-case). Ids of rules, considerations, signals, contexts, section kinds and vocabularies are shared by all
 * packs that are composed, so that a pack can override by id what it extends.
 */
export interface Pack {
  readonly id: string;
  /** Semantic version of the pack. */
  readonly version: string;
  /** Semver range of the engine that can read it, such as `>=0.1 <1`. */
  readonly engine: string;
  readonly title: string;
  readonly description: string;
  /** SPDX id or words: the licence of the pack's own words. */
  readonly licence: string;
  /** Where facts come from; `source` elsewhere names keys of this map. The key `ours` is reserved for the authors' own judgement. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Packs that this one builds on, by id. */
  readonly extends?: readonly string[];
  /** Further files of the same folder whose maps are joined to this one's, so that a pack can be read in parts. */
  readonly include?: readonly string[];
  readonly 'document-types'?: Readonly<Record<string, DocumentType>>;
  readonly 'section-kinds'?: Readonly<Record<string, SectionKind>>;
  readonly considerations?: Readonly<Record<string, Consideration>>;
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>;
  readonly signals?: Readonly<Record<string, Signal>>;
  readonly contexts?: Readonly<Record<string, Context>>;
  /** Lists that a toolkit works with, for reference pages, completion and worksheets: stages, priorities, inputs. */
  readonly frameworks?: Readonly<Record<string, Framework>>;
  readonly rules?: Readonly<Record<string, Rule>>;
  readonly templates?: Readonly<Record<string, Template>>;
}

export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly licence?: string;
  /** What was and was not read of it, or why it can be relied on. */
  readonly note?: string;
}

/** One key of `sources`, or several. `ours` marks what no source says. */
export type SourceRef = string | readonly string[];

export interface DocumentType {
  readonly title: string;
  /** Other values of `document-type` in front matter that mean this type. */
  readonly aliases?: readonly string[];
  readonly source?: SourceRef;
  /** In the order of a project's life. */
  readonly stages?: Readonly<Record<string, Stage>>;
  readonly 'default-stage'?: string;
  /** The layout, in order. */
  readonly sections?: readonly SectionPlace[];
  /** Id of a template. */
  readonly template?: string;
  /** Terms that, found in a title or in headings, suggest that an unmapped file is of this type. */
  readonly recognise?: readonly string[];
}

export interface Stage {
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly source?: SourceRef;
}

export interface SectionPlace {
  readonly kind: string;
  /** `true`: always; a list: at these stages; absent: never asked for. */
  readonly required?: boolean | readonly string[];
  /** The kind under which it normally stands. */
  readonly under?: string;
}

export interface SectionKind {
  readonly title: string;
  /** Terms that must match the whole heading (numbering, "and", "the" and trailing punctuation put aside). */
  readonly headings?: readonly string[];
  /** Terms that need only occur in the heading; tried after every kind's `headings`. */
  readonly contains?: readonly string[];
  /** The headings count only beneath a section of one of these kinds. */
  readonly under?: readonly string[];
  /**
   * What the section is there to do. Only `body` is asked for considerations; `summary` restates the rest; `navigation`
   * (contents, glossary, sources, links), `front` (title page, document control) and `appendix` are never asked.
   */
  readonly role?: 'body' | 'summary' | 'navigation' | 'front' | 'appendix';
  readonly source?: SourceRef;
}

export interface Consideration {
  readonly title: string;
  readonly question: string;
  /** Why it matters, in a sentence or two. */
  readonly why: string;
  /** Markdown: what a good passage holds, and what a weak one sounds like. */
  readonly guidance: string;
  /** An invented passage that answers the question. */
  readonly example?: string;
  readonly source?: SourceRef;
  readonly facets: Readonly<Record<string, Facet>>;
  /** Signals that raise the consideration without dealing with it. Every facet's signals raise it too, unless the facet says `raises: false`. */
  readonly mentions?: readonly string[];
  /** So many mentions raise the consideration where nothing but mentions does: a word in passing is no matter of the section. Default 1. */
  readonly 'mentions-needed'?: number;
  /** Signals, one of which must stand in the sentence of a mention, apart from it, for it to raise the consideration. */
  readonly 'mentions-beside'?: readonly string[];
  /** Signals that, in a heading, say that the section is about the consideration. Default: those of `mentions`. */
  readonly names?: readonly string[];
  /** Alternatives: a passage that satisfies any of them deals with the consideration. */
  readonly present: readonly PresentWhen[];
  readonly prompt?: Prompt;
}

export interface Facet {
  readonly title: string;
  readonly question: string;
  readonly source?: SourceRef;
  /** Any of these shows the facet. */
  readonly signals?: readonly string[];
  /** Terms for header cells: a filled cell beneath such a header shows the facet. */
  readonly columns?: readonly string[];
  /** `false`: common things (a number, a date) that alone do not raise the consideration. Default true. */
  readonly raises?: boolean;
  /** `false`: words found in papers on anything, which only many together make an answer, and two no beginning of one. Default true. */
  readonly begins?: boolean;
  /** Facets, one of which must stand in the same sentence for this one to be told as a part of an answer that is not whole. */
  readonly beside?: readonly string[];
  readonly prompt?: Prompt;
  /** Only in a pack that overrides another: why the facet is not asked for. The rule set has no such facet any more. */
  readonly dropped?: string;
}

/** All of the facets, found together. */
export interface PresentWhen {
  readonly facets: readonly string[];
  /** `sentence` (default), `paragraph` (also: list item, table row), `list` (an item and the paragraph that introduces its list), `block` (a whole list or table), or `section`. */
  readonly within?: Within;
  /** Signals: the heading right above the text must show one of them. It says whom or what the text is about, which the text need not repeat. */
  readonly headed?: readonly string[];
}

export type Within = 'sentence' | 'paragraph' | 'list' | 'block' | 'section';

export interface Prompt {
  /** Markdown with tab stops written as `[what to fill in]`. */
  readonly skeleton: string;
  readonly source?: SourceRef;
}

export interface Vocabulary {
  readonly title: string;
  readonly description?: string;
  readonly source?: SourceRef;
  readonly items: Readonly<Record<string, VocabularyItem>>;
}

export interface VocabularyItem {
  readonly label: string;
  /** Terms (see `Signal.terms`); the label itself counts too unless `terms` is given. */
  readonly terms?: readonly string[];
  readonly description?: string;
  readonly source?: SourceRef;
  /** Only for metrics. */
  readonly unit?: string;
  readonly frequency?: string;
  readonly dataset?: string;
  readonly geography?: string;
  /** Only for levers. */
  readonly 'decision-points'?: readonly string[];
  readonly holders?: readonly string[];
  readonly strong?: string;
  readonly weak?: string;
  /** Only for dated values: newest last. */
  readonly values?: readonly DatedValue[];
}

export interface DatedValue {
  /** ISO date or year-month from which it holds. */
  readonly from: string;
  readonly value: number;
  readonly unit: string;
  readonly area?: string;
  readonly source?: SourceRef;
}

/**
 * Something observable with an exact span. Exactly one of `terms`, `patterns`, `vocabulary`, `value`, `structure`, `any` and `all` is given.
 *
 * Term notation (never a regular expression): plain words match whole words, in any case, across hard wraps and any white space;
 * `word*` any ending; `(s)` and `(a|b)` optional letters or words; `<a|b>` one of; ` ... ` up to four words between. A term with a capital letter after `=`
 * (`=PSED`) matches that spelling only. Hyphen and space match each other.
 */
export interface Signal {
  readonly title?: string;
  readonly source?: SourceRef;
  readonly terms?: readonly string[];
  /** RE2 patterns, matched without case on a unit's prose; no lookaround, no back-references. */
  readonly patterns?: readonly string[];
  readonly vocabulary?: string;
  readonly value?: ValueKind;
  /** With `value: count`: terms for what is counted, which must follow the number within three words. */
  readonly units?: readonly string[];
  readonly structure?: StructureKind;
  readonly any?: readonly string[];
  /** All of these signals, found together; the match is each of their matches. */
  readonly all?: readonly string[];
  /** For `all`: how near. Default `sentence`. */
  readonly within?: Within;
  /** For `all`: at most this many words from the first match's end to the last one's start. */
  readonly words?: number;
  /** For `all`: the matches must come in the order given. */
  readonly ordered?: boolean;
  /** Signals whose presence in the same sentence takes the match away. */
  readonly unless?: readonly string[];
  /** Signals that take the match away where they overlap it: the same words in another sense. */
  readonly except?: readonly string[];
}

export type ValueKind =
  /** `£4.2m`, `€300,000`, `£12.60 an hour` */
  | 'money'
  /** `15%`, `12 per cent`, `3 percentage points` */
  | 'percentage'
  /** A number of something: `40 residents`, `twelve apprentices`, `one in four`; with `units`, of one of these things. */
  | 'count'
  /** `12 June 2027`, `June 2027`, `Q3 2026/27`, `by summer 2026`, `2025-26`, `in 2030` */
  | 'date'
  /** Any number that is not part of a date, heading number or reference. */
  | 'number'
  /** `from 12% to 18%`, `rise to 40 from 25`, `12% → 18%` */
  | 'change'
  /** `ward`-level precision of a postcode or area code. */
  | 'area-code';

export type StructureKind =
  /** A link with an address outside the document. */
  | 'link'
  | 'footnote'
  /** `(ONS, 2024)`, `ONS (2024)`, `Source: …` */
  | 'citation'
  /** `see section 5.2`, `Appendix C`, a link to a heading of this document. */
  | 'reference';

/** What surrounds words and changes what they are worth. */
export interface Context {
  readonly title: string;
  readonly effect: ContextEffect;
  readonly terms?: readonly string[];
  readonly patterns?: readonly string[];
  readonly source?: SourceRef;
  /**
   * `sentence` (default): all matches in the sentence (in a table: the cell); `after`: those after the words in the same sentence;
   * `unit`: all in the unit; `words`: only those that overlap the words themselves, for another sense of a word.
   */
  readonly reach?: 'sentence' | 'after' | 'unit' | 'words';
  /** Signals that, found in the same sentence (for `defer` and `assert`: all of them), make the context harmless. */
  readonly 'excused-by'?: readonly string[];
  /** Signals whose presence in the same sentence takes the context away. */
  readonly unless?: readonly string[];
}

/**
 * `exclude`: the words do not count at all (another sense, negated, a title). `weaken`: they raise the consideration and no more (hypothetical, hedged, reported).
 * `defer`, `assert`, `placeholder`, `guidance`: as `weaken`, and they are found by the check of that name.
 */
export type ContextEffect = 'exclude' | 'weaken' | 'defer' | 'assert' | 'placeholder' | 'guidance';

export interface Framework {
  readonly title: string;
  readonly description?: string;
  readonly source?: SourceRef;
  readonly items: Readonly<Record<string, FrameworkItem>>;
}

export interface FrameworkItem {
  readonly title: string;
  readonly description?: string;
  readonly question?: string;
  readonly source?: SourceRef;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** One severity for all stages, or one by stage with a `default`. */
export type SeverityByStage = Severity | Readonly<Record<string, Severity>>;

export type CheckKind =
  | 'consideration'
  | 'placeholder'
  | 'deferral'
  | 'assertion'
  | 'guidance'
  | 'empty-section'
  | 'empty-cells'
  | 'required-sections'
  | 'heading-form'
  | 'reference'
  | 'thread'
  | 'inputs'
  | 'prompt'
  | 'waiver';

export interface Rule {
  readonly check: CheckKind;
  readonly title: string;
  readonly why: string;
  /** What to do about it. */
  readonly help?: string;
  readonly source?: SourceRef;
  readonly severity: SeverityByStage;
  /** For `consideration`. */
  readonly consideration?: string;
  /** For `consideration`: where it is asked for. The first entry that fits a section decides. */
  readonly expect?: readonly Expectation[];
  /** For `deferral`: what a deferral counts as, by stage. */
  readonly 'by-stage'?: Readonly<Record<string, 'accepted' | 'thin' | 'missing'>>;
  /** For `thread`: items of this vocabulary … */
  readonly vocabulary?: string;
  /** … named in sections of these kinds … */
  readonly from?: readonly string[];
  /** … must be met again in at least one section of these kinds. */
  readonly to?: readonly string[];
  /** For `inputs`: signals, at least one of which the whole document must hold. */
  readonly signals?: readonly string[];
  /** For `required-sections` and others: only these document types. */
  readonly 'document-types'?: readonly string[];
  readonly examples: readonly Example[];
}

export interface Expectation {
  /** Section kinds; `any` for every section of role `body`, `document` for the document as a whole. */
  readonly in: readonly string[];
  readonly 'document-types'?: readonly string[];
  readonly stages?: readonly string[];
  /**
   * `always`: asked for whatever the section says. `raised`: asked for once the section raises it. A list of signals: asked for once one of them is found.
   * `never`: not asked for.
   */
  readonly when: 'always' | 'raised' | 'never' | readonly string[];
  /** Signals, one of which the section must show somewhere, unless it is `always` asked or its heading names the matter. */
  readonly provided?: readonly string[];
  /** Facets that a passage here should hold; what lacks is said even where the section is `present`. Default: those of the consideration's first `present` alternative. */
  readonly facets?: readonly string[];
  /** Facets, one of which, found, leaves nothing to ask, unless the section is `always` asked. */
  readonly unless?: readonly string[];
  /** The section is where this belongs: dealt with in one such section, it is asked for nowhere else; and while one is there, it is asked for only there. */
  readonly home?: boolean;
  /** Asked for in each such section, even where another one deals with it. */
  readonly each?: boolean;
  /** Asked for in a section that does not raise the matter itself only where no other section has raised and not dealt with it. */
  readonly once?: boolean;
}

/** A passage with the judgement expected of it: a test, and documentation. */
export interface Example {
  readonly title?: string;
  readonly 'document-type'?: string;
  readonly stage?: string;
  /** For checks on one section: its kind; the text is then the section's body. Without it the text is a whole document. */
  readonly kind?: string;
  readonly text: string;
  /** For `consideration`: the state. For the other checks: `pass` (no finding) or `fail` (at least one). */
  readonly expect: 'present' | 'thin' | 'missing' | 'not-expected' | 'waived' | 'pass' | 'fail';
  /** For `consideration`: facet to words that must be among its evidence. */
  readonly finds?: Readonly<Record<string, string>>;
  /** Facets that must be said to lack. */
  readonly lacking?: readonly string[];
  /** For the other checks: words that the finding must rest on. */
  readonly words?: string;
}

export interface Template {
  readonly title: string;
  readonly 'document-type': string;
  readonly stage?: string;
  readonly source?: SourceRef;
  /** Markdown. `{{prompt:beneficiaries}}` stands for a consideration's prompt. */
  readonly text: string;
}
