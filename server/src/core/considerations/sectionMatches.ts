import type { Section, TextUnit } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';
import type { ContextMatch } from '../signals/contexts';
import type { UnitMatches } from '../signals/matchSignals';
import { matchUnit } from '../signals/matchSignals';
import { overlaps } from '../text/span';

/** A section's units with what was found in them, shared by every judgement and check of one analysis. */
export interface SectionMatches {
  readonly section: Section;
  readonly units: readonly UnitInContext[];
}

export interface UnitInContext {
  readonly unit: TextUnit;
  readonly matches: UnitMatches;
  readonly contexts: readonly ContextMatch[];
}

/** Prepares a section's units; signals are searched when they are first asked for. */
export function matchSection(section: Section, rules: CompiledRules): SectionMatches {
  return {
    section,
    units: section.units.map((unit) => {
      const matches = matchUnit(unit, rules.signals, rules.scanners);
      return { unit, matches, contexts: rules.findContexts(matches) };
    }),
  };
}

/** True when the unit shows the signal somewhere in words that no context takes anything from. */
export function hasPlainMatch({ matches, contexts }: UnitInContext, signal: string): boolean {
  return matches.of(signal).some((m) => !contexts.some((c) => !c.excused && overlaps(m, c.reach)));
}
