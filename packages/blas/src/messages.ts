/** What is said of a library that was named and cannot be used as a BLAS. */
import type { Message } from 'kudari'

/** Why a library cannot be used. */
export const reasons = {
  noKoffi: {
    en: () => 'the package koffi is not installed',
    ja: () => 'パッケージ koffi がインストールされていません',
  },
  /** In the words of the system, which says "no such file" of a library for another processor, too. */
  notLoaded: (words: string, isThere: boolean): Message => ({
    en: () => (isThere ? `${words}; the file is there: is it a library for this processor, with all that it needs?` : words),
    ja: () => (isThere ? `${words}。ファイルはあります。このプロセッサー用のライブラリーで、必要なものがそろっているか確かめてください` : words),
  }),
  lacks: (name: string): Message => ({
    en: () => `it has no function ${name}`,
    ja: () => `関数 ${name} がありません`,
  }),
  wideIntegers: {
    en: () => 'its integers have 64 bits, not 32: it is an ILP64 build',
    ja: () => '整数が 32 ビットではなく 64 ビットの ILP64 ビルドです',
  },
  wrongProducts: (dtype: string): Message => ({
    en: () => `its products of ${dtype} are wrong`,
    ja: () => `${dtype} の行列積の結果が正しくありません`,
  }),
  endsProcess: (signal: string | null, code: number | null): Message => ({
    en: () => `loading it ends the process with ${signal ?? `exit code ${code}`}`,
    ja: () => `読み込むとプロセスが${signal === null ? `終了コード ${code} ` : ` ${signal} `}で終了します`,
  }),
}

interface Values {
  readonly path: string
  readonly reason: Message
}

export const blasMessages = {
  cannotUse: {
    en: ({ path, reason }: Values) =>
      `${path}: cannot be used as a BLAS (${reason.en()}); name a library with cblas_sgemm, cblas_dgemm and cblas_ddot, or auto`,
    ja: ({ path, reason }: Values) =>
      `${path}: BLAS として使えません（${reason.ja()}）。cblas_sgemm、cblas_dgemm、cblas_ddot を持つライブラリーか、auto を指定してください`,
  },
}
