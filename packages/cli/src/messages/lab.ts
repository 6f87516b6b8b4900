/** What `kudari lab` says. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const labMessages = {
  ready: {
    en: (v: { url: string }) => `The Lab: ${v.url}`,
    ja: (v: { url: string }) => `Lab: ${v.url}`,
  },
  howToEnd: both('Ctrl-C ends it.', 'Ctrl-C で終了します。'),
  notAFile: {
    en: (v: { path: string }) => `${v.path}: the Lab needs a file that can be read again and again, not standard input, a pipe or a device`,
    ja: (v: { path: string }) => `${v.path}: Lab には、何度でも読み直せるファイルを指定してください（標準入力、パイプ、デバイスは使えません）`,
  },
  isFolder: {
    en: (v: { path: string }) => `${v.path} is a folder; start kudari lab without it, and drop the folder of images onto the page`,
    ja: (v: { path: string }) => `${v.path} はフォルダーです。kudari lab を引数なしで起動し、画像のフォルダーをページにドロップしてください`,
  },
  noLabels: {
    en: (v: { path: string; expected: string }) => `${v.path}: the images have no labels: ${v.expected} is not beside them; put it there`,
    ja: (v: { path: string; expected: string }) => `${v.path}: 画像のラベルがありません。${v.expected} を同じ場所に置いてください`,
  },
  portInUse: {
    en: (v: { port: number }) => `--port ${v.port} is in use, perhaps by another Lab; choose another one, or leave --port out`,
    ja: (v: { port: number }) => `--port ${v.port} は使用中です（別の Lab が動いているのかもしれません）。別の番号を指定するか、--port を外してください`,
  },
  portNotAllowed: {
    en: (v: { port: number }) => `--port ${v.port}: you are not allowed to use it; choose one from 1024 on, or leave --port out`,
    ja: (v: { port: number }) => `--port ${v.port}: 使う権限がありません。1024 以上の番号を指定するか、--port を外してください`,
  },
  noPackage: both(
    'the Lab is not installed: the package @kudari/lab is missing; install it with: npm install @kudari/lab',
    'Lab がインストールされていません（パッケージ @kudari/lab がありません）。npm install @kudari/lab でインストールしてください',
  ),
  noSite: {
    en: (v: { folder: string }) =>
      `the Lab is not built: ${v.folder} holds no index.html; in a checkout of Kudari run npm run build, otherwise install @kudari/lab again`,
    ja: (v: { folder: string }) =>
      `Lab がビルドされていません（${v.folder} に index.html がありません）。Kudari のソースでは npm run build を実行し、そうでなければ @kudari/lab をインストールし直してください`,
  },
} satisfies Record<string, Message<never>>
