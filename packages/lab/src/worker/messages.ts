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
  lost: {
    en: () => 'the part of the page that computes has stopped (the browser may have run out of memory). It was started again where you were; with fewer rows or a smaller model it is less likely to happen again',
    ja: () => '計算を担当する部分が停止しました（メモリ不足の可能性があります）。同じ状態から再開しました。行数やモデルを小さくすると起きにくくなります',
  },
}
