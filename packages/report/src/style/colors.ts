/**
 * The page's colours, for light and for dark. Marks are in the palette of M. Okabe and K. Ito ("Color Universal Design",
 * 2002), which people with any kind of colour vision can tell apart; for dark pages its hues are lightened.
 */

const light = `
color-scheme: light;
--paper: #ffffff; --ground: #f6f5f1; --ink: #1c2430; --soft: #5a6472; --line: #dcdad3; --tint: #eef3f8;
--train: #0072b2; --train-rgb: 0 114 178; --validation: #d55e00; --error: #d55e00; --error-rgb: 213 94 0;
--accent: #0b5f96; --warn: #fdf3e1; --warn-line: #e69f00;
--class-0: #0072b2; --class-1: #d55e00; --class-2: #009e73; --class-3: #b8568c;
--class-4: #c98a00; --class-5: #3a9bd6; --class-6: #6b4e9b; --class-7: #5f5f5f;`

const dark = `
color-scheme: dark;
--paper: #161b23; --ground: #0f1319; --ink: #e7eaee; --soft: #a3adba; --line: #2e3743; --tint: #1d2733;
--train: #56b4e9; --train-rgb: 86 180 233; --validation: #f0a04b; --error: #ff8f57; --error-rgb: 255 143 87;
--accent: #7cc4f2; --warn: #2b2415; --warn-line: #e69f00;
--class-0: #56b4e9; --class-1: #ff8f57; --class-2: #2fc49a; --class-3: #e6a0c8;
--class-4: #f0c440; --class-5: #9ad0f5; --class-6: #b79ced; --class-7: #b5b5b5;`

/** Dark only on screens: paper is white. */
export const colors = `
:root { ${light} }
@media screen and (prefers-color-scheme: dark) { :root { ${dark} } }`
