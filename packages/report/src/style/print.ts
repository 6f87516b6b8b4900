/** The page on A4 paper. */

export const printStyle = `
@page { size: A4; margin: 14mm; }
@media print {
  html { font-size: 10.5pt; }
  body { background: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .languages { display: none; }
  main, footer { max-width: none; padding: 0; }
  section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1.2rem 0; }
  .loop ol { grid-template-columns: repeat(5, 1fr); gap: 1.2rem; }
  .again > span { background: var(--paper); }
  .pair { grid-template-columns: 1fr 1fr; gap: 1.5rem; }
  .figure, .formula, .stop-header, .tiles > div, tr, .commands > div { break-inside: avoid; }
  .stop-header, h3 { break-after: avoid; }
  .scroll { overflow: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .pictures li { break-inside: avoid; }
}`
