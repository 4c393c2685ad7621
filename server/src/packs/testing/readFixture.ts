/** A fixture: a whole document with expectations. Lines of carets label the line above them, and are taken out before the text is read. */
export interface Fixture {
  /** The document without its labels. */
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
  /** Rules that the document is about (`about:` in its front matter): findings of others are left aside. Empty: all rules count. */
  readonly about: readonly string[];
}

/** A label: `^^^^ rule-id: words`. */
export interface ExpectedFinding {
  /** The labelled line, 1-based in `Fixture.text`. */
  readonly line: number;
  /** The same line in the file, with its labels. */
  readonly lineInFile: number;
  readonly ruleId: string;
  /** Part of the finding's message. */
  readonly words: string;
}

/** Reads a fixture. A label counts for the nearest line above it that is no label. */
export function readFixture(source: string): Fixture {
  const lines: string[] = [];
  const expected: ExpectedFinding[] = [];
  let lineInFile = 0;
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    const label = /^\s*\^+ (\S+): (.*)$/.exec(line);
    if (label?.[1] !== undefined) {
      expected.push({ line: lines.length, lineInFile, ruleId: label[1], words: label[2]?.trim() ?? '' });
    } else {
      lines.push(line);
      lineInFile = index + 1;
    }
  }
  const about = /^about: (.*)$/m.exec(source)?.[1]?.split(/,\s*/) ?? [];
  return { text: lines.join('\n'), expected, about };
}
