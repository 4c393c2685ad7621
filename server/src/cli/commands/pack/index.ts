import type { Command } from '../command';
import { addCommand } from './add';
import { buildCommand } from './build';
import { docsCommand } from './docs';
import { listCommand } from './list';
import { newPackCommand } from './new';
import { removeCommand } from './remove';
import { testCommand } from './test';
import { updateCommand } from './update';
import { verifyCommand } from './verify';

/** The commands of the group `pack`, in the order of a pack's life; the name of each has two words: `pack list`. */
export const PACK_COMMANDS: readonly Command[] = [
  newPackCommand,
  testCommand,
  docsCommand,
  buildCommand,
  listCommand,
  addCommand,
  updateCommand,
  removeCommand,
  verifyCommand,
];
