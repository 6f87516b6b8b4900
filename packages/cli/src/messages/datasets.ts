/** What the command line says while it lists and fetches data sets. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const datasetMessages = {
  unknown: {
    en: (v: { name: string; nearest: string | undefined; known: string }) =>
      `there is no data set '${v.name}'${v.nearest === undefined ? '' : `; did you mean ${v.nearest}?`} Known are ${v.known} (kudari data list)`,
    ja: (v: { name: string; nearest: string | undefined; known: string }) =>
      `'${v.name}' というデータセットはありません。${v.nearest === undefined ? '' : `${v.nearest} ではありませんか。`}使えるのは ${v.known} です（kudari data list）`,
  },
  differs: {
    en: (v: { path: string; expected: string; found: string }) =>
      `${v.path} is there, but is not the file of the data set (SHA-256 ${v.found}, expected ${v.expected}); choose another place with --out, or replace it with --force`,
    ja: (v: { path: string; expected: string; found: string }) =>
      `${v.path} は既にありますが、データセットのファイルではありません（SHA-256 ${v.found}、正しくは ${v.expected}）。--out で別の場所を指定するか、--force で置き換えてください`,
  },

  source: {
    en: (v: { name: string; title: string; license: string; home: string }) => `${v.name}: ${v.title} (${v.license}, ${v.home})`,
    ja: (v: { name: string; title: string; license: string; home: string }) => `${v.name}: ${v.title}（${v.license}、${v.home}）`,
  },
  starts: {
    en: (v: { path: string; host: string; size: string }) => `${v.path}: ${v.size} from ${v.host}`,
    ja: (v: { path: string; host: string; size: string }) => `${v.path}: ${v.host} から ${v.size} を取得します`,
  },
  resumes: {
    en: (v: { path: string; host: string; size: string; done: string }) => `${v.path}: ${v.size} from ${v.host}, of which ${v.done} are here already`,
    ja: (v: { path: string; host: string; size: string; done: string }) =>
      `${v.path}: ${v.host} から ${v.size} を取得します（うち ${v.done} は取得済みなので続きから）`,
  },
  fetched: {
    en: (v: { path: string; bytes: number }) => `${v.path}: ${v.bytes} bytes came, SHA-256 as expected`,
    ja: (v: { path: string; bytes: number }) => `${v.path}: ${v.bytes} バイトを取得しました。SHA-256 は一致しています`,
  },
  present: {
    en: (v: { path: string }) => `${v.path}: is there already, SHA-256 as expected`,
    ja: (v: { path: string }) => `${v.path}: 既にあり、SHA-256 も一致しています`,
  },
  next: both('Next:', '次にできること:'),
  again: {
    en: (v: { problem: string; seconds: number; attempt: number; attempts: number }) =>
      `${v.problem}. Trying again in ${v.seconds} s (${v.attempt} of ${v.attempts})`,
    ja: (v: { problem: string; seconds: number; attempt: number; attempts: number }) =>
      `${v.problem}。${v.seconds} 秒後にもう一度試します（${v.attempt}/${v.attempts} 回目）`,
  },
  elsewhere: {
    en: (v: { problem: string; host: string }) => `${v.problem}. Trying ${v.host} instead`,
    ja: (v: { problem: string; host: string }) => `${v.problem}。代わりに ${v.host} を試します`,
  },
  interrupted: {
    en: (v: { path: string }) => `Stopped. What came of ${v.path} is kept beside it; the same command goes on from there.`,
    ja: (v: { path: string }) => `中断しました。${v.path} の取得済みの部分は隣に残してあり、同じコマンドで続きから再開できます。`,
  },

  failed: {
    en: (v: { problem: string; file: string; path: string }) =>
      `${v.problem}. Try again later, or fetch ${v.file} elsewhere, put it there as ${v.path} and run this again: it will be checked`,
    ja: (v: { problem: string; file: string; path: string }) =>
      `${v.problem}。時間をおいて試すか、別の方法で ${v.file} を入手し、${v.path} に置いてもう一度実行してください（内容を検査します）`,
  },
  unreachable: {
    en: (v: { host: string; code: string; proxy: string }) =>
      `${v.host} cannot be reached (${v.code}): there is no network, or it does not let this through${v.proxy}`,
    ja: (v: { host: string; code: string; proxy: string }) =>
      `${v.host} に接続できません（${v.code}）。ネットワークに接続していないか、通信が遮断されています${v.proxy}`,
  },
  proxyUsed: {
    en: (v: { name: string }) => `; the proxy of ${v.name} was used`,
    ja: (v: { name: string }) => `（${v.name} のプロキシを使いました）`,
  },
  proxyUnused: {
    en: (v: { name: string; node: string }) =>
      `; ${v.name} is set, but Node ${v.node} cannot use it: take Node 24.14 or later, or set NODE_USE_ENV_PROXY=1 (from Node 22.21)`,
    ja: (v: { name: string; node: string }) =>
      `（${v.name} が設定されていますが、Node ${v.node} では使えません。Node 24.14 以降を使うか、Node 22.21 以降で NODE_USE_ENV_PROXY=1 を設定してください）`,
  },
  broken: {
    en: (v: { host: string; code: string }) => `the connection to ${v.host} broke (${v.code})`,
    ja: (v: { host: string; code: string }) => `${v.host} との接続が切れました（${v.code}）`,
  },
  silent: {
    en: (v: { host: string; seconds: number }) => `${v.host} sent nothing for ${v.seconds} s`,
    ja: (v: { host: string; seconds: number }) => `${v.host} から ${v.seconds} 秒間何も届きませんでした`,
  },
  busy: {
    en: (v: { host: string; status: number }) => `${v.host} cannot serve it now (HTTP ${v.status})`,
    ja: (v: { host: string; status: number }) => `${v.host} は現在応答できません（HTTP ${v.status}）`,
  },
  gaveUp: {
    en: (v: { problem: string; attempts: number }) =>
      `${v.problem}, also after ${v.attempts} more attempts; what came is kept, and the same command goes on from there`,
    ja: (v: { problem: string; attempts: number }) =>
      `${v.problem}。さらに ${v.attempts} 回試しましたが取得できませんでした（取得済みの部分は残してあり、同じコマンドで続きから再開できます）`,
  },
  refused: {
    en: (v: { url: string; status: number }) => `${v.url}: the server does not give this file (HTTP ${v.status})`,
    ja: (v: { url: string; status: number }) => `${v.url}: サーバーからファイルを取得できません（HTTP ${v.status}）`,
  },
  badRedirect: {
    en: (v: { url: string }) => `${v.url}: the server redirects without end, or to no web address`,
    ja: (v: { url: string }) => `${v.url}: 転送が終わらないか、転送先が Web アドレスではありません`,
  },
  wrongLength: {
    en: (v: { url: string; expected: number; found: number | undefined }) =>
      `${v.url}: expected ${v.expected} bytes, but the server has ${v.found ?? 'more'}: another file, or a page that asks to log in; nothing of it was kept`,
    ja: (v: { url: string; expected: number; found: number | undefined }) =>
      `${v.url}: ${v.expected} バイトのはずですが、サーバーにあるのは${v.found === undefined ? 'それより長い内容' : ` ${v.found} バイト`}です。別のファイルか、ログインを求めるページのようです（何も残していません）`,
  },
  wrongChecksum: {
    en: (v: { url: string; expected: string; found: string }) =>
      `${v.url}: what came is not the file of the data set and was removed: expected SHA-256 ${v.expected}, found ${v.found}`,
    ja: (v: { url: string; expected: string; found: string }) =>
      `${v.url}: 届いた内容がデータセットのファイルと異なるため削除しました。SHA-256 は ${v.expected} のはずですが、${v.found} でした`,
  },
  diskFull: {
    en: (v: { path: string; bytes: number }) =>
      `${v.path}: the disk is full; ${v.bytes} bytes are still to come. Make room and run this again: it goes on from there, or choose another place with --out`,
    ja: (v: { path: string; bytes: number }) =>
      `${v.path}: ディスクに空きがありません（残り ${v.bytes} バイト）。空きを作ってもう一度実行すると続きから再開します。または --out で別の場所を指定してください`,
  },
}
