/** Texts of what can go wrong while the Lab learns. */
export const workerMessages = {
  unexpected: {
    en: (v: { reason: string }) => `something went wrong that should not have: ${v.reason}. Change a setting or load the page again; what was kept is still there`,
    ja: (v: { reason: string }) => `予期しない問題が起きました: ${v.reason}。設定を変えるか、ページを再読み込みしてください。保存された内容は残っています`,
  },
  noTable: {
    en: () => 'there is no data yet: choose a sample, or drop a file onto the page',
    ja: () => 'データがまだありません。サンプルを選ぶか、ファイルをページにドロップしてください',
  },
  noPlan: {
    en: () => 'there is no model yet: choose what to predict first',
    ja: () => 'モデルがまだありません。まず予測する列を選んでください',
  },
  tooFewPoints: {
    en: () => 'at least two points are needed, and points of at least two classes: click into the plane',
    ja: () => '点は 2 つ以上、分類ではさらに 2 つ以上のクラスが必要です。平面をクリックして点を置いてください',
  },
  noFiles: {
    en: () => 'there is no file in what was given; give a table (CSV, TSV, JSON, Parquet), or a folder of images',
    ja: () => '読み込めるファイルがありません。表（CSV、TSV、JSON、Parquet）か、画像のフォルダーを選んでください',
  },
  tooManyFiles: {
    en: (v: { count: number; names: readonly string[] }) =>
      `${v.count} files were given (${v.names.join(', ')}${v.count > v.names.length ? ', ...' : ''}), but one table can be learned from at a time; ` +
      'give one, or images and their labels (IDX), or a folder of PNG and JPEG images in folders named after their classes',
    ja: (v: { count: number; names: readonly string[] }) =>
      `${v.count} 個のファイルが指定されました（${v.names.join('、')}${v.count > v.names.length ? ' など' : ''}）が、一度に学習できる表は 1 つです。` +
      '表を 1 つ選ぶか、画像とラベルの IDX ファイル 2 つ、またはクラス名のフォルダーに分けた PNG・JPEG 画像のフォルダーを選んでください',
  },
  onlyLabels: {
    en: (v: { name: string }) => `${v.name}: these are labels without their images; give the file of images (images-idx3) together with it`,
    ja: (v: { name: string }) => `${v.name}: ラベルだけで画像がありません。画像のファイル（images-idx3）と一緒に選んでください`,
  },
  noClasses: {
    en: (v: { name: string }) => `${v.name}: nobody says what the images show; put them into folders named after their classes (cat/1.png, dog/1.png), and give the folder that holds these`,
    ja: (v: { name: string }) => `${v.name}: 画像に何が写っているかがわかりません。クラス名のフォルダーに分け（cat/1.png、dog/1.png）、それらを含むフォルダーを選んでください`,
  },
  noNumbers: {
    en: (v: { column: string }) => `\`${v.column}\` holds no numbers; choose another column`,
    ja: (v: { column: string }) => `\`${v.column}\` は数値の列ではありません。別の列を選んでください`,
  },
  overtaken: {
    en: () => 'other data were chosen meanwhile',
    ja: () => '別のデータが選ばれました',
  },
  noSteps: {
    en: () => 'no step has been made yet, so there is nothing to tell of the run; press “Learn”, or make one step',
    ja: () => 'まだ学習していないため、記録するものがありません。「学習開始」を押すか、1 ステップ進めてください',
  },
  notInLab: {
    en: (v: { option: string }) => `the run was made with --${v.option}, which the Lab does not have; its curve is shown, but it cannot be repeated here. Repeat it by the command kudari`,
    ja: (v: { option: string }) => `この学習では --${v.option} が使われています。Lab にはこの機能がないため、曲線だけを表示します。再現するには kudari コマンドを使ってください`,
  },
  tooLarge: {
    en: () => 'there is not enough memory for this; choose fewer rows, smaller layers or smaller batches. What was there before is still there',
    ja: () => 'メモリが足りません。行数、層のユニット数、バッチの大きさを減らしてください。それまでの内容は残っています',
  },
  lost: {
    en: () => 'the part of the page that computes has stopped (the browser may have run out of memory). It was started again where you were; with fewer rows or a smaller model it is less likely to happen again',
    ja: () => '計算を担当する部分が停止しました（メモリ不足の可能性があります）。同じ状態から再開しました。行数やモデルを小さくすると起きにくくなります',
  },
  stopped: {
    en: () => 'what was being computed was stopped; the page is as it was before',
    ja: () => '計算を中止し、その前の状態に戻しました',
  },
  lostAgain: {
    en: () => 'the part of the page that computes has stopped twice in a row (the browser may have run out of memory), and is not started again by itself. Choose fewer rows or a smaller model; or try once more by “Learn”',
    ja: () => '計算を担当する部分が続けて停止したため（メモリ不足の可能性があります）、自動では再開しません。行数やモデルを小さくするか、「学習開始」を押してもう一度試してください',
  },
}
