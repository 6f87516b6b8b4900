/**
 * The data sets that `kudari data get` knows: where each one is at home, and what its files must be, byte for byte.
 *
 * SHA-256 are those that torchvision (the three sets of images) and TensorFlow Datasets (iris, abalone) publish; sizes are from the latter. The
 * UCI archive publishes none: those of wine and wine-quality were computed from copies, and agree with what others found at that address.
 * Those of penguins were computed from the commit that its address names.
 */
import type { Message } from 'kudari'

/** A file as its home gives it, and under which name it is kept. */
export interface DataFile {
  /** Its name at home. */
  readonly remote: string
  /** Its name in the folder of the data set. */
  readonly name: string
  /** What stands at home, without the header. */
  readonly bytes: number
  readonly sha256: string
  /** The names of the columns, put in front where the home has them on another page; empty where nothing is missing. */
  readonly header: string
}

export interface DataSet {
  readonly name: string
  readonly title: Message
  /** The page that tells of it. */
  readonly home: string
  readonly license: string
  /** Addresses that the names of the files complete; the next one is for when the one before it fails. */
  readonly bases: readonly string[]
  readonly files: readonly DataFile[]
  /** What to train with, as words after `kudari train`. */
  readonly next: { readonly file: string; readonly options: string }
}

/** Where a repository keeps files, at a commit or on a branch. */
const github = (repository: string, version: string, folder: string): string =>
  `https://raw.githubusercontent.com/${repository}/${version}/${folder}/`

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

/** A file that is kept as it comes. */
const plain = (name: string, bytes: number, sha256: string): DataFile => ({ remote: name, name, bytes, sha256, header: '' })

/** A table that comes without the names of its columns. */
const headless = (remote: string, name: string, bytes: number, sha256: string, columns: readonly string[]): DataFile => ({
  remote,
  name,
  bytes,
  sha256,
  header: `${columns.join(',')}\n`,
})

const uci = (folder: string): string => `https://archive.ics.uci.edu/ml/machine-learning-databases/${folder}/`

const images = { file: 'train-images-idx3-ubyte.gz', options: '--target label' } as const

