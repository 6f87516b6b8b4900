/** Pictures side by side: training images, mistaken ones, and weights. */

export const imageStyle = `
.pictures { margin: 1.6rem 0; }
.pictures > p { color: var(--soft); font-size: 0.88rem; line-height: 1.6; margin: 0.2rem 0 0.9rem; max-width: 52em; }
.pictures ul { list-style: none; display: grid; gap: 0.9rem; margin: 0; padding: 0; }
.pictures figure { margin: 0; }
.pictures img { display: block; width: 100%; height: auto; image-rendering: pixelated; border: 1px solid var(--line); border-radius: 0.25rem; }
.pictures figcaption { margin-top: 0.25rem; font-size: 0.82rem; line-height: 1.4; text-align: center; }
.pictures figcaption .name { display: block; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tiles-10 { grid-template-columns: repeat(10, minmax(0, 4.5rem)); }
.tiles-6 { grid-template-columns: repeat(6, minmax(0, 8.5rem)); }
.tiles-6 figcaption { text-align: start; }
.tiles-6 figcaption > span { display: block; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.tiles-6 figcaption .name { display: inline; }
.wrong-answer b { color: var(--error); }
.tiles-8 { grid-template-columns: repeat(8, minmax(0, 4.5rem)); }
.tiles-8 figcaption { color: var(--soft); }
.tiles-5 { grid-template-columns: repeat(5, minmax(0, 6rem)); }
.pair > .pictures { margin: 0; }
@media screen and (max-width: 36rem) {
  .tiles-10 { grid-template-columns: repeat(5, minmax(0, 1fr)); }
  .tiles-6 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .tiles-6 figcaption > span { white-space: normal; }
  .tiles-8 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
  .pictures ul { gap: 0.7rem; }
}`
