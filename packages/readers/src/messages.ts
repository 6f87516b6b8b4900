/** What the readers say when a file cannot be read: where, what was expected, what to do. */
import type { Message } from 'kudari'

type Place = { readonly source: string; readonly line: number }

export const readerMessages = {
  empty: {
    en: (v: { source: string }) => `${v.source}: the file is empty; a table with a header line is needed`,
    ja: (v: { source: string }) => `${v.source}: ファイルが空です。見出し行のある表を指定してください`,
  },
  notATable: {
    en: (v: { source: string; what: Message }) =>
      `${v.source}: this seems to be ${v.what.en()}, not a table; CSV, TSV, JSON, JSON lines and Parquet can be read` +
      (v.what.en().includes('Excel') ? ' (save the sheet as CSV UTF-8)' : '') +
      (v.what.en().includes('image') ? ' (images are read from a folder: give the folder)' : ''),
    ja: (v: { source: string; what: Message }) =>
      `${v.source}: 表ではなく ${v.what.ja()}のようです。CSV、TSV、JSON、JSON Lines、Parquet を読み込めます` +
      (v.what.en().includes('Excel') ? '（シートを「CSV UTF-8」形式で保存してください）' : '') +
      (v.what.en().includes('image') ? '（画像はフォルダーごと指定してください）' : ''),
  },
  nulBytes: {
    en: (v: { source: string }) =>
      `${v.source}: the text holds NUL bytes, so it is not a text file, or not in the encoding assumed; save it as UTF-8, or give the encoding`,
    ja: (v: { source: string }) =>
      `${v.source}: NUL バイトが含まれています。テキストファイルではないか、文字コードが違います。UTF-8 で保存し直すか、文字コードを指定してください`,
  },
  unknownEncoding: {
    en: (v: { encoding: string; known: readonly string[] }) => `encoding '${v.encoding}' is not known; known are ${v.known.join(', ')}`,
    ja: (v: { encoding: string; known: readonly string[] }) => `文字コード '${v.encoding}' は使えません。使えるのは ${v.known.join('、')} です`,
  },
  badBytes: {
    en: (v: { source: string; encoding: string }) =>
      `${v.source}: some bytes are not valid ${v.encoding}; give the file's encoding (utf-8, shift_jis, euc-jp, utf-16le, utf-16be)`,
    ja: (v: { source: string; encoding: string }) =>
      `${v.source}: ${v.encoding} として正しくないバイトがあります。文字コードを指定してください（utf-8、shift_jis、euc-jp、utf-16le、utf-16be）`,
  },
  badGzip: {
    en: (v: { source: string }) => `${v.source}: the gzip data are damaged or cut off; get the file again`,
    ja: (v: { source: string }) => `${v.source}: gzip データが壊れているか、途中で切れています。ファイルを取得し直してください`,
  },
  ragged: {
    en: (v: Place & { expected: number; found: number; delimiter: string; quote: string }) =>
      `${v.source}, line ${v.line}: ${v.found} fields, but the header has ${v.expected}; ` +
      `correct the line, or give the delimiter (taken: ${v.delimiter}) and the quote (taken: ${v.quote})`,
    ja: (v: Place & { expected: number; found: number; delimiter: string; quote: string }) =>
      `${v.source} の ${v.line} 行目: 項目が ${v.found} 個ありますが、見出しは ${v.expected} 個です。` +
      `行を直すか、区切り文字（現在 ${v.delimiter}）と引用符（現在 ${v.quote}）を指定してください`,
  },
  openQuote: {
    en: (v: Place & { quote: string }) =>
      `${v.source}, line ${v.line}: a quoted field is never closed (${v.quote}); close it, or give another quote`,
    ja: (v: Place & { quote: string }) =>
      `${v.source} の ${v.line} 行目: 引用符（${v.quote}）が閉じられていません。閉じるか、別の引用符を指定してください`,
  },
  badQuote: {
    en: (v: Place & { quote: string }) =>
      `${v.source}, line ${v.line}: there is text after a closing quote (${v.quote}); double quotes inside fields, or give another quote`,
    ja: (v: Place & { quote: string }) =>
      `${v.source} の ${v.line} 行目: 閉じ引用符（${v.quote}）の後に文字があります。項目内の引用符は 2 つ重ねるか、別の引用符を指定してください`,
  },
  duplicateColumn: {
    en: (v: { source: string; name: string; first: number; second: number }) =>
      `${v.source}: columns ${v.first} and ${v.second} have the same name \`${v.name}\`; rename one`,
    ja: (v: { source: string; name: string; first: number; second: number }) =>
      `${v.source}: ${v.first} 列目と ${v.second} 列目が同じ名前 \`${v.name}\` です。一方の名前を変えてください`,
  },
  emptyColumn: {
    en: (v: { source: string; position: number }) => `${v.source}: column ${v.position} has no name; name it in the header line`,
    ja: (v: { source: string; position: number }) => `${v.source}: ${v.position} 列目に名前がありません。見出し行で名前を付けてください`,
  },
  badJson: {
    en: (v: Place & { column: number }) => `${v.source}, line ${v.line}, column ${v.column}: not valid JSON`,
    ja: (v: Place & { column: number }) => `${v.source} の ${v.line} 行 ${v.column} 文字目: JSON として正しくありません`,
  },
  notRecords: {
    en: (v: { source: string }) =>
      `${v.source}: the JSON must be a list of objects ([{"a": 1}, ...]) or an object of lists ({"a": [1, ...]})`,
    ja: (v: { source: string }) =>
      `${v.source}: JSON はオブジェクトの配列（[{"a": 1}, ...]）か、配列のオブジェクト（{"a": [1, ...]}）でなければなりません`,
  },
  notAnObject: {
    en: (v: Place) => `${v.source}, record ${v.line}: must be an object like {"a": 1}`,
    ja: (v: Place) => `${v.source} の ${v.line} 件目: {"a": 1} のようなオブジェクトでなければなりません`,
  },
  nested: {
    en: (v: Place & { name: string }) =>
      `${v.source}, record ${v.line}, \`${v.name}\`: holds a list or an object; every cell must be a number, text, boolean or null`,
    ja: (v: Place & { name: string }) =>
      `${v.source} の ${v.line} 件目、\`${v.name}\`: 配列やオブジェクトは使えません。数、文字列、真偽値、null のいずれかにしてください`,
  },
  lateColumn: {
    en: (v: Place & { name: string }) =>
      `${v.source}, record ${v.line}: the key \`${v.name}\` appears here for the first time; give every record all keys (null where there is nothing)`,
    ja: (v: Place & { name: string }) =>
      `${v.source} の ${v.line} 件目: キー \`${v.name}\` がここで初めて現れました。すべてのレコードに同じキーを付けてください（値がなければ null）`,
  },
  differentLengths: {
    en: (v: { source: string; name: string; expected: number; found: number }) =>
      `${v.source}, \`${v.name}\`: ${v.found} values, but the first column has ${v.expected}`,
    ja: (v: { source: string; name: string; expected: number; found: number }) =>
      `${v.source}、\`${v.name}\`: 値が ${v.found} 個ありますが、最初の列は ${v.expected} 個です`,
  },
  badParquet: {
    en: (v: { source: string; problem: string }) =>
      `${v.source}: the Parquet file is damaged, cut off or of a kind that cannot be read (${v.problem}); write it again`,
    ja: (v: { source: string; problem: string }) =>
      `${v.source}: Parquet ファイルが壊れているか、途中で切れているか、対応していない形式です（${v.problem}）。書き出し直してください`,
  },
}
