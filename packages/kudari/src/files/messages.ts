/** What reading model files says when a file is not what it should be. */

export const fileMessages = {
  badSafetensors: {
    en: (v: { source: string; problem: string }) =>
      `${v.source}: not a readable model file: ${v.problem}. Give the model.safetensors of a run, or train again`,
    ja: (v: { source: string; problem: string }) =>
      `${v.source}: モデルファイルとして読み取れません（${v.problem}）。学習結果の model.safetensors を指定するか、学習をやり直してください`,
  },
  noKudariModel: {
    en: (v: { source: string }) =>
      `${v.source}: a safetensors file, but not a model of Kudari: its header has no "kudari" entry`,
    ja: (v: { source: string }) =>
      `${v.source}: safetensors ファイルですが、Kudari のモデルではありません（ヘッダーに "kudari" がありません）`,
  },
  noCheckpoint: {
    en: (v: { source: string }) => `${v.source}: not a checkpoint of Kudari; give the folder of a run that was broken off`,
    ja: (v: { source: string }) => `${v.source}: Kudari のチェックポイントではありません。中断した学習のフォルダーを指定してください`,
  },
  newerModel: {
    en: (v: { source: string; found: number; known: number }) =>
      `${v.source}: written by a newer Kudari (model format ${v.found}; this one reads up to ${v.known}). Update Kudari to use it`,
    ja: (v: { source: string; found: number; known: number }) =>
      `${v.source}: 新しい Kudari で作られたモデルです（形式 ${v.found}。この版で読めるのは ${v.known} まで）。Kudari を更新してください`,
  },
}
