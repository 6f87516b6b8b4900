/** Type, spacing, tables, and the switch between the languages. */

export const base = `
*, *::before, *::after { box-sizing: border-box; }
html { font-size: clamp(15px, 12.5px + 0.35vw, 21px); -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--ground); color: var(--ink); line-height: 1.7; overflow-wrap: anywhere;
  font-family: "Helvetica Neue", "Segoe UI", "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans CJK JP",
    "Noto Sans JP", "Yu Gothic Medium", "Yu Gothic", Meiryo, system-ui, sans-serif;
  font-variant-numeric: tabular-nums;
}
[lang="ja"] { line-break: strict; word-break: normal; }
main { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
h1, h2, h3 { line-height: 1.3; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.8rem); letter-spacing: -0.01em; }
h2 { font-size: 1.55rem; }
h3 { font-size: 1.05rem; }
h3 small { font-weight: 400; margin-left: 0.5em; }
p { margin: 0.5rem 0; }
small, .note { color: var(--soft); font-size: 0.85rem; font-weight: 400; line-height: 1.55; }
a { color: inherit; }
bdi { unicode-bidi: isolate; }
.name { max-width: 24em; }
.spoken, .switch { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.languages { display: flex; justify-content: flex-end; gap: 0.25rem; max-width: 72rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 3rem) 0; }
.languages label { padding: 0.2rem 0.9rem; border-radius: 2rem; cursor: pointer; color: var(--soft); font-size: 0.9rem; }
#language-en:checked ~ .languages [lang="en"], #language-ja:checked ~ .languages [lang="ja"] {
  background: var(--ink); color: var(--paper);
}
#language-en:focus-visible ~ .languages [lang="en"], #language-ja:focus-visible ~ .languages [lang="ja"] {
  outline: 3px solid var(--train); outline-offset: 2px;
}
#language-en:checked ~ :is(main, footer) [lang="ja"], #language-ja:checked ~ :is(main, footer) [lang="en"] { display: none; }

.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.5; margin: 0.75rem 0; }
th, td { text-align: start; vertical-align: baseline; padding: 0.5rem 0.9rem 0.5rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; font-size: 0.85rem; vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 5rem; }
tbody th small { display: block; }
td ul { list-style: none; margin: 0; padding: 0; }
.numbers td, .numbers thead th:not(:first-child), .layers td, .layers thead th:not(:first-child) { text-align: end; white-space: nowrap; }
.numbers th:last-child, .numbers td:last-child, .layers td:last-child, .layers thead th:last-child { padding-right: 0; }
.layers th small, .layers td small { display: block; white-space: normal; }
.layers tbody th { overflow-wrap: normal; }
.layers .tensor { white-space: nowrap; }
.layers .inner { padding-left: calc(var(--depth) * 1.6rem); }
.numbers tbody th { min-width: 6.5rem; }
.numbers thead th:not(:first-child) { white-space: normal; overflow-wrap: normal; word-break: keep-all; }
.columns td:nth-child(2), .columns td:nth-child(3) { white-space: nowrap; color: var(--soft); }
.columns .target th { color: var(--accent); }
.columns .dropped { color: var(--soft); }
.numbers thead th { white-space: nowrap; }
.settings th { width: 36%; }
.settings td bdi { font-weight: 600; margin-right: 0.4em; }
.settings td small { display: block; }
@media screen and (max-width: 36rem) {
  th, td { padding-right: 0.6rem; }
  .layers .tensor { display: block; }
  .layers .inner { padding-left: calc(var(--depth) * 0.8rem); }
  /* The inputs of a layer are the outputs of the one above it. */
  .layers :is(th, td):nth-child(2) { display: none; }
}
pre { margin: 0; padding: 0.7rem 1rem; border-radius: 0.5rem; background: var(--tint); overflow-x: auto; white-space: pre-wrap; }
code { font: 0.88rem/1.5 ui-monospace, "SFMono-Regular", "Cascadia Mono", "Noto Sans Mono CJK JP", monospace; }
footer { max-width: 72rem; margin: 0 auto; padding: 1rem clamp(1rem, 4vw, 3rem) 3rem; color: var(--soft); font-size: 0.85rem; }`
