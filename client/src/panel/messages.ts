import type { Coverage, Range } from '../../../server/src/protocol/protocol';

/** What the panel is told. `null`: there is nothing to show, and `words` says why. */
export type ToPanel = { readonly kind: 'coverage'; readonly coverage: Coverage | null; readonly words: string };

/** What the panel asks. `ready` comes once, when it can be told something. */
export type FromPanel =
  | { readonly kind: 'ready' }
  | { readonly kind: 'show'; readonly uri: string; readonly range: Range }
  | { readonly kind: 'guidance'; readonly consideration: string };
