import type { DocumentModel, Section, TextUnit } from '../../server/src/core/document/documentModel';

/** One line per section: lines, level, form, number in brackets, title. `4-9 2 atx [2.1] Case for change` */
export function outline(model: DocumentModel): string {
  return model.sections.map(describeSection).join('\n');
}

function describeSection({ lineNumbers, level, heading }: Section): string {
  const number = heading?.number === undefined ? '' : `[${heading.number}] `;
  const title = heading ? `${heading.form} ${number}${heading.title}` : '-';
  return `${lineNumbers.join('-')} ${level} ${title}`;
}

/** One line per unit of all sections: kind (`>` when quoted), place, prose with ` / ` between sentences. */
export function units(model: DocumentModel): string {
  return model.sections.flatMap((section) => section.units.map(describeUnit)).join('\n');
}

function describeUnit(unit: TextUnit): string {
  const place = unit.item ?? unit.row;
  const at = unit.item ? ` ${unit.item.list}.${unit.item.item}` : unit.row ? ` ${unit.row.table}.${unit.row.row}` : '';
  const words = unit.sentences.map((sentence) => unit.prose.text.slice(sentence.start, sentence.end)).join(' / ');
  return `${unit.quoted ? '>' : ''}${unit.kind}${place ? at : ''}: ${words}`;
}

/** One line per mark: kind, words, source, target. */
export function marks(model: DocumentModel): string {
  return model.sections
    .flatMap((section) => section.units)
    .flatMap((unit) =>
      unit.marks.map((mark) => {
        const words = unit.prose.text.slice(mark.start, mark.end);
        const source = model.text.slice(mark.span.start, mark.span.end);
        return `${mark.kind} <${words}> <${source}>${mark.target === undefined ? '' : ` ${mark.target}`}`;
      }),
    )
    .join('\n');
}
