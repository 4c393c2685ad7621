import type { Figures } from './collectFigures';

/** How far a figure may fall before it counts as a drop: the rounding of the figures. */
const SLACK = 0.01;

/** Figures of which less is better. */
const COUNTS_DOWN = ['median', 'ninetieth'];
/** Sizes, of which neither more nor less is better: they say whether the same labels were scored. */
const SIZES = ['labels', 'present', 'deserving', 'labelledPresent', 'sections', 'findings'];

export interface Comparison {
  /** `path: before to now`, for each figure that got worse. */
  readonly drops: readonly string[];
  readonly gains: readonly string[];
  /** Labels were added, taken away or changed: figures of before cannot be compared. */
  readonly isStale: boolean;
}

/** Compares figures with those committed. A figure that either side lacks is passed over. */
export function compareFigures(before: Figures, now: Figures): Comparison {
  const old = flatten(before);
  const drops: string[] = [];
  const gains: string[] = [];
  for (const [path, value] of flatten(now)) {
    const was = old.get(path);
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (was === undefined || SIZES.includes(name)) continue;
    const gain = COUNTS_DOWN.includes(name) ? was - value : value - was;
    if (gain < -SLACK - 1e-9) drops.push(`${path}: ${was} to ${value}`);
    if (gain > SLACK + 1e-9) gains.push(`${path}: ${was} to ${value}`);
  }
  return { drops, gains, isStale: countLabels(before) !== countLabels(now) };
}

function countLabels(figures: Figures): string {
  const parts = [figures['written-against'], figures['measured-only'], ...Object.values(figures.papers)];
  return JSON.stringify(
    parts.map(({ considerations }) => Object.entries(considerations).map(([id, s]) => [id, s.labels, s.present])),
  );
}

/** Every number with its path, in the order of the figures: `measured-only.considerations.voice.f1`. */
function flatten(value: unknown, path = ''): Map<string, number> {
  if (typeof value === 'number') return new Map([[path, value]]);
  if (typeof value !== 'object' || value === null) return new Map();
  const inner = Object.entries(value).flatMap(([key, item]) => [
    ...flatten(item, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(inner);
}