export const dataSets: readonly DataSet[] = [
  {
    name: 'mnist',
    title: both(
      'handwritten digits, 60,000 and 10,000 images of 28 x 28',
      '手書き数字。28 x 28 の画像が学習用 60,000 枚とテスト用 10,000 枚',
    ),
    home: 'http://yann.lecun.com/exdb/mnist/',
    license: 'CC BY-SA 3.0',
    bases: ['https://ossci-datasets.s3.amazonaws.com/mnist/', 'https://storage.googleapis.com/cvdf-datasets/mnist/'],
    files: [
      plain('train-images-idx3-ubyte.gz', 9_912_422, '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609'),
      plain('train-labels-idx1-ubyte.gz', 28_881, '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c'),
      plain('t10k-images-idx3-ubyte.gz', 1_648_877, '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6'),
      plain('t10k-labels-idx1-ubyte.gz', 4_542, 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6'),
    ],
    next: images,
  },
  {
    name: 'fashion-mnist',
    title: both('pieces of clothing, in the form of mnist', '衣料品。mnist と同じ形式'),
    home: 'https://github.com/zalandoresearch/fashion-mnist',
    license: 'MIT',
    bases: [
      'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/',
      github('zalandoresearch/fashion-mnist', 'master', 'data/fashion'),
    ],
    files: [
      plain('train-images-idx3-ubyte.gz', 26_421_880, '3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84'),
      plain('train-labels-idx1-ubyte.gz', 29_515, 'a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845'),
      plain('t10k-images-idx3-ubyte.gz', 4_422_102, '346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073'),
      plain('t10k-labels-idx1-ubyte.gz', 5_148, '67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5'),
    ],
    next: images,
  },
  {
    name: 'kmnist',
    title: both('cursive hiragana (kuzushiji), in the form of mnist', 'くずし字のひらがな 10 種類。mnist と同じ形式'),
    home: 'https://codh.rois.ac.jp/kmnist/',
    license: 'CC BY-SA 4.0',
    bases: ['http://codh.rois.ac.jp/kmnist/dataset/kmnist/'],
    files: [
      plain('train-images-idx3-ubyte.gz', 18_165_135, '51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4'),
      plain('train-labels-idx1-ubyte.gz', 29_497, 'e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17'),
      plain('t10k-images-idx3-ubyte.gz', 3_041_136, 'edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5'),
      plain('t10k-labels-idx1-ubyte.gz', 5_120, '20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c'),
    ],
    next: images,
  },
  {
    name: 'iris',
    // Rows 35 and 38 of the archive's file differ in three cells from Fisher's paper, and so from other copies.
    title: both('150 flowers of three species of iris, measured in cm', 'アヤメ 3 種、150 輪の寸法（cm）'),
    home: 'https://archive.ics.uci.edu/dataset/53/iris',
    license: 'CC BY 4.0',
    bases: [uci('iris')],
    files: [
      headless('iris.data', 'iris.csv', 4_551, '6f608b71a7317216319b4d27b4d9bc84e6abd734eda7872b71a458569e2656c0', [
        'sepal_length',
        'sepal_width',
        'petal_length',
        'petal_width',
        'species',
      ]),
    ],
    next: { file: 'iris.csv', options: '--target species' },
  },
  {
    name: 'wine',
    title: both('178 wines of three cultivars, by chemical analysis', 'ブドウ 3 品種のワイン 178 本の成分'),
    home: 'https://archive.ics.uci.edu/dataset/109/wine',
    license: 'CC BY 4.0',
    bases: [uci('wine')],
    files: [
      headless('wine.data', 'wine.csv', 10_782, '6be6b1203f3d51df0b553a70e57b8a723cd405683958204f96d23d7cd6aea659', [
        'cultivar',
        'alcohol',
        'malic_acid',
        'ash',
        'alcalinity_of_ash',
        'magnesium',
        'total_phenols',
        'flavanoids',
        'nonflavanoid_phenols',
        'proanthocyanins',
        'color_intensity',
        'hue',
        'od280_od315',
        'proline',
      ]),
    ],
    next: { file: 'wine.csv', options: '--target cultivar --task classification' },
  },
  {
    name: 'wine-quality',
    title: both('1,599 red wines, analysed and tasted', '赤ワイン 1,599 本の成分と、味の評価'),
    home: 'https://archive.ics.uci.edu/dataset/186/wine+quality',
    license: 'CC BY 4.0',
    bases: [uci('wine-quality')],
    files: [plain('winequality-red.csv', 84_199, '4a402cf041b025d4566d954c3b9ba8635a3a8a01e039005d97d6a710278cf05e')],
    next: { file: 'winequality-red.csv', options: '--target quality --task regression' },
  },
  {
    name: 'abalone',
    title: both('4,177 abalones, measured; the number of rings tells the age', 'アワビ 4,177 個の寸法と、年齢を示す輪の数'),
    home: 'https://archive.ics.uci.edu/dataset/1/abalone',
    license: 'CC BY 4.0',
    bases: [uci('abalone')],
    files: [
      headless('abalone.data', 'abalone.csv', 191_873, 'de37cdcdcaaa50c309d514f248f7c2302a5f1f88c168905eba23fe2fbc78449f', [
        'sex',
        'length',
        'diameter',
        'height',
        'whole_weight',
        'shucked_weight',
        'viscera_weight',
        'shell_weight',
        'rings',
      ]),
    ],
    next: { file: 'abalone.csv', options: '--target rings --task regression' },
  },
  {
    name: 'penguins',
    title: both('344 penguins of three species, with missing values', 'ペンギン 3 種、344 羽の計測値（欠損値あり）'),
    home: 'https://allisonhorst.github.io/palmerpenguins/',
    license: 'CC0 1.0',
    bases: [github('allisonhorst/palmerpenguins', '8957207b78d6ccd1b4654a9dd9c9041b657478ab', 'inst/extdata')],
    files: [plain('penguins.csv', 15_241, 'f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93')],
    next: { file: 'penguins.csv', options: '--target species' },
  },
]
