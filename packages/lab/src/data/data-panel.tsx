/** The first chapter of a run: the data, and what is to be predicted from what. */
export const DataPanel = () => null
