/** What remedies are called. */
import type { Message } from 'kudari'
import type { Remedy } from '../worker/lessons/lesson.ts'
import { n, percent } from './text.ts'

const initializers = { he: 'He', glorot: 'Glorot' } as const

/** A remedy in a few words, as on its button. */
export const remedyText: Message<Remedy> = {
  en(remedy) {
    switch (remedy.kind) {
      case 'rate': return `Learning rate ${n(remedy.learningRate)}`
      case 'ownRate': return 'Leave the learning rate to Kudari'
      case 'scale': return 'Scale the inputs'
      case 'relu': return 'ReLU, with He weights'
      case 'leakyRelu': return 'Leaky ReLU'
      case 'initial': return `Begin with ${initializers[remedy.initial]} weights`
      case 'clip': return 'Clip the gradient'
      case 'penalty': return `L2 penalty of ${n(remedy.strength)}`
      case 'weaker': return `Penalty of ${n(remedy.strength)}`
      case 'best': return `Go back to step ${remedy.iteration}`
      case 'network': return 'A network with two hidden layers'
      case 'balance': return 'Balance the classes'
      case 'without': return `Leave out “${remedy.column}”`
      case 'validation': return `Hold out ${percent(remedy.share)} of the rows`
    }
  },
  ja(remedy) {
    switch (remedy.kind) {
      case 'rate': return `学習率を ${n(remedy.learningRate)} にする`
      case 'ownRate': return '学習率を自動で選ぶ'
      case 'scale': return '入力の尺度をそろえる'
      case 'relu': return 'ReLU と He の初期値に替える'
      case 'leakyRelu': return 'Leaky ReLU に替える'
      case 'initial': return `${initializers[remedy.initial]} の初期値で始める`
      case 'clip': return '勾配をクリッピングする'
      case 'penalty': return `L2 正則化（${n(remedy.strength)}）を加える`
      case 'weaker': return `正則化を ${n(remedy.strength)} に弱める`
      case 'best': return `${remedy.iteration} ステップに戻る`
      case 'network': return '隠れ層が 2 つのネットワークにする'
      case 'balance': return 'クラスの重みをそろえる'
      case 'without': return `「${remedy.column}」を入力から外す`
      case 'validation': return `データの ${percent(remedy.share)} を検証用に取り分ける`
    }
  },
}
