/** The version of Kudari that the page is made of. A test holds it to the packages' own. */
export const version = '0.1.0'
