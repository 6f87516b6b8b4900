/** What Kudari says of bad input: every case leaves with code 2 and writes nothing; the messages stand in docs/bad-inputs.md. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { greyPng, idxBytes } from '../packages/readers/src/testing/images.ts'

const numbered = (rows: number, row: (i: number) => string) => Array.from({ length: rows }, (_, i) => row(i)).join('\n')

/** Files that are wrong, each in its own way. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  'good.csv': `a,b,y\n${numbered(12, (i) => `${i},${i % 3},${2 * i + 1}.5`)}\n`,
  'empty.csv': '',
  'header.csv': 'a,y\n',
  'one-row.csv': 'a,y\n1,2.5\n',
  'constant.csv': `a,y\n${numbered(9, (i) => `${i},5`)}\n`,
  'all-missing.csv': `a,y\n${numbered(9, (i) => `?,${i}.5`)}\n`,
  'no-target-values.csv': `a,y\n${numbered(9, (i) => `${i},`)}\n`,
  'ragged.csv': 'a,y\n1,2.5\n3,4.5,5\n',
  'open-quote.csv': 'a,y\n1,2.5\n"3,4.5\n5,6\n',
  'after-quote.csv': 'a,y\n"1"x,2.5\n3,4\n',
  'nul.csv': 'a,y\n1,\0\n',
  'image.csv': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  'document.csv': '%PDF-1.7\n',
  'sheet.csv': Buffer.from('504b03041400060008', 'hex'),
  'broken.csv.gz': gzipSync('a,y\n1,2.5\n').subarray(0, 22),
  'duplicate.csv': 'a,a,y\n1,2,3\n',
  'unnamed.csv': 'a,,y\n1,2,3\n',
  'huge.csv': `a,y\n1,2.5\n1e308,3.5\n${numbered(9, (i) => `-1e308,${i}.5`)}\n`,
  'infinite.csv': `a,y\n1,2.5\n1e999,3.5\n4,5.5\n`,
  'names.csv': `a,y\n${numbered(30, (i) => `${i},person number ${i}`)}\n`,
  'dates.csv': `a,y\n1,2026-01-02\n2,2026-01-03\n3,2026-01-05\n`,
  'latin.csv': Buffer.from('612c790ae92c310a', 'hex'),
  'broken.json': '[{"a": 1, "y": 2},\n {"a": }]',
  'scalar.json': '42',
  'nested.json': '[{"a": [1], "y": 2}]',
  'lines.jsonl': '{"a": 1, "y": 2}\n[1, 2]\n',
  'broken.parquet': 'PAR1 this is all',
  'spec.json': '{"layers": [{"type": "dense", "unit": 3}], "loss": "mean-square"}',
  'lossless.json': '{"layers": [{"type": "dense"}]}',
  'weights.json': '[{"W": [[1], [2], ["x"]], "b": [0]}]',
  'weights-shape.json': '[{"W": [[1, 2], [3, 4]], "b": [0, 0]}]',
  'text.safetensors': 'this is no model at all, but a text of some length',
  'images-idx3-ubyte': idxBytes(0x08, [4, 2, 2], Array.from({ length: 16 }, (_, i) => i)),
  'labels-idx1-ubyte': idxBytes(0x08, [3], [0, 1, 0]),
  'cut-images-idx3-ubyte.gz': gzipSync(idxBytes(0x08, [10000, 28, 28], [0, 0, 0])),
  'long-images-idx3-ubyte': idxBytes(0x08, [1, 2, 2], [1, 2, 3, 4, 5]),
  'none-images-idx3-ubyte': idxBytes(0x08, [0, 28, 28], []),
  'vectors-idx2-ubyte': idxBytes(0x08, [2, 3], [1, 2, 3, 4, 5, 6]),
  'text-images-idx3-ubyte': 'these are no images\n',
  'huge-images-idx3-ubyte': idxBytes(0x08, [1, 4000, 3000], []),
  'pictures/cat/1.png': greyPng([1, 2], [3, 4]),
  'pictures/dog/1.png': greyPng([1, 2, 3], [4, 5, 6]),
  'damaged/cat/1.png': greyPng([1, 2], [3, 4]),
  'damaged/dog/1.png': greyPng([1, 2], [3, 4]).subarray(0, 60),
  'renamed/cat/1.jpg': 'no image, whatever the name says',
  'mixed/1.png': greyPng([1, 2], [3, 4]),
  'mixed/dog/1.png': greyPng([1, 2], [3, 4]),
  'gif/cat/1.gif': 'GIF89a',
  'bare/1.png': greyPng([1, 2], [3, 4]),
  'small/1.png': greyPng([1, 2]),
}

/** Runs that were damaged: what became of their history and record. */
const damages: Readonly<Record<string, (history: string, record: string) => { 'history.csv'?: string | undefined; 'run.json'?: string }>> = {
  'no-history': () => ({ 'history.csv': undefined }),
  'bad-header': (history) => ({ 'history.csv': history.replace('iteration,loss', 'step,cost') }),
  'bad-fields': (history) => ({ 'history.csv': history.slice(0, history.lastIndexOf(',')) }),
  'bad-number': (history) => ({ 'history.csv': history.replace(/^1,[^,]*/m, '1,low') }),
  'bad-order': (history) => ({ 'history.csv': history.replace(/^2,/m, '1,') }),
  'too-short': (history) => ({ 'history.csv': history.replace(/^4,.*\n/m, '') }),
  'empty-history': (history) => ({ 'history.csv': history.split('\n', 1)[0] }),
  'bad-json': (_, record) => ({ 'run.json': record.replace('"given"', 'given') }),
  'other-json': () => ({ 'run.json': '{"name": "something else"}' }),
  'bad-record': (_, record) => ({ 'run.json': record.replace('"outcome"', '"end"') }),
}

