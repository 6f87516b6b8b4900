/** The open box: the step's Program, every instruction with its formula, numbers and code. */
export const Box = () => null
