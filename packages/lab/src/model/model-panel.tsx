/** The second chapter: the structure of the model, as the talk draws it. */
export const ModelPanel = () => null
