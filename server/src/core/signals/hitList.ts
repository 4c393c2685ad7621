/**
 * Things known by numbers, each with the half-open range of a prose at which it stands, in the order in which they were found: item n is
 * `ids[n]` from `starts[n]` to `ends[n]`. The room is used again for the next text: there are many for each text.
 */
export class HitList {
  readonly ids: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  count = 0;

  add(id: number, start: number, end: number): void {
    this.ids[this.count] = id;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }

  clear(): void {
    this.count = 0;
  }
}
