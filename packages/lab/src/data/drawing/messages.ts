/** Texts of the plane on which points are drawn by hand. */
export const drawingMessages = {
  task: { en: () => 'What is drawn', ja: () => '描くもの' },
  classification: { en: () => 'Classes', ja: () => 'クラス' },
  regression: { en: () => 'A curve y(x)', ja: () => '曲線 y(x)' },
  label: { en: () => 'Class of new points', ja: () => '置く点のクラス' },
  plane: {
    en: (v: { points: number }) => `Plane with ${v.points} points`,
    ja: (v: { points: number }) => `平面、点 ${v.points} 個`,
  },
  how: {
    en: () => 'Click or tap to put a point, drag to move it. By keyboard: arrows move the cross, Enter puts a point or picks up the one below, Delete takes the selected point away.',
    ja: () => 'クリックかタップで点を置き、ドラッグで動かします。キーボードでは矢印で十字を動かし、Enter で点を置く（点の上では選ぶ）、Delete で選んだ点を消します。',
  },
  short: { en: () => 'Click into the plane: every point is learned from at once.', ja: () => '平面をクリックして点を置くと、すぐに学習します。' },
  needs: {
    classes: { en: () => 'Points of two classes are needed: choose another class, and go on.', ja: () => '2 つのクラスの点が必要です。クラスを切り替えて続けてください。' },
    points: { en: () => 'Another point beside the first is needed.', ja: () => '左右の位置が異なる点がもう 1 つ必要です。' },
    heights: { en: () => 'Another point, higher or lower, is needed.', ja: () => '高さの異なる点がもう 1 つ必要です。' },
  },
  undo: { en: () => 'Undo', ja: () => '元に戻す' },
  remove: { en: () => 'Remove', ja: () => '削除' },
  clear: { en: () => 'Clear', ja: () => '全消去' },
  at: {
    en: (v: { x: number; y: number }) => `cross at ${v.x}, ${v.y}`,
    ja: (v: { x: number; y: number }) => `十字 ${v.x}, ${v.y}`,
  },
  selected: {
    en: (v: { index: number; x: number; y: number; label: string }) => `point ${v.index} selected: ${v.x}, ${v.y}${v.label && `, class ${v.label}`}`,
    ja: (v: { index: number; x: number; y: number; label: string }) => `点 ${v.index} を選択: ${v.x}, ${v.y}${v.label && `、クラス ${v.label}`}`,
  },
}
