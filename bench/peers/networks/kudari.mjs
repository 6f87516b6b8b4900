/** The networks of the workloads in Kudari: what is trained, the same in Node and in a page. */

/** Specification, rows and first parameters of a network. `read(part, Type)` gives the numbers of a file. */
export function networkProblem({ Tensor, oneHot, zeros }, { rows, layers, activation, loss }, read) {
  const f32 = (part, shape) => new Tensor({ shape, dtype: 'float32' }, read(part))
  const isClassifier = loss === 'cross-entropy'
  const outputs = layers.at(-1)[1]
  const hidden = layers.flatMap(([, units], i) => [{ type: 'dense', units }, ...(i < layers.length - 1 ? [{ type: activation }] : [])])
  const specification = {
    layers: [...hidden, ...(isClassifier ? [{ type: 'softmax' }] : [])],
    loss: isClassifier ? 'categorical-cross-entropy' : loss,
  }
  const yt = isClassifier
    ? oneHot(new Tensor({ shape: [rows], dtype: 'int32' }, read('y', Int32Array)), outputs).astype('float32')
    : f32('y', [rows, outputs])
  const parameters = Object.fromEntries(
    layers.flatMap(([m, n], i) => [[`W${i + 1}`, f32(`w${i + 1}`, [m, n])], [`b${i + 1}`, zeros([n], { dtype: 'float32' })]]),
  )
  const inputs = Array.from({ length: layers[0][0] }, (_, i) => `c${i}`)
  return { specification, rows: { x: f32('x', [rows, layers[0][0]]), yt }, parameters, inputs }
}

/** A function that trains the network and gives its last loss. */
export function network(library, workload, read) {
  const problem = networkProblem(library, workload, read)
  const { rate, steps, batch } = workload
  const options = { learningRate: rate, iterations: steps, batch, shuffle: false }
  return async () => (await library.train(problem, options)).history.loss.at(-1)
}
