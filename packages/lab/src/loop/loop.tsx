/** The talk's loop: data, model, prediction, loss, gradient descent, and back; the present part is lit. */
export const Loop = () => null
