/** Keep and share: links, files and pictures of a run. */
export const Share = () => null
