/** Texts of keeping and sharing. */

/** What a file or a button is, and what it is for. */
const both = (en: string, ja: string) => ({ en: () => en, ja: () => ja })

export const shareMessages = {
  share: both('Keep and share', '保存と共有'),

  cameBack: {
    en: (v: { name: string; iteration: number }) => `You are back where you left off: ${v.name}, iteration ${v.iteration.toLocaleString('en')}.`,
    ja: (v: { name: string; iteration: number }) => `前回の続きから再開しました（${v.name}、繰り返し ${v.iteration.toLocaleString('ja')}）。`,
  },
  opened: {
    en: (v: { name: string }) => `Opened. What you had here before (${v.name}) is still there.`,
    ja: (v: { name: string }) => `開きました。直前の内容（${v.name}）に戻すこともできます。`,
  },
  unsure: {
    en: (v: { name: string }) => `Last time the page stopped while it opened what you had here (${v.name}), so it was not opened again.`,
    ja: (v: { name: string }) => `前回の内容（${v.name}）を開く途中でページが停止したため、自動では開きませんでした。`,
  },
  afresh: both('Start afresh', '最初からやり直す'),
  goBack: both('Go back to it', '直前の内容に戻す'),
  tryAgain: both('Open it all the same', 'もう一度開く'),

  link: both('A link', 'リンク'),
  linkAbout: both(
    'It holds everything: data, settings and this moment. Whoever opens it sees the same run, computed again on their own machine; nothing is sent to a server.',
    'データ、設定、いまの時点がすべてリンクに入っています。開いた人の端末で同じ学習が再計算されます。サーバーには何も送信しません。',
  ),
  linkAddress: both('The link', 'リンクの文字列'),
  copy: both('Copy the link', 'リンクをコピー'),
  copied: both('Copied.', 'コピーしました。'),
  notCopied: both('The browser does not allow copying; the link is marked, copy it by Ctrl+C.', 'ブラウザーがコピーを許可していません。選択されたリンクを Ctrl+C でコピーしてください。'),
  send: both('Share …', '共有…'),
  linkWithoutData: {
    en: (v: { names: readonly string[]; file: string }) => `The data are too large for a link: it holds the settings only, and ${v.names.join(', ')} must be sent along. Or send ${v.file} (below), which holds everything.`,
    ja: (v: { names: readonly string[]; file: string }) => `データが大きいため、リンクには設定だけが入ります。${v.names.join('、')} も一緒に送ってください。すべてを含む ${v.file}（下）を送ることもできます。`,
  },
  noLink: {
    en: (v: { file: string }) => `The initial weights are too many for a link. Send ${v.file} (below) instead, which holds everything.`,
    ja: (v: { file: string }) => `初期の重みが多く、リンクに収まりません。代わりに、すべてを含む ${v.file}（下）を送ってください。`,
  },

  saving: both('Save files', 'ファイルを保存'),
  savingAbout: {
    en: (v: { iteration: number }) => `Of the run up to this moment: iteration ${v.iteration.toLocaleString('en')}.`,
    ja: (v: { iteration: number }) => `いまの時点（繰り返し ${v.iteration.toLocaleString('ja')}）までの学習を保存します。`,
  },
  saved: { en: (v: { name: string }) => `${v.name} is saved.`, ja: (v: { name: string }) => `${v.name} を保存しました。` },
  making: { en: (v: { name: string }) => `Making ${v.name} …`, ja: (v: { name: string }) => `${v.name} を作成しています…` },
  noStepYet: both('Some files tell of steps: make one first.', '学習の経過を含むファイルは、1 ステップ以上進めると保存できます。'),
  changed: both('The settings were changed meanwhile, so nothing was saved. Save again.', '途中で設定が変わったため、保存しませんでした。もう一度保存してください。'),
  files: {
    model: both('the trained model, for “kudari predict” and other programs', '学習したモデル。kudari predict などで使えます'),
    history: both('the loss of every step, and the parameters', '各ステップの損失とパラメータ'),
    report: both('a page about the run: data, model, formulas, results', '学習のレポート。データ、モデル、数式、結果'),
    record: both('settings and results; with the model and the history it makes a run folder', '設定と結果。モデルと履歴と一緒に置くと学習フォルダーになります'),
    script: both('the whole run as a NumPy program', '学習全体を再現する NumPy プログラム'),
    predicted: both('the table with predictions beside it', '予測値を書き加えた表'),
    rows: both('the data as a table', 'データの表'),
    state: both('everything in one file, to be opened here again', 'データを含むすべて。この Lab でまた開けます'),
  },

  opening: both('Open', '開く'),
  openingAbout: both(
    'A file of the Lab (.kudari), a model (.safetensors), or the files of a run folder together (run.json, history.csv, ...). They can be dropped onto the page, too.',
    'Lab のファイル（.kudari）、モデル（.safetensors）、または学習フォルダーのファイル一式（run.json、history.csv など）。ページにドロップしても開けます。',
  ),
  choose: both('Choose files …', 'ファイルを選ぶ…'),
  notOwn: {
    en: (v: { names: readonly string[] }) => `${v.names.join(', ')}: nothing that Kudari has written. To learn from a table, give it under “Data”`,
    ja: (v: { names: readonly string[] }) => `${v.names.join('、')}: Kudari が作ったファイルではありません。学習する表は「データ」から選んでください`,
  },
  badRecord: {
    en: (v: { name: string }) => `${v.name}: not the record of a run, or only a part of one. Give the run.json that "kudari train" has written`,
    ja: (v: { name: string }) => `${v.name}: 学習の記録として読み取れません。kudari train が作った run.json を指定してください`,
  },
  runWithoutData: {
    en: (v: { data: string }) => `the curve of the run is shown beside those that were kept. To repeat the run here, give its data, too: drop ${v.data} together with run.json`,
    ja: (v: { data: string }) => `学習曲線だけを表示します。この学習を再現するには、データも必要です。${v.data} を run.json と一緒にドロップしてください`,
  },

  modelIs: {
    en: (v: { target: string; layers: string; parameters: number }) => `A model that predicts “${v.target}”: ${v.layers}; ${v.parameters.toLocaleString('en')} parameters.`,
    ja: (v: { target: string; layers: string; parameters: number }) => `「${v.target}」を予測するモデル（${v.layers}、パラメータ ${v.parameters.toLocaleString('ja')} 個）。`,
  },
  modelNeeds: both('The present data do not fit it:', 'いまのデータには使えません。'),
  absentColumn: { en: (v: { column: string }) => `there is no column “${v.column}”`, ja: (v: { column: string }) => `「${v.column}」列がありません` },
  noNumbers: { en: (v: { column: string }) => `the column “${v.column}” should hold numbers`, ja: (v: { column: string }) => `「${v.column}」列は数値である必要があります` },
  modelNeedsWhat: { en: (v: { inputs: string }) => `It predicts from: ${v.inputs}. Give data with these columns, then open the model again.`, ja: (v: { inputs: string }) => `入力は ${v.inputs} です。これらの列を含むデータを選んでから、もう一度モデルを開いてください。` },
  measuredHere: { en: (v: { rows: number }) => `On the ${v.rows.toLocaleString('en')} rows of the present data:`, ja: (v: { rows: number }) => `いまのデータ ${v.rows.toLocaleString('ja')} 行での成績:` },
  accuracy: both('accuracy', '正解率'),
  logLoss: both('log loss', '対数損失'),
  rmse: both('root mean square error', '二乗平均平方根誤差'),
  mae: both('mean absolute error', '平均絶対誤差'),
  r2: both('R²', '決定係数 R²'),
  goOn: both('Go on learning from it', 'この重みから学習を続ける'),
  goOnAbout: both('The model becomes the one on the page, and its weights the first ones.', 'このモデルを使い、その重みを初期値にして学習します。'),
  otherPreparation: both(
    'Its inputs were prepared on other rows than these, so the first loss will differ a little from what is measured here.',
    '入力の前処理が別の行で決められているため、最初の損失はここでの成績と少し異なります。',
  ),

  savePicture: { en: (v: { name: string }) => `Save the picture: ${v.name}`, ja: (v: { name: string }) => `図を保存: ${v.name}` },
  asSvg: both('Save as SVG', 'SVG で保存'),
  asPng: both('Save as PNG', 'PNG で保存'),
}
