/** How the command ends, as the shell sees it. */

/** Exit codes: all went well; something failed; the call or the data were wrong; Ctrl-C (128 + SIGINT, as shells expect). */
export const EXIT = { fine: 0, failure: 1, usage: 2, interrupted: 130 } as const
