import type { Command } from '../command';
import { addCommand } from './add';
import { listCommand } from './list';
import { removeCommand } from './remove';
import { testCommand } from './test';
import { updateCommand } from './update';
import { verifyCommand } from './verify';

/** The commands of the group `pack`, in the order of a pack's life; the name of each has two words: `pack list`. */
export const PACK_COMMANDS: readonly Command[] = [
  listCommand,
  testCommand,
  addCommand,
  updateCommand,
  removeCommand,
  verifyCommand,
];
