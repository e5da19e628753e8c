import { PLOT_STYLE } from '../plots/svg';

const LIGHT = `
  --page: #ffffff; --ink: #1b1f24; --muted: #59636e; --rule: #d8dee4; --raised: #f6f8fa;
  --plot-ink: #1b1f24; --plot-muted: #59636e; --plot-grid: #e6eaef;
  --plot-accent: #0b7285; --plot-soft: #5b9cab; --plot-warn: #b5460f;`;

const DARK = `
  --page: #14181d; --ink: #e6e9ed; --muted: #9aa5b1; --rule: #313a44; --raised: #1c2229;
  --plot-ink: #e6e9ed; --plot-muted: #9aa5b1; --plot-grid: #262e37;
  --plot-accent: #4cc3d9; --plot-soft: #3a7f8e; --plot-warn: #ff9a5c;`;

/** How the parts of a report are laid out, on its page and in the editor's panel; each brings the colours. */
export const REPORT_LAYOUT = `
h2 { font-size: 19px; margin: 44px 0 12px; padding-top: 12px; border-top: 1px solid var(--rule); }
h3 { font-size: 15px; margin: 0 0 6px; }
p { max-width: 74ch; margin: 0 0 10px; }
.lead, figcaption, .note { color: var(--muted); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: 12px; margin: 24px 0 8px; padding: 0; }
.facts div { background: var(--raised); border-radius: 8px; padding: 12px 14px; }
.facts dt { color: var(--muted); font-size: 13px; }
.facts dd { margin: 0; font-size: 22px; font-variant-numeric: tabular-nums; }
.facts small { display: block; color: var(--muted); font-size: 12.5px; line-height: 1.35; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 28px; }
figure { margin: 0 0 8px; }
figcaption { font-size: 13px; margin-top: 4px; }
.scroll { overflow-x: auto; margin-bottom: 14px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
thead th { color: var(--muted); font-weight: 500; font-size: 13px; white-space: nowrap; }
tbody th { font-weight: 500; }
td.number { text-align: right; white-space: nowrap; }
th.number { text-align: right; }
li { max-width: 74ch; }
details { margin: 0 0 10px; }
summary { cursor: pointer; padding: 4px 0; }
details[open] { padding-bottom: 8px; border-bottom: 1px solid var(--rule); }
code { font-size: 13px; overflow-wrap: anywhere; }
`;

/** The report's style sheet: it follows the screen's light or dark scheme, and prints light. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 4px; }
${REPORT_LAYOUT}
@media print { main { max-width: none; padding: 0; } figure { break-inside: avoid; } }
${PLOT_STYLE}`;

/** The style sheet of a plot in a file of its own: it brings its colours, and a ground for them to stand on. */
export const PLOT_FILE_STYLE = `
.plot { ${LIGHT} background: var(--page); }
@media screen and (prefers-color-scheme: dark) { .plot { ${DARK} } }
${PLOT_STYLE}`;
