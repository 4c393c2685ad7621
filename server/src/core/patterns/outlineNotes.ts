/** What is noted while the outlines of patterns are tried on one text after the other. The room is used again for each text. */
export interface OutlineNotes {
  /** Drops all notes, for a text of this length, its end counted as a unit. */
  begin(length: number): void;
  /**
   * For each place of the text a state from which a pattern's outline was seen not to match, or 0. `age` tells states of the same number apart
   * (`PatternAutomaton.timesForgotten`).
   */
  ruledOut(pattern: number, age: number): Uint16Array;
}

interface Page {
  states: Uint16Array;
  text: number;
  age: number;
}

export function startOutlineNotes(): OutlineNotes {
  const pages: (Page | undefined)[] = [];
  let text = 0;
  let length = 0;
  return {
    begin(newLength) {
      text++;
      length = newLength;
    },
    ruledOut(pattern, age) {
      const page = pages[pattern] ?? { states: new Uint16Array(length), text, age };
      pages[pattern] = page;
      if (page.text === text && page.age === age) return page.states;
      page.text = text;
      page.age = age;
      if (page.states.length < length) page.states = new Uint16Array(Math.max(length, 2 * page.states.length));
      else page.states.fill(0, 0, length);
      return page.states;
    },
  };
}
