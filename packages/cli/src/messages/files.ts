/** What the command line says about files and folders. */

export const filesMessages = {
  notFound: {
    en: (v: { path: string }) => `${v.path}: no such file; check the name and the folder you are in`,
    ja: (v: { path: string }) => `${v.path}: ファイルが見つかりません。名前と現在のフォルダーを確認してください`,
  },
  isFolder: {
    en: (v: { path: string }) => `${v.path} is a folder, but a file is needed`,
    ja: (v: { path: string }) => `${v.path} はフォルダーです。ファイルを指定してください`,
  },
  noPermission: {
    en: (v: { path: string }) => `${v.path}: you are not allowed to open it; check its permissions`,
    ja: (v: { path: string }) => `${v.path}: 開く権限がありません。アクセス権を確認してください`,
  },
  cannotWrite: {
    en: (v: { path: string; reason: string }) => `${v.path}: cannot be written (${v.reason}); choose another place with --out`,
    ja: (v: { path: string; reason: string }) => `${v.path}: 書き込めません（${v.reason}）。--out で別の場所を指定してください`,
  },
  diskFull: {
    en: (v: { path: string }) => `${v.path}: the disk is full; nothing was changed. Make room, or choose another place with --out`,
    ja: (v: { path: string }) => `${v.path}: ディスクに空きがありません（既存のファイルはそのままです）。空きを作るか、--out で別の場所を指定してください`,
  },
  exists: {
    en: (v: { path: string }) => `${v.path} exists already; choose another place with --out, or overwrite it with --force`,
    ja: (v: { path: string }) => `${v.path} は既にあります。--out で別の場所を指定するか、--force で上書きしてください`,
  },
  notARunFolder: {
    en: (v: { path: string }) => `${v.path} is not empty and not a run of Kudari; --force overwrites runs only. Choose another place with --out`,
    ja: (v: { path: string }) => `${v.path} は空ではなく、Kudari の学習結果でもありません。--force で上書きできるのは学習結果だけです。--out で別の場所を指定してください`,
  },
  noModel: {
    en: (v: { path: string }) => `${v.path}: the folder holds no model.safetensors; give the folder of a finished run, or the model file itself`,
    ja: (v: { path: string }) => `${v.path}: フォルダーに model.safetensors がありません。完了した学習のフォルダーか、モデルファイルを指定してください`,
  },
  badJson: {
    en: (v: { path: string; problem: string }) => `${v.path}: not valid JSON: ${v.problem}`,
    ja: (v: { path: string; problem: string }) => `${v.path}: JSON として読み取れません（${v.problem}）`,
  },
  badWeights: {
    en: (v: { path: string; place: string; found: string }) =>
      `${v.path}: ${v.place} must be [{"W": [[...]], "b": [...]}, ...] with numbers, W as (inputs, outputs), but is ${v.found}`,
    ja: (v: { path: string; place: string; found: string }) =>
      `${v.path}: ${v.place} は数からなる [{"W": [[...]], "b": [...]}, ...]（W は (入力, 出力)）でなければなりませんが、${v.found} です`,
  },
  noRunRecord: {
    en: (v: { path: string }) => `${v.path}: there is no run.json beside the model; explain needs the whole run folder, or a table with --target`,
    ja: (v: { path: string }) => `${v.path}: モデルと同じ場所に run.json がありません。explain には学習結果のフォルダー全体か、表と --target が必要です`,
  },
  noRunToResume: {
    en: (v: { path: string }) => `--resume ${v.path}: no such folder; give the folder of a run that was broken off`,
    ja: (v: { path: string }) => `--resume ${v.path}: フォルダーが見つかりません。中断した学習のフォルダーを指定してください`,
  },
  noCheckpoint: {
    en: (v: { path: string }) =>
      `--resume ${v.path}: there is no checkpoint in it: the run has ended, or was broken off before its first (see --checkpoint). Start it anew`,
    ja: (v: { path: string }) =>
      `--resume ${v.path}: チェックポイントがありません。学習は終わっているか、最初の保存（--checkpoint）より前に中断しています。最初から学習し直してください`,
  },
  badRunRecord: {
    en: (v: { path: string; problem: string }) => `${v.path}: not a record of a run that this Kudari can repeat: ${v.problem}`,
    ja: (v: { path: string; problem: string }) => `${v.path}: この Kudari で再現できる学習の記録ではありません（${v.problem}）`,
  },
  dataFromInput: {
    en: (v: { path: string }) => `${v.path}: the run read its table from standard input, so it cannot be repeated; give the table and --target instead`,
    ja: (v: { path: string }) => `${v.path}: 標準入力から読んだ学習なので再現できません。代わりに表と --target を指定してください`,
  },
  dataGone: {
    en: (v: { path: string; data: string }) => `${v.path}: the table of the run is no longer there: ${v.data}. Put it back, or give a table and --target`,
    ja: (v: { path: string; data: string }) => `${v.path}: 学習に使った表が見つかりません（${v.data}）。元の場所に戻すか、表と --target を指定してください`,
  },
  dataChanged: {
    en: (v: { path: string; data: string }) => `${v.path}: the table has changed since the run: ${v.data}. Train again, or give a table and --target`,
    ja: (v: { path: string; data: string }) => `${v.path}: 学習に使った表がその後変更されています（${v.data}）。もう一度学習するか、表と --target を指定してください`,
  },
}
