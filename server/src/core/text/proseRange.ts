/** A half-open range of a unit's prose, in UTF-16 units. */
export interface ProseRange {
  readonly start: number;
  readonly end: number;
}

/** Every match of an expression with the flag `g`, from left to right. */
export function findRanges(expression: RegExp, text: string): ProseRange[] {
  const found: ProseRange[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
    // An empty match would be found again and again.
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}
