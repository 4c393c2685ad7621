import type { DocumentView, FindingView, SectionView } from './documentView';
import { escapeXml as text } from './escapeXml';
import { capitalise, describeShown, describeWaiver, openFindings, severityWord } from './words';

const MOST_PASSAGES = 4;

/** Findings under the headings of their sections, each with the words it rests on and the question to answer. */
export function writeFindings(view: DocumentView, id: string): string {
  const said = view.sections.filter((section) => openFindings(section.findings).length > 0);
  const body =
    said.length === 0 ? '<p>Nothing is open.</p>' : said.map((section) => writeSection(section, id)).join('\n');
  return `<h3 id="${id}-findings">Findings</h3>\n${body}`;
}

/** Findings that a waiver in the document covers, with its reason. */
export function writeWaived(view: DocumentView, id: string): string {
  const waived = view.findings.filter((finding) => finding.waiver !== undefined);
  if (waived.length === 0) return '';
  const items = waived.map((finding) => {
    const name = finding.consideration?.title ?? finding.ruleTitle;
    return `<li><strong>${text(name)}</strong>, in ${text(finding.sectionLabel)}: ${finding.waiver ? text(describeWaiver(finding.waiver)) : ''}</li>`;
  });
  return `<h3 id="${id}-waived">Waived, with the reason given in the document</h3>\n<ul>${items.join('')}</ul>`;
}

function writeSection(section: SectionView, id: string): string {
  const anchor = `${id}-s${section.index}`;
  const kind = section.kind ? `, read as ${text(section.kind.title)}` : '';
  const seen = new Set<string>();
  const items = openFindings(section.findings).map((finding) => {
    const about = finding.consideration?.id;
    const first = about !== undefined && !seen.has(about);
    if (about !== undefined) seen.add(about);
    return writeFinding(finding, first ? ` id="${anchor}-${text(about ?? '')}"` : '');
  });
  return `<div>
<h4 id="${anchor}">${text(section.label)} <span class="line">line ${section.lines[0]}${kind}</span></h4>
<ul class="findings">
${items.join('\n')}
</ul>
</div>`;
}

function writeFinding(finding: FindingView, anchor: string): string {
  const { severity, category, message, question, help, ruleId, passages, range } = finding;
  const where = finding.consideration ? '' : `, line ${range.start.line}`;
  const quoted = [...passages.slice(0, MOST_PASSAGES)]
    .sort((a, b) => a.line - b.line)
    .map((passage) => {
      return `<li><span class="line">Line ${passage.line}</span> <q>${text(passage.words)}</q><br><span class="found">Found: ${text(passage.shows.map(describeShown).join('; '))}</span></li>`;
    });
  return `<li class="${severity}"${anchor}>
<p class="message">${text(message)}</p>
${quoted.length > 0 ? `<ul class="passages">${quoted.join('')}</ul>` : ''}
${question ? `<p class="question"><strong>To answer:</strong> ${text(question)}</p>` : ''}
<p class="about"><strong>${text(capitalise(severityWord(severity)))}</strong>, ${text(category)}${where}. ${message.includes(help) ? '' : `${text(help)} `}<code>${text(ruleId)}</code></p>
</li>`;
}
