import { ENGINE_VERSION } from '../packs/generated/engineVersion';

/** The program, as reports name it. */
export const TOOL = { name: 'inclusive-growth', version: ENGINE_VERSION } as const;
