/** A document with expectations: lines of carets label the line above them and are taken out before the text is read. */
export interface Scenario {
  readonly text: string;
  /** `line: rule-id words`, sorted; lines are 1-based in `text`. */
  readonly expected: readonly string[];
  /** Rules that the scenario is about (`about:` in its front matter); findings of others are left aside. */
  readonly about: readonly string[];
}

/** Reads a scenario. A label is `^^^^ rule-id: words`; the words must be part of the finding's message. */
export function readScenario(source: string): Scenario {
  const lines: string[] = [];
  const expected: string[] = [];
  for (const line of source.split('\n')) {
    const label = /^\s*\^+ (\S+): (.*)$/.exec(line);
    if (label) expected.push(`${lines.length}: ${label[1]}: ${label[2]}`);
    else lines.push(line);
  }
  const about = /^about: (.*)$/m.exec(source)?.[1]?.split(', ') ?? [];
  return { text: lines.join('\n'), expected, about };
}
