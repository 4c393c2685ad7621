/**
 * The page's own style sheet. Every pair of colours has a contrast of at least 4.5 to 1, in light and in dark; states carry a sign and a word,
 * so that colour only repeats them. System fonts only: nothing is fetched.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --ink: #1b1f24; --quiet: #545d68; --rule: #c3cad3; --band: #f3f5f7; --link: #0b4f9e;
  --error: #a3141b; --warning: #7a4b00; --information: #1d4f91; --hint: #4a5560; --present: #17603a; --thin: #7a4b00; --missing: #a3141b; --waived: #4b3b8f; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #14171b; --ink: #e8ebee; --quiet: #a9b3be; --rule: #434c57; --band: #1e2329; --link: #8cc1ff;
  --error: #ff9a93; --warning: #f2c063; --information: #9cc4ff; --hint: #b8c1cb; --present: #7fd6a1; --thin: #f2c063; --missing: #ff9a93; --waived: #c3b5ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 82rem; padding: 1rem 1.5rem 3rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1.08rem; margin: 1.75rem 0 .5rem; }
p, ul, dl { max-width: 46rem; margin: .5rem 0; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
code { font: .9em ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--page); }
.skip:focus { left: 1rem; top: .5rem; z-index: 2; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; max-width: none; }
.facts, .key { display: flex; flex-wrap: wrap; gap: .35rem 2rem; max-width: none; }
.facts dt, .key dt { display: inline; font-weight: 600; }
.facts dd, .key dd { display: inline; margin: 0; }
.facts dt::after { content: ": "; }
.key dt::after { content: ": "; }
.key { font-size: .92rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .82rem; line-height: 1.35; }
caption { text-align: left; padding: 0 0 .5rem; color: var(--quiet); }
th, td { border: 1px solid var(--rule); padding: .3rem .4rem; text-align: left; vertical-align: top; }
thead th { background: var(--band); vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 11.5rem; background: var(--band); position: sticky; left: 0; }
tbody th.depth0 { font-weight: 600; }
tbody th.depth2 { padding-left: 1.4rem; } tbody th.depth3 { padding-left: 2.2rem; }
td { white-space: nowrap; }
td.not-expected { text-align: center; color: var(--quiet); }
.present { color: var(--present); } .thin { color: var(--thin); } .missing { color: var(--missing); } .waived { color: var(--waived); }
td.thin, td.missing { font-weight: 600; }
td a { color: inherit; }
.line { white-space: nowrap; } 
.line, .found, .about { color: var(--quiet); font-size: .88rem; font-weight: 400; }
th .line { font-size: .92em; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.findings { list-style: none; padding: 0; max-width: none; }
.findings > li { border-left: 4px solid var(--rule); padding: .15rem 0 .15rem 1rem; margin: 1rem 0; scroll-margin-top: 1rem; }
.findings > li.error { border-color: var(--error); } .findings > li.warning { border-color: var(--warning); }
.findings > li.information { border-color: var(--information); } .findings > li.hint { border-color: var(--hint); }
.findings > li:target { background: var(--band); }
.message { font-weight: 600; }
.passages { padding-left: 1.2rem; } .passages li { margin: .3rem 0; }
.question { padding: .5rem .75rem; background: var(--band); }
.problems { border: 2px solid var(--error); padding: 0 1rem .5rem; margin-top: 1.5rem; } .problems h2 { border: 0; margin-top: 0; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: .9rem; }
@media print { :root { --page: #ffffff; --ink: #000000; --quiet: #444444; --rule: #999999; --band: #ffffff; --link: #000000; }
  @page { size: A4; margin: 14mm; } @page wide { size: A4 landscape; margin: 12mm; } body { max-width: none; padding: 0; font-size: 10pt; } .skip, nav { display: none; }
  .scroll { overflow: visible; page: wide; } table { font-size: 7.5pt; width: 100%; } .key { font-size: 9pt; } tbody th { min-width: 0; position: static; } td { white-space: normal; }
  thead { display: table-header-group; } tr, .findings > li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } a { text-decoration: none; } }
`;
