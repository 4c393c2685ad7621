import type { DocumentModel, Section, TextUnit } from '../../server/src/core';

/** Everything that a model says, as plain data: two models are equal when these are. */
export function describeModel(model: DocumentModel): unknown {
  const { text, lines, frontMatter, title, comments, footnotes } = model;
  return {
    text,
    lines: Array.from({ length: lines.count }, (_, i) => [lines.startOf(i + 1), lines.endOf(i + 1)]),
    places: [0, 1, text.length >> 1, text.length, text.length + 5].map((offset) => lines.placeAt(offset)),
    frontMatter,
    title,
    comments,
    footnotes,
    sections: model.sections.map(describeSection),
  };
}

function describeSection(section: Section): unknown {
  const { index, heading, level, parent, children, span, lineNumbers, tables, lists } = section;
  const units = section.units.map(describeUnit);
  return { index, heading, level, parent, children, span, lineNumbers, tables, lists, units };
}

function describeUnit(unit: TextUnit): unknown {
  const { prose, ...rest } = unit;
  // Every fifth character and the ends of sentences: a shifted stretch of prose is longer.
  const ends = unit.sentences.flatMap(({ start, end }) => [start, end]);
  const fifths = Array.from({ length: Math.ceil(prose.text.length / 5) }, (_, i) => 5 * i);
  const places = [...ends, ...fifths].map((at) => prose.toSource(at, at + 1));
  return { ...rest, prose: prose.text, places };
}
