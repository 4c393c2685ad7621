/** The largest number that an array of marks holds. */
const LAST_MARK = 0x7fffffff;

/**
 * Room for lists of steps while they are made, for all automata of a scanner: no two lists are made at a time, and hundreds of automata would
 * each have as much of their own.
 */
export interface StepScratch {
  /** A list that is being made; another array once there is more room. */
  readonly list: Int32Array;
  /** By step, the mark of the last list into which it was taken; another array once there is more room. */
  readonly taken: Int32Array;
  /** The mark of a new list, which no step has. */
  nextMark(): number;
  /** Makes room for programs of so many steps. */
  makeRoom(steps: number): void;
}

export function startStepScratch(): StepScratch {
  let list = new Int32Array(1);
  let taken = new Int32Array();
  let mark = 0;
  return {
    get list() {
      return list;
    },
    get taken() {
      return taken;
    },
    nextMark() {
      if (mark === LAST_MARK) {
        taken.fill(0);
        mark = 0;
      }
      return ++mark;
    },
    makeRoom(steps) {
      if (steps <= taken.length) return;
      // What stands before, then the steps.
      list = new Int32Array(steps + 1);
      taken = new Int32Array(steps);
    },
  };
}
