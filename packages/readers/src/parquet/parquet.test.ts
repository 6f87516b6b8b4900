import { KudariError } from 'kudari'
import { describe, expect, it } from 'vitest'
import { bytesSource } from '../bytes/source.ts'
import { readTable } from '../read.ts'

/**
 * Two files by pyarrow: `pq.write_table(pa.table({'n': [1, None, 3], 'x': [0.5, None, -2.25], '名前': ['東京', '大阪', None],
 * 'ok': [True, False, None], 't': [2026-01-02 03:04:05 (ms), None, None]}), path, compression='zstd' or 'snappy',
 * write_statistics=False, store_schema=False)`.
 */
const files = {
  zstd:
    'UEFSMRUEFSAVMkwVBBUAEgAAKLUv/SAQgQAAAQAAAAAAAAADAAAAAAAAABUAFRIVJCwVBhUQFQYVBhwAAAAotS/9IAlJAAACAAAA' +
    'AwUBAwIVBBUgFTJMFQQVABIAACi1L/0gEIEAAAAAAAAAAOA/AAAAAAAAAsAVABUSFSQsFQYVEBUGFQYcAAAAKLUv/SAJSQAAAgAA' +
    'AAMFAQMCFQQVKBU6TBUEFQASAAAotS/9IBShAAAGAAAA5p2x5LqsBgAAAOWkp+mYqhUAFRIVJCwVBhUQFQYVBhwAAAAotS/9IAlJ' +
    'AAACAAAAAwMBAwIVABUOFSAsFQYVABUGFQYcAAAAKLUv/SAHOQAAAgAAAAMDARUEFRAVIkwVAhUAEgAAKLUv/SAIQQAAiIypfJsB' +
    'AAAVABUSFSQsFQYVEBUGFQYcAAAAKLUv/SAJSQAAAgAAAAMBAQIAFQQZbDUAGAZzY2hlbWEVCgAVBCUCGAFuABUKJQIYAXgAFQwl' +
    'AhgG5ZCN5YmNJQBMHAAAABUAJQIYAm9rABUEJQIYAXQlEkyMEhwcAAAAAAAWBhkcGVwmABwVBBk1AAYQGRgBbhUMFgYWdBaYASZW' +
    'JggpLBUEFQAVAgAVABUQFQIAPCkGGSYCBAAAACYAHBUKGTUABhAZGAF4FQwWBhZ0FpgBJu4BJqABKSwVBBUAFQIAFQAVEBUCADwp' +
    'BhkmAgQAAAAmABwVDBk1AAYQGRgG5ZCN5YmNFQwWBhZ8FqABJo4DJrgCKSwVBBUAFQIAFQAVEBUCADwWGBkGGSYCBAAAACYAHBUA' +
    'GSUGABkYAm9rFQwWBhY0FkYm2ANJHBUAFQAVAgA8KQYZJgIEAAAAJgAcFQQZNQAGEBkYAXQVDBYGFmQWiAEm3AQmngQpLBUEFQAV' +
    'AgAVABUQFQIAPCkGGSYEAgAAABb8AxYGJggWngUAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRlcHAAAHAAAHAAA' +
    'HAAAHAAAAKIBAABQQVIx',
  snappy:
    'UEFSMRUEFSAVJEwVBBUAEgAAEDwBAAAAAAAAAAMAAAAAAAAAFQAVEhUWLBUGFRAVBhUGHAAAAAkgAgAAAAMFAQMCFQQVIBUkTBUE' +
    'FQASAAAQPAAAAAAAAOA/AAAAAAAAAsAVABUSFRYsFQYVEBUGFQYcAAAACSACAAAAAwUBAwIVBBUoFSxMFQQVABIAABRMBgAAAOad' +
    'seS6rAYAAADlpKfpmKoVABUSFRYsFQYVEBUGFQYcAAAACSACAAAAAwMBAwIVABUOFRIsFQYVABUGFQYcAAAABxgCAAAAAwMBFQQV' +
    'EBUUTBUCFQASAAAIHIiMqXybAQAAFQAVEhUWLBUGFRAVBhUGHAAAAAkgAgAAAAMBAQIAFQQZbDUAGAZzY2hlbWEVCgAVBCUCGAFu' +
    'ABUKJQIYAXgAFQwlAhgG5ZCN5YmNJQBMHAAAABUAJQIYAm9rABUEJQIYAXQlEkyMEhwcAAAAAAAWBhkcGVwmABwVBBk1AAYQGRgB' +
    'bhUCFgYWdBZ8JkgmCCksFQQVABUCABUAFRAVAgA8KQYZJgIEAAAAJgAcFQoZNQAGEBkYAXgVAhYGFnQWfCbEASaEASksFQQVABUC' +
    'ABUAFRAVAgA8KQYZJgIEAAAAJgAcFQwZNQAGEBkYBuWQjeWJjRUCFgYWfBaEASbIAiaAAiksFQQVABUCABUAFRAVAgA8FhgZBhkm' +
    'AgQAAAAmABwVABklBgAZGAJvaxUCFgYWNBY4JoQDSRwVABUAFQIAPCkGGSYCBAAAACYAHBUEGTUABhAZGAF0FQIWBhZkFmwm7AMm' +
    'vAMpLBUEFQAVAgAVABUQFQIAPCkGGSYEAgAAABb8AxYGJggWoAQAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI1LjAuMRlc' +
    'HAAAHAAAHAAAHAAAHAAAAJ8BAABQQVIx',
}

const bytesOf = (name: keyof typeof files): Uint8Array => Uint8Array.from(Buffer.from(files[name], 'base64'))

describe('Parquet', () => {
  it.each(['zstd', 'snappy'] as const)('compressed by %s', async (name) => {
    const bytes = bytesOf(name)
    const table = await readTable(bytesSource('t.parquet', bytes), {})
    expect(table.names).toEqual(['n', 'x', '名前', 'ok', 't'])
    expect(table.columns).toEqual([
      [1, null, 3],
      [0.5, null, -2.25],
      ['東京', '大阪', null],
      [true, false, null],
      [new Date('2026-01-02T03:04:05Z'), null, null],
    ])
    // The same where no parts of the file can be had.
    const { slice: _, size: __, ...stream } = bytesSource('t.parquet', bytes)
    expect((await readTable(stream, {})).columns).toEqual(table.columns)
  })

  it('says so wherever it is cut off', async () => {
    const bytes = bytesOf('snappy')
    for (let length = 4; length < bytes.length; length++) {
      const error = await readTable(bytesSource('t.parquet', bytes.subarray(0, length)), {}).catch((thrown: unknown) => thrown)
      expect(error, `${length} bytes`).toBeInstanceOf(KudariError)
    }
  })
})
