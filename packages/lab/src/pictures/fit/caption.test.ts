import { expect, it } from 'vitest'
import { body, momentOf, talk } from '../../worker/testing/moments.ts'
import { fit } from '../../worker/views/fit.ts'
import { isOutside } from './caption.ts'

it('tells where the model predicts outside of the picture', () => {
  const at = (initial: readonly number[]) => fit(momentOf(body, { ...talk, initial }), { axes: [], isFine: false })
  expect(isOutside(at([2, -1]))).toBe(false)
  expect(isOutside(at([1e6, 0]))).toBe(true)
  expect(isOutside(at([Number.MAX_VALUE, Number.MAX_VALUE]))).toBe(true)
})
