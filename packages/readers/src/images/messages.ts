/** What is said of images that cannot be read. */

/** `10000 x 28 x 28` */
const sizesText = (sizes: readonly number[]): string => sizes.join(' x ')

const grouped = (count: number): string => count.toLocaleString('en-US')

const things = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

/** What an IDX file holds by its header, in words. */
const contents = {
  en: ([count, ...size]: readonly number[]) => (size.length === 0 ? things(count, 'label') : `${things(count, 'image')} of ${sizesText(size)}`),
  ja: ([count, ...size]: readonly number[]) => (size.length === 0 ? `ラベル ${count} 個` : ` ${sizesText(size)} の画像 ${count} 枚`),
}

interface Promised {
  readonly source: string
  readonly sizes: readonly number[]
  /** Bytes, header and all. */
  readonly promised: number
  readonly found: number
}

export const imageMessages = {
  notIdx: {
    en: (v: { source: string; found: string }) =>
      `${v.source}: not an IDX file: it begins with the bytes ${v.found || '(none)'}, but IDX begins with 00 00, ` +
      `a type (08, 09, 0b, 0c, 0d or 0e) and the number of sizes; get the file again`,
    ja: (v: { source: string; found: string }) =>
      `${v.source}: IDX ファイルではありません。先頭のバイトは ${v.found || '（なし）'} ですが、IDX は 00 00、型（08、09、0b、0c、0d、0e）、` +
      `次元数の順に始まります。ファイルを取得し直してください`,
  },
  idxHeaderCut: {
    en: (v: { source: string; length: number; found: number }) =>
      `${v.source}: the IDX file is cut off within its header (${v.found} of ${v.length} bytes); get the file again`,
    ja: (v: { source: string; length: number; found: number }) =>
      `${v.source}: IDX ファイルがヘッダーの途中で切れています（${v.length} バイト中 ${v.found} バイト）。ファイルを取得し直してください`,
  },
  idxCut: {
    en: (v: Promised) =>
      `${v.source}: cut off: the header promises ${contents.en(v.sizes)}, ${grouped(v.promised)} bytes with the header; ` +
      `the file has ${grouped(v.found)}. Get the file again`,
    ja: (v: Promised) =>
      `${v.source}: 途中で切れています。ヘッダーによれば${contents.ja(v.sizes)}（ヘッダーを含め ${grouped(v.promised)} バイト）ですが、` +
      `ファイルは ${grouped(v.found)} バイトです。取得し直してください`,
  },
  idxTooLong: {
    en: (v: Promised) =>
      `${v.source}: too long: the header promises ${contents.en(v.sizes)}, ${grouped(v.promised)} bytes with the header; ` +
      `the file has ${grouped(v.found)}. Get the file again`,
    ja: (v: Promised) =>
      `${v.source}: 長すぎます。ヘッダーによれば${contents.ja(v.sizes)}（ヘッダーを含め ${grouped(v.promised)} バイト）ですが、` +
      `ファイルは ${grouped(v.found)} バイトです。取得し直してください`,
  },
  notImages: {
    en: (v: { source: string; sizes: readonly number[] }) =>
      `${v.source}: the IDX file holds ${sizesText(v.sizes)} numbers, which are no images; needed are images x height x width, with or without x channels`,
    ja: (v: { source: string; sizes: readonly number[] }) =>
      `${v.source}: IDX ファイルの中身は ${sizesText(v.sizes)} の数で、画像ではありません。枚数 x 高さ x 幅（チャンネルがあれば続けて x チャンネル数）が必要です`,
  },
  noImages: {
    en: (v: { source: string; sizes: readonly number[] }) => `${v.source}: there are no images in the file: its header says ${sizesText(v.sizes)}`,
    ja: (v: { source: string; sizes: readonly number[] }) => `${v.source}: 画像がありません（ヘッダーには ${sizesText(v.sizes)} とあります）`,
  },
  tooLarge: {
    en: (v: { source: string; size: string; pixels: number; most: number }) =>
      `${v.source}: images of ${v.size} have ${grouped(v.pixels)} values, each of which becomes a column; ` +
      `${grouped(v.most)} is the most. Make the images smaller`,
    ja: (v: { source: string; size: string; pixels: number; most: number }) =>
      `${v.source}: ${v.size} の画像には値が ${grouped(v.pixels)} 個あり、それぞれが 1 列になります。上限は ${grouped(v.most)} 列です。画像を縮小してください`,
  },
  onlyLabels: {
    en: (v: { source: string }) =>
      `${v.source}: this file holds labels, not images; give the file of images (images-idx3), and this one as --labels`,
    ja: (v: { source: string }) =>
      `${v.source}: 画像ではなくラベルのファイルです。画像のファイル（images-idx3）を指定し、このファイルは --labels として指定してください`,
  },
  notLabels: {
    en: (v: { source: string; sizes: readonly number[] }) =>
      `${v.source}: labels are needed, one for each image, but the IDX file holds ${sizesText(v.sizes)} numbers; give the file of labels (labels-idx1)`,
    ja: (v: { source: string; sizes: readonly number[] }) =>
      `${v.source}: 画像ごとに 1 個のラベルが必要ですが、IDX ファイルの中身は ${sizesText(v.sizes)} の数です。ラベルのファイル（labels-idx1）を指定してください`,
  },
  differentCounts: {
    en: (v: { source: string; images: number; labels: string; count: number }) =>
      `${v.source} holds ${things(v.images, 'image')}, but ${v.labels} holds ${things(v.count, 'label')}; give the labels that belong to these images`,
    ja: (v: { source: string; images: number; labels: string; count: number }) =>
      `${v.source} の画像は ${v.images} 枚ですが、${v.labels} のラベルは ${v.count} 個です。この画像に対応するラベルを指定してください`,
  },
  noPicture: {
    en: (v: { source: string }) => `${v.source}: neither a PNG nor a JPEG image, whatever its name says; save it as one of them, or move it away`,
    ja: (v: { source: string }) => `${v.source}: 拡張子と違い、PNG でも JPEG でもありません。どちらかの形式で保存し直すか、別の場所に移してください`,
  },
  badPicture: {
    en: (v: { source: string; problem: string }) =>
      `${v.source}: the image is damaged, cut off or of a kind that cannot be read (${v.problem}); save it again, or move it away`,
    ja: (v: { source: string; problem: string }) =>
      `${v.source}: 画像が壊れているか、途中で切れているか、対応していない形式です（${v.problem}）。保存し直すか、別の場所に移してください`,
  },
  otherPicture: {
    en: (v: { source: string }) => `${v.source}: only PNG and JPEG images can be read; convert it to one of them, or move it away`,
    ja: (v: { source: string }) => `${v.source}: 読み込める画像は PNG と JPEG だけです。どちらかに変換するか、別の場所に移してください`,
  },
  noPictures: {
    en: (v: { source: string }) =>
      `${v.source}: there are no PNG or JPEG images in the folder; a folder of images holds a folder for each class: ${v.source}/CLASS/FILE.png`,
    ja: (v: { source: string }) =>
      `${v.source}: フォルダーに PNG や JPEG の画像がありません。画像はクラスごとのフォルダーに入れてください（${v.source}/クラス名/ファイル名.png）`,
  },
  someWithoutClass: {
    en: (v: { source: string; bare: string; labelled: string }) =>
      `${v.source}: ${v.bare} lies in no class folder, but ${v.labelled} does; put every image into the folder of its class, or none`,
    ja: (v: { source: string; bare: string; labelled: string }) =>
      `${v.source}: ${v.labelled} はクラスのフォルダーにありますが、${v.bare} はどのクラスにも入っていません。すべての画像をクラスのフォルダーに入れるか、まったく分けないでください`,
  },
  differentSizes: {
    en: (v: { source: string; first: string; expected: string; second: string; found: string }) =>
      `${v.source}: all images must have one size (height x width), but ${v.first} is ${v.expected} and ${v.second} is ${v.found}; scale them to one size`,
    ja: (v: { source: string; first: string; expected: string; second: string; found: string }) =>
      `${v.source}: 画像の大きさ（高さ x 幅）をそろえてください。${v.first} は ${v.expected}、${v.second} は ${v.found} です`,
  },
  unwantedColour: {
    en: (v: { source: string }) => `${v.source}: the image is in colour, but the model was trained on grey ones; convert it to grey`,
    ja: (v: { source: string }) => `${v.source}: カラー画像ですが、モデルはグレースケールの画像で学習しています。グレースケールに変換してください`,
  },
  labelsWithout: {
    en: (v: { source: string }) => `${v.source}: labels go with images in IDX only; a table has its labels in a column: leave --labels out`,
    ja: (v: { source: string }) =>
      `${v.source}: ラベルのファイルを指定できるのは IDX の画像だけです。表のラベルは列にあるので、--labels を外してください`,
  },
}
