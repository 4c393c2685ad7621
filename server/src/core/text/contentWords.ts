import { LETTER } from './letters';

const WORD = new RegExp(`[${LETTER}][${LETTER}'-]{2,}`, 'g');
const FUNCTION_WORDS = new Set(
  `the and for with that this these those from into onto upon over under about above after again against all also although among and any are
been before being below between both but can cannot could did does doing down during each either else ever every few further had has have
having her here hers him his how however its itself just less like made make makes making many may more most much must neither new nor not
now off once one only other our ours out own per rather same shall she should since some such than their theirs them then there therefore
they those three through thus too two under until upon use used using very was way ways well were what when where whether which while who whom
whose why will within without would year years yet you your including include includes continue continued alongside across`.split(
    /\s+/,
  ),
);

/** The words of a prose that carry its topic, in one form for singular, plural and the like. In the order of the text. */
export function toContentWords(prose: string): readonly string[] {
  const words = prose.toLowerCase().match(WORD) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
}

/** A rough common form: enough to see that two paragraphs use the same words, never shown to anyone. */
function stem(word: string): string {
  const bare = word
    .replace(/'s?$/, '')
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=[^s])s$/, '');
  const cut = bare.replace(/(?:ing|ed|ment|ation|e)$/, '');
  return cut.length >= 4 ? cut : bare;
}
