import type { Command } from '../command';
import { listCommand } from './list';
import { testCommand } from './test';

/** The commands of the group `pack`, in the order of a pack's life; the name of each has two words: `pack list`. */
export const PACK_COMMANDS: readonly Command[] = [listCommand, testCommand];