const train = (data: string, ...options: readonly string[]) => ['train', data, '--target', 'y', ...options]

/** What was done wrong, and the command. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ['no such file', train('nowhere.csv')],
  ['a folder without images', train('folder')],
  ['an empty file', train('empty.csv')],
  ['a header and nothing else', train('header.csv')],
  ['one row', train('one-row.csv')],
  ['no --target', ['train', 'good.csv']],
  ['a target that is not there', ['train', 'good.csv', '--target', 'Y']],
  ['a constant target', train('constant.csv')],
  ['a target without values', train('no-target-values.csv')],
  ['the only input has no values', train('all-missing.csv')],
  ['a feature that is not there', train('good.csv', '--features', 'a,c')],
  ['the target among the features', train('good.csv', '--features', 'a,y')],
  ['names as classes', train('names.csv')],
  ['dates as target', train('dates.csv')],
  ['a regression on texts', train('names.csv', '--task', 'regression')],
  ['too many fields', train('ragged.csv')],
  ['a quote that stays open', train('open-quote.csv')],
  ['text after a quote', train('after-quote.csv')],
  ['NUL bytes', train('nul.csv')],
  ['an image', train('image.csv')],
  ['a PDF', train('document.csv')],
  ['an Excel workbook', train('sheet.csv')],
  ['gzip cut off', train('broken.csv.gz')],
  ['the same column twice', train('duplicate.csv')],
  ['a column without a name', train('unnamed.csv')],
  ['values whose spread overflows', train('huge.csv')],
  ['a value beyond float64', train('infinite.csv')],
  ['bytes of no known encoding', train('latin.csv')],
  ['another encoding than given', train('latin.csv', '--encoding', 'utf-8')],
  ['an unknown encoding', train('good.csv', '--encoding', 'ebcdic')],
  ['broken JSON', train('broken.json')],
  ['JSON that is no table', train('scalar.json')],
  ['nested JSON', train('nested.json')],
  ['a JSON line that is no object', train('lines.jsonl')],
  ['broken Parquet', train('broken.parquet')],
  ['IDX cut off', train('cut-images-idx3-ubyte.gz')],
  ['IDX with bytes behind the images', train('long-images-idx3-ubyte')],
  ['IDX without images', train('none-images-idx3-ubyte')],
  ['IDX that is no images', train('vectors-idx2-ubyte')],
  ['no IDX under the name of IDX', train('text-images-idx3-ubyte')],
  ['images with too many pixels', train('huge-images-idx3-ubyte')],
  ['labels instead of images', train('labels-idx1-ubyte')],
  ['labels of other images', ['train', 'images-idx3-ubyte', '--target', 'label']],
  ['images as labels', ['train', 'images-idx3-ubyte', '--target', 'label', '--labels', 'long-images-idx3-ubyte']],
  ['no labels', ['evaluate', 'digits', 'other/images-idx3-ubyte']],
  ['labels for a table', train('good.csv', '--labels', 'labels-idx1-ubyte')],
  ['another target than the label', train('pairs-images-idx3-ubyte')],
  ['images of two sizes', ['train', 'pictures', '--target', 'label']],
  ['a damaged image', ['train', 'damaged', '--target', 'label']],
  ['a text named as an image', ['train', 'renamed', '--target', 'label']],
  ['images with and without a class', ['train', 'mixed', '--target', 'label']],
  ['images of another kind', ['train', 'gif', '--target', 'label']],
  ['images without classes', ['train', 'bare', '--target', 'label']],
  ['images of another size than the model knows', ['predict', 'digits', 'small']],
  ['an image size that is none', train('good.csv', '--image', '28')],
  ['an image size of other pixels', train('good.csv', '--image', '28x28')],
  ['an unknown command', ['trian', 'good.csv']],
  ['an unknown option', train('good.csv', '--iteration', '5')],
  ['no data', ['train', '--target', 'y']],
  ['one argument too many', train('good.csv', 'more.csv')],
  ['an option without its value', train('good.csv', '--lr')],
  ['an option twice', train('good.csv', '--lr', '1', '--lr', '2')],
  ['a learning rate of 0', train('good.csv', '--lr', '0')],
  ['iterations that are no number', train('good.csv', '--iterations', 'many')],
  ['iterations and epochs', train('good.csv', '--iterations', '5', '--epochs', '2')],
  ['validation of all rows', train('good.csv', '--validation', '1')],
  ['an unknown column type', train('good.csv', '--types', 'a=nominal')],
  ['a type for a column that is not there', train('good.csv', '--types', 'z=number')],
  ['a type that does not fit', train('names.csv', '--types', 'y=number')],
  ['an unknown model', train('good.csv', '--model', 'lienar')],
  ['moved pixels of what is no image', train('good.csv', '--augment', 'shift:2')],
  ['an unknown augmentation', train('good.csv', '--augment', 'shift:2,rotat:10')],
  ['a model for another task', train('good.csv', '--model', 'logistic')],
  ['a loss for another model', train('good.csv', '--loss', 'binary-cross-entropy')],
  ['a specification with an unknown key', train('good.csv', '--model', 'spec.json')],
  ['a specification without a loss', train('good.csv', '--model', 'lossless.json')],
  ['too few first weights', train('good.csv', '--init', '1,2')],
  ['first weights that are no numbers', train('good.csv', '--init', 'weights.json')],
  ['first weights of another shape', train('good.csv', '--init', 'weights-shape.json')],
  ['a file that is no model', ['predict', 'text.safetensors', 'good.csv']],
  ['a model file cut off', ['predict', 'cut.safetensors', 'good.csv']],
  ['a model of a newer version', ['predict', 'newer.safetensors', 'good.csv']],
  ['a run folder without a model', ['predict', 'folder', 'good.csv']],
  ['a table without any of the inputs', ['predict', 'run', 'other.csv']],
  ['a table without the target', ['evaluate', 'run', 'inputs.csv']],
  ['a step beyond the run', ['explain', 'run', '--step', '99']],
  ['an option that would change a run', ['explain', 'run', '--lr', '5']],
  ['no model to inspect', ['inspect']],
  ['a model that is not there', ['inspect', 'runs/nowhere']],
  ['a table instead of a model', ['inspect', 'good.csv']],
  ['a folder to inspect without a model', ['inspect', 'folder']],
  ['an option that inspect does not have', ['inspect', 'run', '--target', 'y']],
  ['a check of the gradients of a run that is taken up', ['train', '--resume', 'run', '--check-gradients']],
  ['a value for a check', train('good.csv', '--check-gradients=all')],
  ['a run that is there', train('good.csv', '--out', 'run')],
  ['a folder that is no run', train('good.csv', '--out', 'folder', '--force')],
  ['no run to compare', ['compare']],
  ['a run that is not there', ['compare', 'run', 'runs/nowhere']],
  ['a folder to compare that is no run', ['compare', 'run', 'folder']],
  ['a file instead of a run', ['compare', 'run/model.safetensors']],
  ['a run without its history', ['compare', 'run', 'no-history']],
  ['a history with another header', ['compare', 'bad-header']],
  ['a history whose last line is cut off', ['compare', 'bad-fields']],
  ['a history with a text as loss', ['compare', 'bad-number']],
  ['a history out of order', ['compare', 'bad-order']],
  ['a history shorter than the run', ['compare', 'too-short']],
  ['an empty history', ['compare', 'empty-history']],
  ['a run.json that is no JSON', ['compare', 'bad-json']],
  ['a run.json of something else', ['compare', 'other-json']],
  ['a run.json without what is needed', ['compare', 'bad-record']],
  ['a comparison over another file', ['compare', 'run', '--out', 'good.csv']],
  ['a comparison over a folder', ['compare', 'run', '--out', 'folder', '--force']],
  ['a comparison in a folder that is not there', ['compare', 'run', '--out', 'nowhere/page.html']],
  ['an option that compare does not have', ['compare', 'run', '--target', 'y']],
  ['a place below a file', train('good.csv', '--out', 'good.csv/run')],
  ['half a command', ['data']],
  ['an unknown word after data', ['data', 'gte', 'iris']],
  ['no data set', ['data', 'get']],
  ['an unknown data set', ['data', 'get', 'mnits']],
  ['another file in the place of the data set', ['data', 'get', 'iris', '--out', 'taken']],
  ['a data set below a file', ['data', 'get', 'iris', '--out', 'good.csv']],
  ['a home that is no web address', ['data', 'get', 'iris', '--url', 'ftp://iris.example/']],
  ['a list of one data set', ['data', 'list', 'iris']],
  ['a table for the Lab that is not there', ['lab', 'nowhere.csv']],
  ['a folder for the Lab', ['lab', 'folder']],
  ['standard input for the Lab', ['lab', '-']],
  ['two tables for the Lab', ['lab', 'good.csv', 'other.csv']],
  ['a port that is none', ['lab', '--port', '70000']],
]

describe('bad input', () => {
  let place: Place
  beforeAll(async () => {
    place = newPlace()
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place.folder, name)), { recursive: true })
      place.write(name, content)
    }
    mkdirSync(join(place.folder, 'folder'))
    mkdirSync(join(place.folder, 'other'))
    place.write('folder/notes.txt', 'not a run')
    mkdirSync(join(place.folder, 'taken'))
    place.write('taken/iris.csv', 'a,y\n1,2\n')
    place.write('inputs.csv', 'a,b\n1,2\n')
    place.write('other.csv', 'p,q\n1,2\n')
    await place.run([...train('good.csv', '--iterations', '5', '--out', 'run')])
    for (const [name, damage] of Object.entries(damages)) {
      const run = { 'history.csv': place.read('run/history.csv'), 'run.json': place.read('run/run.json') }
      mkdirSync(join(place.folder, name))
      for (const [file, content] of Object.entries({ ...run, ...damage(run['history.csv'], run['run.json']) }))
        if (content !== undefined) place.write(`${name}/${file}`, content)
    }
    place.write('pairs-images-idx3-ubyte', idxBytes(0x08, [12, 2, 2], Array.from({ length: 48 }, (_, i) => i)))
    place.write('pairs-labels-idx1-ubyte', idxBytes(0x08, [12], Array.from({ length: 12 }, (_, i) => i % 2)))
    place.write('other/images-idx3-ubyte', files['images-idx3-ubyte'])
    await place.run(['train', 'pairs-images-idx3-ubyte', '--target', 'label', '--iterations', '5', '--out', 'digits'])
    const model = readFileSync(join(place.folder, 'run/model.safetensors'))
    place.write('cut.safetensors', model.subarray(0, model.length - 5))
    const header = Number(model.readBigUInt64LE(0))
    const changed = model.subarray(8, 8 + header).toString().replace(String.raw`\"version\":1`, String.raw`\"version\":9`)
    place.write('newer.safetensors', Buffer.concat([model.subarray(0, 8), Buffer.from(changed), model.subarray(8 + header)]))
  })
  afterAll(() => place.remove())

  it('is answered in words, in both languages, with code 2, and nothing is written', async () => {
    const listed = () => readdirSync(place.folder, { recursive: true }).toSorted()
    const before = listed()
    const lines = ['| What is wrong | Command | Answer | 日本語 |', '| --- | --- | --- | --- |']
    const cell = (text: string) => text.trim().replace(/^kudari: (?:error|エラー): /, '').replaceAll(place.folder, '.').replaceAll('|', '\\|').replaceAll('\n', ' ')
    for (const [what, command] of cases) {
      const en = await place.run(command)
      const ja = await place.run([...command, '--lang', 'ja'])
      expect([what, en.code, ja.code, en.out, en.err]).toEqual([what, 2, 2, '', expect.stringMatching(/^kudari: error: /)])
      expect(ja.err).toMatch(/[\u3040-\u30ff]/)
      lines.push(`| ${what} | \`${cell(command.join(' '))}\` | ${cell(en.err)} | ${cell(ja.err)} |`)
    }
    expect(listed()).toEqual(before)
    const page = [
      '# What Kudari says of bad input',
      '',
      'Every case leaves with exit code 2 and writes nothing. This page is written by `tests/bad-inputs.test.ts`, which holds Kudari to it.',
      '',
      ...lines,
      '',
    ].join('\n')
    await expect(page).toMatchFileSnapshot('../docs/bad-inputs.md')
  })
})
