/** The table that compares runs. */

export const comparisonStyle = `
.run-mark { flex: none; display: inline-grid; place-items: center; min-width: 1.5em; height: 1.5em; margin-right: 0.5em; border-radius: 0.35em; color: var(--paper); font-size: 0.85em; line-height: 1; }
.legend .run-mark { margin: 0; }
.comparison { width: auto; min-width: 100%; font-size: 0.85rem; }
.comparison th, .comparison td { white-space: nowrap; padding-right: 0.9rem; }
.comparison :is(th, td):last-child { padding-right: 0; }
.comparison thead td { border: 0; padding: 0; }
.comparison .part { color: var(--ink); font-weight: 600; padding-bottom: 0.25rem; }
.comparison .number, .comparison tbody td { text-align: end; }
.comparison tbody td.text { text-align: start; }
.comparison :is(th, td):first-child { position: sticky; left: 0; background: var(--paper); }
.comparison tbody th { min-width: 12rem; max-width: 17rem; white-space: normal; }
.comparison tbody th small { white-space: normal; margin-top: 0.15rem; }
.comparison .fact { white-space: nowrap; }
.comparison .diverged th small { color: var(--error); }
.comparison .best { color: var(--accent); }
.comparison .best i { font-style: normal; font-size: 0.75em; display: inline-block; width: 1.3em; text-align: end; }
.comparison .worse { padding-right: calc(0.9rem + 0.98em); }
.comparison .worse:last-child { padding-right: 0.98em; }
@media screen and (max-width: 36rem) { .comparison tbody th { min-width: 8.5rem; max-width: 9.5rem; } }
.shared-heading { margin-top: 1.6rem; }
.facts.shared { grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); margin: 0.6rem 0 0; }
.alone .figure { max-width: 40rem; }`
