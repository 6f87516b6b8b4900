/** What models say when a specification or its weights do not fit. */

export const modelMessages = {
  noDense: {
    en: () => `model: the specification has no layer with parameters; add {"type": "dense"}`,
    ja: () => `モデル: パラメータを持つ層がありません。{"type": "dense"} を加えてください`,
  },
  notAnObject: {
    en: (v: { place: string; expected: string; found: string | undefined }) =>
      `model specification: ${v.place} must be ${v.expected}, but is ${v.found ?? 'missing'}`,
    ja: (v: { place: string; expected: string; found: string | undefined }) =>
      `モデル仕様: ${v.place} には ${v.expected} が必要ですが、${v.found === undefined ? 'ありません' : `${v.found} です`}`,
  },
  unknownKey: {
    en: (v: { place: string; key: string; allowed: string }) =>
      `model specification: ${v.place} has the key "${v.key}", which means nothing there; the keys are ${v.allowed}`,
    ja: (v: { place: string; key: string; allowed: string }) =>
      `モデル仕様: ${v.place} に使えないキー "${v.key}" があります。使えるキーは ${v.allowed} です`,
  },
  doesNotFit: {
    en: (v: { place: string; type: string; expected: string; found: string }) =>
      `model specification: ${v.place} (${v.type}) takes rows of shape ${v.expected}, but is given ${v.found}`,
    ja: (v: { place: string; type: string; expected: string; found: string }) =>
      `モデル仕様: ${v.place}（${v.type}）が受け取る行の形状は ${v.expected} ですが、${v.found} が渡されます`,
  },
  dummyNotFirst: {
    en: (v: { place: string }) =>
      `model specification: ${v.place}: the dummy column can only be inserted once, before the first dense layer`,
    ja: (v: { place: string }) =>
      `モデル仕様: ${v.place}: ダミー変数の列を入れられるのは最初の dense 層の前に 1 回だけです`,
  },
  lossNeedsActivation: {
    en: (v: { loss: string; activation: string; found: string }) =>
      `model specification: the loss ${v.loss} needs the activation ${v.activation} as the last layer, but the last layer is ${v.found}`,
    ja: (v: { loss: string; activation: string; found: string }) =>
      `モデル仕様: 損失 ${v.loss} では最後の層が活性化 ${v.activation} でなければなりませんが、${v.found} です`,
  },
  wrongOutputs: {
    en: (v: { outputs: string; expected: string; target: string }) =>
      `model: it gives ${v.outputs} a row, but ${v.target} needs ${v.expected}; change "units" of the last dense layer`,
    ja: (v: { outputs: string; expected: string; target: string }) =>
      `モデル: 1 行あたりの出力は ${v.outputs} ですが、${v.target} には ${v.expected} が必要です。最後の dense 層の "units" を変えてください`,
  },
  wrongWeights: {
    en: (v: { place: string; expected: string; found: string }) =>
      `initial weights: ${v.place} must have shape ${v.expected}, but has ${v.found}`,
    ja: (v: { place: string; expected: string; found: string }) =>
      `初期の重み: ${v.place} の形状は ${v.expected} でなければなりませんが、${v.found} です`,
  },
  wrongWeightCount: {
    en: (v: { expected: number; found: number; names: string }) =>
      `initial weights: the model has ${v.expected} weights (${v.names}), but ${v.found} are given`,
    ja: (v: { expected: number; found: number; names: string }) =>
      `初期の重み: モデルの重みは ${v.expected} 個（${v.names}）ですが、${v.found} 個が指定されました`,
  },
  weightListNeedsOneOutput: {
    en: (v: { outputs: number }) =>
      `initial weights: a list of numbers is for models with one output; this one has ${v.outputs} outputs: give a JSON file [{"W": [[...]], "b": [...]}]`,
    ja: (v: { outputs: number }) =>
      `初期の重み: 数の並びは出力が 1 個のモデル用です。このモデルの出力は ${v.outputs} 個なので、JSON ファイル [{"W": [[...]], "b": [...]}] で指定してください`,
  },
  wrongLayerCount: {
    en: (v: { expected: number; found: number }) =>
      `initial weights: the model has ${v.expected} layer(s) with weights, but the file gives ${v.found}`,
    ja: (v: { expected: number; found: number }) =>
      `初期の重み: 重みを持つ層は ${v.expected} 個ですが、ファイルには ${v.found} 個あります`,
  },
}
