/** One figure of a run of the benchmark. */
export interface Figure {
  readonly part: string;
  /** What was measured: `key press`. */
  readonly what: string;
  /** On which input: `1 MB, in the middle`. */
  readonly on: string;
  readonly median: number;
  /** The 95th percentile, where there are enough values for one. */
  readonly p95?: number;
  readonly unit: 'ms' | 's' | 'MB' | 'times';
}

/** How much is measured: `quick` tries everything out on small inputs, and its figures mean nothing. */
export interface BenchOptions {
  readonly quick: boolean;
}

/** `20 KB`, `1 MB`. */
export function nameSize(length: number): string {
  return length < 1_000_000 ? `${length / 1000} KB` : `${length / 1_000_000} MB`;
}

/** What one part gave, and where. */
export interface PartResult {
  readonly about: {
    readonly node: string;
    readonly processors: number;
    readonly model: string;
    readonly quick: boolean;
  };
  readonly figures: readonly Figure[];
}
