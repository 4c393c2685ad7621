/** A half-open range of a unit's prose, in UTF-16 units. */
export interface ProseRange {
  readonly start: number;
  readonly end: number;
}
