/** Texts of keeping and sharing. */

/** What a file or a button is, and what it is for. */
const both = (en: string, ja: string) => ({ en: () => en, ja: () => ja })

export const shareMessages = {
  share: both('Keep and share', '保存と共有'),
  close: both('Close', '閉じる'),

  cameBack: {
    en: (v: { name: string; iteration: number }) => `You are back where you left off: ${v.name}, iteration ${v.iteration.toLocaleString('en')}.`,
    ja: (v: { name: string; iteration: number }) => `前回の続きから再開しました（${v.name}、繰り返し ${v.iteration.toLocaleString('ja')}）。`,
  },
  opened: {
    en: (v: { name: string }) => `What was sent to you is open. What you had here before (${v.name}) is still there.`,
    ja: (v: { name: string }) => `共有された内容を開きました。直前の内容（${v.name}）に戻すこともできます。`,
  },
  unsure: {
    en: (v: { name: string }) => `Last time the page stopped while it opened what you had here (${v.name}), so it was not opened again.`,
    ja: (v: { name: string }) => `前回の内容（${v.name}）を開く途中でページが停止したため、自動では開きませんでした。`,
  },
  afresh: both('Start afresh', '最初からやり直す'),
  goBack: both('Go back to it', '直前の内容に戻す'),
  tryAgain: both('Open it all the same', 'もう一度開く'),
}
