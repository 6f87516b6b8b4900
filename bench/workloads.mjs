/** What is measured: for every workload its data, its model, and how it is trained — the same for all peers. */

/** Shapes of the networks' weight matrices. */
const layers = (...units) => units.slice(1).map((outputs, i) => [units[i], outputs])

const images = { kind: 'network', data: 'images', rows: 60_000, layers: layers(784, 128, 128, 10), activation: 'relu', loss: 'cross-entropy', rate: 0.01 }
const table = { data: 'table', rows: 1e6, columns: 20 }

/**
 * `kind`: talk, linear, logistic, network, convolution — trained in a process that is warm; predict — rows through a trained model;
 * process — a whole process, from its start to its end. Workloads of the same `data` read the same files.
 */
export const workloads = {
  W1: { what: 'the talk, 5 x 2, 200 steps with history', kind: 'talk', steps: 200, rate: 0.01, repeats: 2000 },
  W2: { what: 'linear, 1e6 x 20 float32, 20 full steps', kind: 'linear', ...table, steps: 20, rate: 0.1, repeats: 7 },
  W3: { what: 'logistic, 1e6 x 20 float32, 20 full steps', kind: 'logistic', ...table, steps: 20, rate: 0.5, repeats: 7 },
  W4: { what: '784-128-128-10 ReLU, batch 512, an epoch of 60,000', ...images, batch: 512, steps: 118, repeats: 5 },
  W4b: { what: '784-128-128-10 ReLU, batch 32, 500 steps', ...images, batch: 32, steps: 500, repeats: 5 },
  W5: {
    what: 'CNN on 28 x 28: conv 16, pool, conv 32, pool, dense 10; Adam, batch 64, 50 steps', kind: 'convolution', data: 'pictures', rows: 3200,
    side: 28, kernels: [[3, 3, 1, 16], [3, 3, 16, 32]], dense: [1568, 10], batch: 64, steps: 50, rate: 0.001, repeats: 7,
  },
  W6: {
    what: '2-8-8-1 tanh, 500 points, batch 10, 100 epochs', kind: 'network', data: 'points', rows: 500, layers: layers(2, 8, 8, 1),
    activation: 'tanh', loss: 'half-mean-square', batch: 10, steps: 5000, rate: 0.03, repeats: 15,
  },
  W7: {
    what: '1024-2048-2048-1000 ReLU, batch 256, 5 steps', kind: 'network', data: 'wide', rows: 1280, layers: layers(1024, 2048, 2048, 1000),
    activation: 'relu', loss: 'cross-entropy', batch: 256, steps: 5, rate: 0.01, repeats: 3,
  },
  'W8-logistic': { what: 'prediction, logistic, 1e6 x 20 float32', kind: 'predict', of: 'logistic', ...table, repeats: 9 },
  W8: { what: 'prediction, 784-128-128-10, 60,000 rows', ...images, kind: 'predict', of: 'network', repeats: 9 },
  // Each peer holds out rows of its own choice: the losses on them agree as the means of two samples of 200,000 rows do.
  W9: {
    what: 'a CSV of 1e6 x 20 to a model, whole process', kind: 'process', data: 'csv', rows: 1e6, columns: 20, epochs: 3, batch: 4096, rate: 0.05,
    rounds: 3, agrees: 0.015,
  },
  'W10-help': { what: 'start-up: the help text, or importing', kind: 'process', rounds: 7 },
  W10: { what: 'start-up: the talk, whole process', kind: 'process', rounds: 7 },
}
