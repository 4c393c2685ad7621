import type { Span } from '../text/span';

/** A value of the front matter with its place; what has no words of its own (nothing, an alias) is none. */
export type FrontMatterValue = FrontMatterString | FrontMatterFigure | FrontMatterList | FrontMatterMap;

/** A number, or what is true or false. */
export interface FrontMatterFigure {
  readonly kind: 'figure';
  readonly span: Span;
}

export interface FrontMatterString {
  readonly kind: 'string';
  /** `lines` and `escaped-lines` are those of TOML: every line as it stands, in the second with escapes. */
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block' | 'lines' | 'escaped-lines';
  /** With its quotation marks, or with the `|` or `>` of a block; in TOML without them. */
  readonly span: Span;
}

export interface FrontMatterList {
  readonly kind: 'list';
  readonly items: readonly FrontMatterValue[];
  readonly span: Span;
}

export interface FrontMatterMap {
  readonly kind: 'map';
  readonly pairs: readonly FrontMatterPair[];
  readonly span: Span;
}

export interface FrontMatterPair {
  readonly key: string;
  /** With its quotation marks. */
  readonly keySpan: Span;
  readonly value: FrontMatterValue;
}
