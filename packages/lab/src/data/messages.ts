/** Texts of the chapter on data: where they come from, and what is done with them. */
const count = (value: number, language: 'en' | 'ja'): string => value.toLocaleString(language)

export const dataMessages = {
  title: { en: () => 'Data', ja: () => 'データ' },
  question: { en: () => 'What shall the model learn from?', ja: () => '何から学習しますか？' },
  kinds: {
    sample: { en: () => 'Samples', ja: () => 'サンプル' },
    made: { en: () => 'Shapes', ja: () => '人工データ' },
    drawn: { en: () => 'Draw', ja: () => '手で描く' },
    files: { en: () => 'Your data', ja: () => '自分の表' },
  },
  size: {
    en: (v: { rows: number; columns: number }) => `${count(v.rows, 'en')} ${v.rows === 1 ? 'row' : 'rows'} × ${count(v.columns, 'en')} ${v.columns === 1 ? 'column' : 'columns'}`,
    ja: (v: { rows: number; columns: number }) => `${count(v.rows, 'ja')} 行 × ${count(v.columns, 'ja')} 列`,
  },
  images: {
    en: (v: { rows: number; size: string }) => `${count(v.rows, 'en')} images of ${v.size} pixels`,
    ja: (v: { rows: number; size: string }) => `${v.size} ピクセルの画像 ${count(v.rows, 'ja')} 枚`,
  },
  missing: {
    en: (v: { missing: number }) => (v.missing === 0 ? 'no missing values' : `${count(v.missing, 'en')} missing ${v.missing === 1 ? 'value' : 'values'}`),
    ja: (v: { missing: number }) => (v.missing === 0 ? '欠損値なし' : `欠損値 ${count(v.missing, 'ja')} 個`),
  },
  target: { en: () => 'Predict', ja: () => '予測する列' },
  inputs: {
    en: (v: { used: number; of: number }) => (v.used === v.of ? (v.of === 1 ? 'from the other column' : v.of === 2 ? 'from both other columns' : `from all ${v.of} other columns`) : `from ${v.used} of the other ${v.of} columns`),
    ja: (v: { used: number; of: number }) => (v.used === v.of ? (v.of === 1 ? 'もう 1 つの列から' : v.of === 2 ? 'ほかの 2 列から' : `ほかの ${v.of} 列すべてから`) : `ほかの ${v.of} 列のうち ${v.used} 列から`),
  },
  pixelInputs: { en: (v: { pixels: number }) => `from ${count(v.pixels, 'en')} pixel values`, ja: (v: { pixels: number }) => `${count(v.pixels, 'ja')} 個のピクセル値から` },
  openTable: { en: () => 'See the table, choose inputs', ja: () => '表を見る・入力を選ぶ' },
  openImages: { en: () => 'Look at the images', ja: () => '画像を見る' },
  more: { en: (v: { columns: number }) => `and ${v.columns} more`, ja: (v: { columns: number }) => `ほか ${v.columns} 列` },
  reading: { en: (v: { name: string }) => `Reading ${v.name} …`, ja: (v: { name: string }) => `${v.name} を読み込んでいます…` },
  working: { en: () => 'Working …', ja: () => '準備しています…' },
}

