import type { DocumentView, JudgementView, SectionView } from './documentView';
import { escapeXml as text } from './escapeXml';
import { count, openFindings, STATE_MEANINGS, STATE_SIGNS } from './words';

const EXPLAINED: readonly (readonly [state: keyof typeof STATE_SIGNS, meaning: string])[] = [
  ['present', 'the section deals with it in words that can be checked'],
  ['thin', 'the section begins to, and something lacks'],
  ['missing', 'asked for here, and not dealt with'],
  ['waived', 'the document says why it does not apply'],
  ['not-expected', 'nothing is asked of this section'],
];

/** The coverage matrix: a real table with words in every cell. Open cells lead to their findings. */
export function writeCoverage(view: DocumentView, id: string): string {
  const rows = view.sections.filter((section) => section.judgements.some((j) => j.state !== 'not-expected'));
  const left = view.sections.length - rows.length;
  const heading = `<h3 id="${id}-coverage">Coverage, section by section</h3>`;
  if (rows.length === 0) return `${heading}\n<p>Nothing is asked of any section, and none raises anything.</p>`;
  const head = view.considerations
    .map(({ title, question }) => `<th scope="col" title="${text(question)}">${text(title)}</th>`)
    .join('');
  return `${heading}
<dl class="key">${EXPLAINED.map(([state, meaning]) => `<div><dt class="${state}"><span aria-hidden="true">${STATE_SIGNS[state]}</span> ${STATE_MEANINGS[state]}</dt><dd>${meaning}</dd></div>`).join('')}</dl>
<div class="scroll" role="region" aria-labelledby="${id}-coverage ${id}-path" tabindex="0">
<table>
<caption>What each section says about each consideration${left > 0 ? `. Left out: ${count(left, 'section')} of which nothing is asked and which raise nothing` : ''}.</caption>
<thead><tr><th scope="col">Section</th>${head}</tr></thead>
<tbody>
${rows.map((section) => writeRow(section, id)).join('\n')}
</tbody>
</table>
</div>`;
}

function writeRow(section: SectionView, id: string): string {
  const open = openFindings(section.findings).length > 0;
  const label = text(section.label);
  const name = open ? `<a href="#${id}-s${section.index}">${label}</a>` : label;
  const depth = Math.min(3, Math.max(0, section.level - 2));
  const cells = section.judgements.map((judgement) => writeCell(judgement, section, id)).join('');
  return `<tr><th scope="row" class="depth${depth}">${name} <span class="line">line ${section.lines[0]}</span></th>${cells}</tr>`;
}

function writeCell({ state, consideration }: JudgementView, section: SectionView, id: string): string {
  const sign = `<span aria-hidden="true">${STATE_SIGNS[state]}</span>`;
  if (state === 'not-expected')
    return `<td class="${state}">${sign}<span class="spoken">${STATE_MEANINGS[state]}</span></td>`;
  const words = STATE_MEANINGS[state];
  const open = openFindings(section.findings).some((finding) => finding.consideration?.id === consideration.id);
  const link = open ? `<a href="#${id}-s${section.index}-${text(consideration.id)}">${words}</a>` : words;
  return `<td class="${state}">${sign} ${link}</td>`;
}
