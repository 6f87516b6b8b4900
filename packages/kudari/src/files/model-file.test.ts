import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import { numbered, passengers } from '../data/testing/tables.ts'
import { fit } from '../fit/fit.ts'
import { predictTable } from '../fit/model.ts'
import { KudariError } from '../messages/error.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { tensor } from '../tensor/create.ts'
import { readModel, writeModel } from './model-file.ts'
import { readSafetensors, writeSafetensors } from './safetensors.ts'

const trained = async () => (await fit(passengers, { target: 'survived', iterations: 20, validation: 0 })).model

const message = (action: () => unknown): string => {
  try {
    action()
  } catch (error) {
    if (error instanceof KudariError) return `${error.kind}: ${error.message}`
    throw error
  }
  return 'no error'
}

/** A file with a header of one's own before some bytes of data. */
function fileOf(header: string, data = 0): Uint8Array {
  const text = new TextEncoder().encode(header)
  const bytes = new Uint8Array(8 + text.length + data)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  return bytes
}

describe('a model file', () => {
  it('gives back the same model, to the bit, and the same bytes', async () => {
    const model = await trained()
    const bytes = writeModel(model)
    const back = readModel(bytes, 'm')
    expect(writeModel(back)).toEqual(bytes)
    expect(predictTable(back, passengers)).toEqual(predictTable(model, passengers))
  })

  it('knows the size of the images that it was trained on', async () => {
    const image = { height: 1, width: 2, channels: 1 }
    const images = { ...numbered(30, { p0: () => 0, p1: (i) => 200 - i, label: (i) => (i < 15 ? 0 : 1) }), image }
    const { model } = await fit(images, { target: 'label', iterations: 5, validation: 0 })
    const back = readModel(writeModel(model), 'm')
    expect(back.pipeline).toEqual(model.pipeline)
    expect([back.pipeline.image, back.pipeline.features.length]).toEqual([image, 2])
    expect(predictTable(back, images)).toEqual(predictTable(model, images))
  })

  it('gives back a network with all that its layers keep', async () => {
    const image = { height: 2, width: 3, channels: 1 }
    const pixels = Object.fromEntries([0, 1, 2, 3, 4, 5].map((j) => [`p${j}`, (i: number) => (i * (j + 3)) % 17]))
    const images = { ...numbered(40, { ...pixels, label: (i) => i % 3 }), image }
    const specification: ModelSpecification = {
      layers: [
        { type: 'reshape', shape: [2, 3, 1] }, { type: 'conv2d', units: 2, kernel: 2, bias: false }, { type: 'batch-normalization' }, { type: 'gelu' },
        { type: 'residual', layers: [{ type: 'layer-normalization' }] }, { type: 'flatten' }, { type: 'dropout', rate: 0.3 },
        { type: 'dense', units: 3 }, { type: 'softmax' },
      ],
      loss: { type: 'categorical-cross-entropy', labelSmoothing: 0.1, classWeights: [1, 2, 3] },
    }
    const { model } = await fit(images, { target: 'label', model: specification, epochs: 3, validation: 0 })
    expect(Object.keys(model.parameters)).toEqual(['W1', 'gamma1', 'beta1', 'gamma2', 'beta2', 'W2', 'b2'])
    expect(Object.keys(model.statistics)).toEqual(['mean1', 'variance1', 'draws1'])
    const bytes = writeModel(model)
    const back = readModel(bytes, 'm')
    expect(back.specification).toEqual(specification)
    expect(writeModel(back)).toEqual(bytes)
    expect(predictTable(back, images)).toEqual(predictTable(model, images))
    // What was kept while learning is not what it began with.
    expect(back.statistics.variance1.toArray()).not.toEqual([1, 1])
  })

  it('is refused wherever it is cut off', async () => {
    const bytes = writeModel(await trained())
    for (let length = 0; length < bytes.length; length += length < 64 ? 1 : 13)
      expect(message(() => readModel(bytes.subarray(0, length), 'm.safetensors'))).toMatch(
        /^data: m\.safetensors: not a readable model file/,
      )
  })

  it.each([
    ['no model of ours', fileOf('{"__metadata__":{"format":"pt"}}'), /not a model of Kudari/],
    ['a newer version', fileOf(String.raw`{"__metadata__":{"kudari":"{\"version\":2}"}}`), /written by a newer Kudari \(model format 2; this one reads up to 1\)/],
    ['no JSON', fileOf('{"__metadata__"'), /not a readable model file/],
    ['an unknown dtype', fileOf('{"w":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}', 2), /not a readable model file/],
    ['offsets beyond the end', fileOf('{"w":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}', 8), /not a readable model file/],
    ['a size that is not its shape', fileOf('{"w":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}', 8), /not a readable model file/],
    ['overlapping tensors', fileOf('{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F64","shape":[1],"data_offsets":[4,12]}}', 12), /not a readable model file/],
    ['a header beyond the end', Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0, 123), /not a readable model file/],
  ])('with %s is refused', (_, bytes, expected) => {
    expect(message(() => readModel(bytes, 'm'))).toMatch(expected)
  })
})

describe('safetensors', () => {
  const tensors = {
    x: tensor([[1.5, -0], [Infinity, 5e-324]]),
    i: tensor([1, -2, 3], { dtype: 'int32' }),
    f: tensor([0.1], { dtype: 'float32' }),
    b: tensor([true, false]),
  }
  const python = findPython('safetensors', 'numpy')

  it.skipIf(!python)("is read by Python's safetensors, and reads what that writes", () => {
    const folder = mkdtempSync(join(tmpdir(), 'kudari-safetensors-'))
    try {
      writeFileSync(join(folder, 'ours'), writeSafetensors({ tensors, metadata: { note: '重み' } }))
      const script = `
import base64, sys
from safetensors import safe_open
from safetensors.numpy import save
f = safe_open(sys.argv[1], 'np')
d = {k: f.get_tensor(k) for k in f.keys()}
assert f.metadata() == {'note': '重み'}
print(base64.b64encode(save(d, {'back': 'yes'})).decode())
`
      const text = execFileSync(python!, ['-c', script, join(folder, 'ours')], { encoding: 'utf8' })
      const back = readSafetensors(Uint8Array.from(Buffer.from(text, 'base64')), 'theirs')
      expect(back.metadata).toEqual({ back: 'yes' })
      for (const [name, { dtype, shape, data }] of Object.entries(tensors)) {
        const found = back.tensors[name]
        expect([found.dtype, found.shape, Array.from(found.data)]).toEqual([dtype, shape, Array.from(data)])
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
