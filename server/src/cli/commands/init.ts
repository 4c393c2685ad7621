import { CONFIG_NAME } from '../../host/loadConfig';
import { reportFault } from '../reportFault';
import type { Command } from './command';

export const initCommand: Command = {
  name: 'init',
  summary: 'Write a commented configuration into the current folder',
  usage: '',
  details: [`Writes \`${CONFIG_NAME}\`. A file that is there already is never overwritten.`],
  options: {},
  run: async (_args, io) => {
    const result = await io.fileSystem.writeText(io.fileSystem.resolve(io.cwd, CONFIG_NAME), TEXT, 'create');
    switch (result.kind) {
      case 'written':
        await io.output.write(
          `Wrote ${CONFIG_NAME}. Say in it where your papers are; until then a paper says so itself, in its front matter.\n`,
        );
        return 0;
      case 'exists':
        return reportFault(`${CONFIG_NAME} is there already and was left as it is`, io);
      case 'unwritable':
        return reportFault(`${CONFIG_NAME} cannot be written: ${result.reason}`, io);
    }
  },
};

/** As it stands it changes nothing: every setting shows its default or is commented out. */
const TEXT = `# Settings for checking papers in this folder and below.
# Paths and globs count from this file. Delete what you do not need.

# Which packs say what to look for: ids of packs that ship, or folders of your own packs.
packs:
  - inclusive-growth
#  - packs/our-team

# Which files are papers, and of which type and stage. The first entry that fits a file decides.
# A file that no entry fits can say it itself, in its front matter:
#   ---
#   document-type: business-case
#   stage: OBC
#   ---
#documents:
#  - path: cases/**/*-soc.md
#    type: business-case
#    stage: SOC
#  - path: cases/**/*.md
#    type: business-case
#    stage: OBC
#  - path: [board/**/*.md, cabinet/**/*.md]
#    type: committee-report
#  - path: policy/**/*.md
#    type: policy-paper

# How loud single rules are: error, warning, information, hint or off. For the ids: inclusive-growth explain
#severities:
#  inclusive-growth/good-work: off

# From which severity \`inclusive-growth check\` ends with 1: error, warning, information, hint or never.
#fail-on: error

# Files that are never checked. What .gitignore leaves out is left out anyway.
#ignore:
#  - archive/**
`;
