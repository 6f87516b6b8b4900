/** The version of Kudari. A test holds it to the packages' own. */
export const version = '0.1.0'
