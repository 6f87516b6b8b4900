/** The third chapter: the loss, and how the way down is gone. */
export const DescentPanel = () => null
