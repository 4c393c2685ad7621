import type { Coverage, CoverageCell } from '../../protocol/protocol';
import { toRange } from '../toLsp';
import type { Checked } from './describe';
import { stateWords, typeWords } from './describe';

/** Sections by considerations, each with its state in words and the place to jump to. */
export function buildCoverage(analysis: Checked): Coverage {
  const { document, sections } = analysis.result;
  const { ruleSet } = analysis.resource.rules;
  const { type, stage } = typeWords(analysis);
  return {
    uri: analysis.uri,
    version: analysis.version,
    title: document.title,
    typeTitle: type,
    stageTitle: stage,
    considerations: [...ruleSet.considerations].map(([id, { title, question }]) => ({ id, title, question })),
    sections: sections.map(({ section, kind, judgements }) => {
      const place = section.heading?.span ?? { start: section.span.start, end: section.span.start };
      const range = toRange(document.lines, place);
      return {
        index: section.index,
        heading: section.heading?.text ?? `Text from line ${section.lineNumbers[0]}`,
        level: section.level,
        kindTitle: kind === undefined ? undefined : (ruleSet.sectionKinds.get(kind)?.title ?? kind),
        range,
        cells: judgements.map((judgement): CoverageCell => {
          const words = stateWords(judgement, ruleSet.considerations.get(judgement.consideration), analysis);
          const first = judgement.evidence.find((e) => e.weakenedBy === undefined) ?? judgement.evidence[0];
          const to = first ? toRange(document.lines, first.span) : range;
          return { consideration: judgement.consideration, state: judgement.state, words, range: to };
        }),
      };
    }),
  };
}
