/** The sections along the loop: headers, figures, formulas, and tables that are pictures at the same time. */

export const sectionStyle = `
section { background: var(--paper); border: 1px solid var(--line); border-radius: 1.1rem; padding: clamp(1.1rem, 3vw, 2.4rem); margin: 0 0 1.6rem; scroll-margin-top: 1rem; }
.stop-header { margin-bottom: 1.4rem; }
.stop-header p { color: var(--soft); max-width: 46em; text-wrap: pretty; }
ol.track { list-style: none; display: flex; align-items: center; margin: 0 0 0.7rem; padding: 0; font-size: 0.75rem; line-height: 1; }
ol.track li { display: grid; place-items: center; width: 1.5rem; height: 1.5rem; border-radius: 50%; border: 1.5px solid var(--line); color: var(--soft); }
ol.track li + li { margin-left: 1.3rem; position: relative; }
ol.track li + li::before { content: ""; position: absolute; right: calc(100% + 0.2rem); width: 0.9rem; border-top: 1.5px solid var(--line); }
ol.track .lit { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 700; }
.pair { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr)); gap: 1.5rem clamp(1.5rem, 4vw, 3.5rem); align-items: start; }
.pair > * { min-width: 0; }
.pair + .pair { margin-top: 2rem; }
.pair.long > :nth-child(2) { grid-row: span 2; }
.single { max-width: 42rem; }
.lead { font-size: 1.15rem; }
.lead small { margin-left: 0.5em; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: 0.9rem 2rem; margin: 0 0 1.4rem; }
.facts dt { color: var(--soft); font-size: 0.85rem; }
.facts dd { margin: 0; font-weight: 600; }
.facts dd small { display: block; }
.tag { display: inline-block; padding: 0 0.6em; border: 1px solid var(--line); border-radius: 1em; font-size: 0.78rem; color: var(--soft); white-space: nowrap; }
.tag.given { border-color: var(--accent); color: var(--accent); }

.figure { margin: 0; max-width: 36rem; }
.figure figcaption p { color: var(--soft); font-size: 0.88rem; line-height: 1.6; margin: 0.2rem 0 0.9rem; }
.figure.square { max-width: 30rem; }
.plot { display: block; width: 100%; height: auto; overflow: visible; font-variant-numeric: tabular-nums; }
.plot text { font-size: 14px; }
.axis { margin: 0; color: var(--soft); font-size: 0.85rem; line-height: 1.4; }
.axis.x { text-align: end; }
.axis.y { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.3rem; margin: 0.6rem 0 0; padding: 0; font-size: 0.88rem; }
.legend li { display: flex; align-items: center; gap: 0.45rem; }
.key { flex: none; font-style: normal; line-height: 1; }
.key.line, .key.dashed, .key.faint { width: 1.6rem; border-top: 3px solid; }
.key.dashed { border-top: 2px dashed; }
.key.faint { border-top-width: 1px; opacity: 0.5; }
.key.dot, .key.square { width: 0.75rem; height: 0.75rem; background: currentColor; }
.key.dot { border-radius: 50%; }
.ramp i { display: inline-block; width: 9rem; height: 0.8rem; border-radius: 0.2rem; }

.formula { margin: 0.8rem 0; padding: 0.4rem 1.1rem 0.8rem; border-radius: 0.7rem; background: var(--tint); }
.formula .katex-display { margin: 0.7em 0; text-align: start; }
.formula .katex-display > .katex { text-align: start; }
.formula .scroll { overflow-y: hidden; padding: 0.1rem 0; }
.formula figcaption { font-size: 0.88rem; color: var(--soft); line-height: 1.55; }

.confusion { width: auto; }
.confusion th, .confusion td { border: 1px solid var(--line); padding: 0.5rem 0.7rem; }
.confusion td { text-align: center; min-width: 3.4rem; white-space: nowrap; }
.confusion thead th { text-align: center; color: inherit; vertical-align: middle; max-width: 8rem; }
.confusion tbody th { max-width: 10rem; }
.confusion .corner { color: var(--soft); font-size: 0.78rem; white-space: nowrap; }
.confusion.compact { font-size: 0.85rem; }
.confusion.compact th, .confusion.compact td { padding: 0.4rem 0.3rem; }
.confusion.compact td { min-width: 2.15rem; }
.confusion.compact .corner { white-space: normal; max-width: 4.2rem; }
.confusion .right { background: rgb(var(--train-rgb) / calc(var(--share) * 0.55)); font-weight: 700; }
.confusion .wrong { background: rgb(var(--error-rgb) / calc(var(--share) * 0.55)); }

.weights tbody th { min-width: 7rem; max-width: 18rem; }
.weights td, .weights thead th:not(:first-child) { text-align: end; white-space: nowrap; }
.weights.one td:nth-child(2) { width: 55%; }
.weights .bar { position: relative; display: inline-block; vertical-align: middle; width: calc(100% - 7rem); min-width: 5rem; height: 1rem; background: linear-gradient(var(--soft), var(--soft)) center / 1px 100% no-repeat; }
.weights .bar i { position: absolute; top: 0.1rem; bottom: 0.1rem; }
.weights .positive i { left: 50%; background: var(--train); border-radius: 0 0.15rem 0.15rem 0; }
.weights .negative i { right: 50%; background: var(--error); border-radius: 0.15rem 0 0 0.15rem; }
.weights .value { display: inline-block; min-width: 6.5rem; }
.weights.several tbody th { min-width: 10rem; }
.weights.several .bar { display: block; width: 6rem; margin-left: auto; }
.weights.several .value, .weights.several small { display: block; min-width: 0; }
.weights .bias { color: var(--soft); }
.gradients { padding-top: 0.8rem; }
.gradients h4 { margin: 1.1rem 0 0; font-size: 0.95rem; font-weight: 600; }
.gradients h4:first-child { margin-top: 0; }
.pair h3:not(:first-child) { margin-top: 1.8rem; }
var { font-family: KaTeX_Math, Georgia, serif; font-style: italic; }
var sub { font-family: KaTeX_Main, Georgia, serif; font-style: normal; font-size: 0.72em; }
details { margin-top: 0.4rem; }
.formula details { margin-top: 0.3rem; }
summary { cursor: pointer; color: var(--accent); }
.commands { margin: 0; display: grid; gap: 1rem; }
.commands dd { margin: 0.3rem 0 0; }`
