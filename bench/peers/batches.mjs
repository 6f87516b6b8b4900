/** Which rows the steps of a network learn from. */

/** The batches of a network's steps, epoch after epoch in the order of the rows: [first row, rows]. */
export const batchesOf = ({ rows, batch, steps }) =>
  Array.from({ length: steps }, (_, step) => {
    const first = (step % Math.ceil(rows / batch)) * batch
    return [first, Math.min(batch, rows - first)]
  })
