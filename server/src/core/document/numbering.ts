import { CAPITAL, LETTER } from '../text/letters';

/** A heading's words, told apart from its numbering. */
export interface NumberedTitle {
  readonly title: string;
  readonly number?: string;
}

const NUMBERINGS: readonly RegExp[] = [
  // PART A: · Section 3 – · Appendix C · Chapter 2. The word may begin with a capital or be all capitals.
  /^((?:PART|Part|SECTION|Section|CHAPTER|Chapter|APPENDIX|Appendix|ANNEX(?:E)?|Annexe?|SCHEDULE|Schedule) +(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]\d{0,2}|[IVXL]{1,5}))(?:[:.)]| *[\u2013\u2014-](?= )|(?= |$)) */,
  // 2.1 · 2.1. · A1.1 · 2.1 –
  /^((?:[A-Z]{1,2})?\d{1,3}(?:\.\d{1,3})+)(?:[.):]|(?= )) *(?:[\u2013\u2014-] +)?/,
  // 1) · 1. · 1: · 04 –
  new RegExp(String.raw`^(\d{1,3})(?:[.):](?=[ ${LETTER}])| +[\u2013\u2014-](?= )) *(?:[\u2013\u2014-] +)?`),
  // 6A. Buying · 6a) Buying · 6A Buying, but not 5G strategy
  new RegExp(String.raw`^(\d{1,2}(?:[A-Ha-h](?=[.)])|[A-C](?= )))[.)]? +(?=[${CAPITAL}])`),
  // 04 About · 1 Introduction, but not 3 year plan and not 12 March
  new RegExp(
    String.raw`^(\d{1,2}) +(?=[${CAPITAL}])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)`,
  ),
  /^(\((?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})\)) +/,
  // IV. · A. · B)
  new RegExp(String.raw`^([IVXL]{1,5}|[A-Z])[.)] +(?![${CAPITAL}]\.)`),
];
const ATTRIBUTES = /(?:\s*\{:?\s*[#.:][^{}]*\})+\s*$/;

/** Drops `{#id}`, `{: .class}` and closing marks of emphasis left over at the end of a heading. */
export function dropAttributes(text: string): string {
  return text.replace(ATTRIBUTES, '').trimEnd();
}

/** Parts a heading's text into numbering and title. A heading that is only a number (`Appendix C`) is its own title. */
export function splitNumber(text: string): NumberedTitle {
  for (const numbering of NUMBERINGS) {
    const match = numbering.exec(text);
    if (!match?.[1]) continue;
    const title = cleanTitle(text.slice(match[0].length));
    return { title: title === '' ? cleanTitle(text) : title, number: match[1].replace(/ +/g, ' ') };
  }
  return { title: cleanTitle(text) };
}

function cleanTitle(text: string): string {
  return text.replace(/[\s:]+$/, '').trim();
}
