/** Running the NumPy spelling of a Program in Python. */
import { execFileSync } from 'node:child_process'
import { type Program, type Tensor, numpyHelpers, numpyNames, writeNumpy } from '../../index.ts'
import { type EncodedTensor, decodeTensor } from './encoded.ts'

/** The outputs of a Program as Python computes them from its NumPy statements. */
export function runNumpy(python: string, program: Program, inputs: readonly Tensor[]): Tensor[] {
  const names = numpyNames(program)
  const given = [
    ...program.inputs.map((value, i) => ({ value, tensor: inputs[i] })),
    ...program.constants.filter(({ value }) => names[value] !== ''),
  ]
  const array = ({ dtype, shape, data }: Tensor): string =>
    `np.array([${Array.from(data, (x) => (Number.isFinite(x) ? `${x}` : `float('${x}')`)).join(', ')}], '${dtype}').reshape(${JSON.stringify(shape)})`
  const script = [
    'import json',
    'import numpy as np',
    ...numpyHelpers(program),
    ...given.map(({ value, tensor }) => `${names[value]} = ${array(tensor)}`),
    ...writeNumpy(program).map(({ name, expression }) => `${name} = ${expression}`),
    'def encode(x):',
    "    return {'dtype': str(x.dtype), 'shape': x.shape, 'data': [str(v) for v in x.ravel()]}",
    `print(json.dumps([${program.outputs.map(({ value }) => `encode(${names[value]})`).join(', ')}]))`,
  ].join('\n')
  return (JSON.parse(execFileSync(python, ['-'], { input: script, encoding: 'utf8' })) as EncodedTensor[]).map(decodeTensor)
}
