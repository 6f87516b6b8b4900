/** What the command line says of how computations are carried out. */
import type { KudariError, Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const executionMessages = {
  plain: both('executor: plain TypeScript (this engine has no WebAssembly with SIMD)', '実行方式: TypeScript のみ（この環境では WebAssembly の SIMD が使えません）'),
  wasm: {
    en: (v: { kernels: string; threads: number; memory: string }) =>
      `executor: WebAssembly (${v.kernels}), ${v.threads === 1 ? 'one thread' : `${v.threads} threads`}, ${v.memory} of memory beside the table`,
    ja: (v: { kernels: string; threads: number; memory: string }) =>
      `実行方式: WebAssembly（${v.kernels}）、${v.threads} スレッド、表のほかに使うメモリー ${v.memory}`,
  },
  fma: both('SIMD with fused multiplication and addition', 'SIMD、積和演算は 1 回で丸め'),
  simd: both('SIMD', 'SIMD'),
  stage: {
    en: (v: { number: number; tiles: number }) => `stage ${v.number}${v.tiles === 1 ? '' : `, for each of ${v.tiles} tiles of rows`}`,
    ja: (v: { number: number; tiles: number }) => `段階 ${v.number}${v.tiles === 1 ? '' : `（行を ${v.tiles} 個に分けてそれぞれ）`}`,
  },
  chain: both('one loop:', '1 つのループ:'),
  kernel: both('kernel', 'カーネル'),
  combine: both('parts of the tiles, added up in order', '部分和を順に合計'),
  gather: both('rows of this step', 'この回に使う行を取り出す'),
  reference: both('no fast kernel, reference kernel', '高速なカーネルなし、参照カーネル'),
  blas: both('BLAS', 'BLAS'),
  blasRefused: {
    en: ({ option, error }: { option: string; error: KudariError }) => `${option}${error.in('en')}; ${option}off does without a BLAS`,
    ja: ({ option, error }: { option: string; error: KudariError }) => `${option}${error.in('ja')}。${option}off とすれば BLAS を使いません`,
  },
  blasUsed: {
    en: (v: { name: string }) =>
      `matrix products: ${v.name}; results are the same from run to run on this machine with the same --threads, but not elsewhere (with --blas off they are)`,
    ja: (v: { name: string }) =>
      `行列積: ${v.name}。同じマシンで同じ --threads なら毎回同じ結果になりますが、そうでなければ最後の桁が変わることがあります（--blas off なら同じです）`,
  },
}
