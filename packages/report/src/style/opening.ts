/** The first screen: title, verdict, measures, and the loop. */

export const openingStyle = `
.opening { padding: 0.5rem 0 2rem; }
.eyebrow { color: var(--accent); font-weight: 700; letter-spacing: 0.04em; margin: 0 0 0.4rem; }
.eyebrow span { font-weight: 400; }
.verdict { font-size: clamp(1.1rem, 0.95rem + 0.7vw, 1.45rem); line-height: 1.6; margin: 1rem 0 0.3rem; max-width: 46em; text-wrap: pretty; }
.verdict-more { color: var(--soft); max-width: 52em; margin: 0.2rem 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: 1rem; margin: 1.6rem 0; }
.tiles > div { background: var(--paper); border: 1px solid var(--line); border-radius: 0.9rem; padding: 0.9rem 1.2rem 1rem; }
.tiles dt { font-weight: 600; }
.tiles dt small { margin-left: 0.3em; }
.tiles dd { margin: 0; font-size: 2.2rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.02em; }
.tiles > div:first-child dd:not(.about) { color: var(--accent); }
.tiles .about { font-size: 0.85rem; line-height: 1.5; font-weight: 400; letter-spacing: 0; color: var(--soft); }
.alert, .warnings { background: var(--warn); border-left: 0.35rem solid var(--warn-line); border-radius: 0.4rem; padding: 0.9rem 1.3rem; margin: 1.4rem 0; }
.alert h2, .warnings h2 { font-size: 1.1rem; }
.warnings ul { margin: 0.4rem 0 0; padding-left: 1.3em; }

.loop { position: relative; margin: 2rem 0 1.2rem; padding-bottom: 3.2rem; }
.loop ol { list-style: none; display: grid; grid-template-columns: repeat(5, 1fr); gap: 1.6rem; margin: 0; padding: 0; }
.loop li { position: relative; }
.loop a { display: block; height: 100%; padding: 0.8rem 1rem; text-decoration: none; background: var(--paper); border: 1.5px solid var(--line); border-radius: 0.9rem; line-height: 1.45; }
.loop a:hover, .loop a:focus-visible { border-color: var(--accent); }
.loop b { display: inline-grid; place-items: center; width: 1.5rem; height: 1.5rem; margin-right: 0.45rem; border-radius: 50%; background: var(--accent); color: var(--paper); font-size: 0.85rem; }
.loop .stop { font-weight: 650; }
.loop .fact { display: block; margin-top: 0.3rem; color: var(--soft); font-size: 0.88rem; }
.loop li:not(:last-child)::after { content: "→"; position: absolute; left: 100%; top: 50%; width: 1.6rem; text-align: center; transform: translateY(-50%); color: var(--accent); font-weight: 700; }
.again { position: absolute; left: 30%; right: 10%; bottom: 0.9rem; height: 1.9rem; margin: 0; border: 2px solid var(--accent); border-top: 0; border-radius: 0 0 1rem 1rem; text-align: center; }
.again::before { content: ""; position: absolute; left: -0.42rem; top: -0.25rem; border: 0.36rem solid transparent; border-top: 0; border-bottom: 0.5rem solid var(--accent); }
.again span { position: relative; }
.again > span { display: inline-block; padding: 0 0.8rem; background: var(--ground); top: 0.9rem; color: var(--accent); font-size: 0.88rem; font-weight: 600; }
@media screen and (max-width: 52rem) {
  .loop { padding: 0 3.4rem 0 0; }
  .loop ol { grid-template-columns: 1fr; grid-auto-rows: 1fr; gap: 1.3rem; }
  .loop a { padding: 0.5rem 0.9rem; }
  .loop .fact { margin: 0 0 0 1.95rem; }
  .loop li:not(:last-child)::after { content: "↓"; left: 0; top: 100%; width: 100%; line-height: 1.3rem; transform: none; }
  .again { left: auto; right: 1.2rem; top: 29%; bottom: 9%; width: 2rem; height: auto; border: 2px solid var(--accent); border-left: 0; border-radius: 0 1rem 1rem 0; display: grid; place-items: center end; }
  .again::before { left: -0.3rem; top: -0.42rem; border: 0.36rem solid transparent; border-left: 0; border-right: 0.5rem solid var(--accent); }
  .again > span { writing-mode: vertical-rl; top: 0; right: -0.8rem; padding: 0.6rem 0; line-height: 1.5; overflow-wrap: normal; white-space: nowrap; }
}`
