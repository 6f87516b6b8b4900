/** What this package offers. */
export const version = "0.1.0"
