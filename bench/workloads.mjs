/** What is measured: for every workload its data, its model, and how it is trained — the same for all peers. */

/** Shapes of the networks' weight matrices. */
const layers = (...units) => units.slice(1).map((outputs, i) => [units[i], outputs])

export const workloads = {
  W1: { what: 'the talk, 5 x 2, 200 steps', kind: 'talk', steps: 200, rate: 0.01, repeats: 300 },
  W2: { what: 'linear, 1e6 x 20 f32, 20 steps', kind: 'linear', rows: 1e6, columns: 20, steps: 20, rate: 0.1, repeats: 3 },
  W3: { what: 'logistic, 1e6 x 20 f32, 20 steps', kind: 'logistic', rows: 1e6, columns: 20, steps: 20, rate: 0.5, repeats: 3 },
  W4b: {
    what: '784-128-128-10, batch 32, 500 steps',
    kind: 'network', rows: 16_000, layers: layers(784, 128, 128, 10), activation: 'relu', loss: 'cross-entropy', batch: 32, steps: 500,
    rate: 0.01, repeats: 3,
  },
  W6: {
    what: '2-8-8-1 tanh, batch 10, 5000 steps',
    kind: 'network', rows: 500, layers: layers(2, 8, 8, 1), activation: 'tanh', loss: 'half-mean-square', batch: 10, steps: 5000,
    rate: 0.03, repeats: 5,
  },
}