export const sourceMessages = {
  samples: {
    body: {
      title: { en: () => 'Height and weight', ja: () => '身長と体重' },
      about: { en: () => "The talk's five people: a line from height to weight", ja: () => '講演の 5 人。身長から体重を表す直線' },
    },
    orientation: {
      title: { en: () => 'Portrait or landscape', ja: () => '縦長か横長か' },
      about: { en: () => 'Two classes from width and height, learned rather than programmed', ja: () => '幅と高さから 2 クラスに分類。規則は書かずに学習する' },
    },
    sales: {
      title: { en: () => "A shop's sales", ja: () => '店の売上' },
      about: { en: () => 'A year of days: weather, temperature and weekday to yen', ja: () => '1 年分の天気・気温・曜日から売上を予測' },
    },
  },
  shapes: {
    line: { en: () => 'line', ja: () => '直線' },
    curve: { en: () => 'curve', ja: () => '曲線' },
    blobs: { en: () => 'clouds', ja: () => 'かたまり' },
    moons: { en: () => 'moons', ja: () => '三日月' },
    circles: { en: () => 'circles', ja: () => '二重の円' },
    xor: { en: () => 'XOR', ja: () => 'XOR' },
    spiral: { en: () => 'spiral', ja: () => '渦巻き' },
  },
  shape: { en: () => 'Shape', ja: () => '形' },
  regression: { en: () => 'Predict a number', ja: () => '数を予測' },
  classification: { en: () => 'Tell classes apart', ja: () => 'クラスを分類' },
  rows: { en: () => 'Points', ja: () => '点の数' },
  noise: { en: () => 'Noise', ja: () => 'ノイズ' },
  again: { en: () => 'New points', ja: () => '点を作り直す' },

  file: { en: () => 'Choose a file …', ja: () => 'ファイルを選ぶ…' },
  folder: { en: () => 'Folder of images …', ja: () => '画像フォルダー…' },
  paste: { en: () => 'Paste a table …', ja: () => '表を貼り付け…' },
  dropHint: {
    en: () => 'or drop it anywhere on the page, or copy cells from a spreadsheet and press Ctrl+V',
    ja: () => 'ページのどこへでもドロップできます。表計算ソフトのセルをコピーして Ctrl+V でも',
  },
  formats: {
    en: () => 'CSV and TSV in any encoding, JSON, Parquet, also .gz; images in folders named after their classes, or IDX with labels',
    ja: () => 'CSV・TSV（Shift_JIS なども自動判別）、JSON、Parquet とその .gz。画像はクラス名のフォルダーに分けるか、IDX とラベル',
  },
  private: { en: () => 'Your data stay in this browser: nothing is sent.', ja: () => 'データはこのブラウザーの中だけで扱い、どこにも送りません。' },
  drop: { en: () => 'Drop it: learn from these data', ja: () => 'ここにドロップして学習' },
  dropAbout: { en: () => 'A table (CSV, TSV, JSON, Parquet), a folder of images, or IDX with labels', ja: () => '表（CSV・TSV・JSON・Parquet）、画像のフォルダー、IDX とラベル' },
  notOpened: {
    en: (v: { reason: string }) => `the browser could not open what was dropped (${v.reason}); choose it with the button instead`,
    ja: (v: { reason: string }) => `ドロップされたものを開けませんでした（${v.reason}）。ボタンから選んでください`,
  },
  pasteTitle: { en: () => 'Paste a table', ja: () => '表を貼り付ける' },
  pasteLabel: { en: () => 'Cells from a spreadsheet, or CSV: the first line holds the names of the columns', ja: () => '表計算ソフトのセルか CSV。1 行目は列の名前' },
  pasteShort: { en: () => 'A table has a line of names and at least one row.', ja: () => '列の名前の行と、データの行が 1 行以上必要です。' },
  learn: { en: () => 'Learn from it', ja: () => 'この表で学習する' },
  cancel: { en: () => 'Cancel', ja: () => 'キャンセル' },
  pastedName: { en: () => 'pasted.csv', ja: () => '貼り付けた表.csv' },

  readAs: { en: () => 'How the file was read', ja: () => 'ファイルの読み方' },
  tryOther: { en: () => 'Read it in another way', ja: () => '読み方を変える' },
  encoding: { en: () => 'Encoding', ja: () => '文字コード' },
  delimiter: { en: () => 'Between cells', ja: () => '区切り文字' },
  header: { en: () => 'The first line holds names', ja: () => '1 行目は列の名前' },
  noHeader: {
    en: () => 'The names of the columns are numbers: is the first line data already?',
    ja: () => '列の名前がすべて数です。1 行目からデータではありませんか？',
  },
  detected: { en: (v: { value: string }) => `${v.value} (auto)`, ja: (v: { value: string }) => `${v.value}（自動）` },
  automatic: { en: () => 'detect', ja: () => '自動判別' },
  delimiters: {
    ',': { en: () => 'comma', ja: () => 'コンマ' },
    '\t': { en: () => 'tab', ja: () => 'タブ' },
    ';': { en: () => 'semicolon', ja: () => 'セミコロン' },
    '|': { en: () => 'bar |', ja: () => '縦棒 |' },
  },
}

export const servedMessages = {
  notThere: {
    en: (v: { name: string; reason: string }) => `the file ${v.name} of the page's address could not be had (${v.reason}); choose other data, or start \`kudari lab\` with the file again`,
    ja: (v: { name: string; reason: string }) => `アドレスで指定されたファイル ${v.name} を取得できませんでした（${v.reason}）。別のデータを選ぶか、\`kudari lab\` をファイル名付きで起動し直してください`,
  },
}
