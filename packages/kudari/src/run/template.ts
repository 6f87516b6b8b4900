/** Recognising arguments of the same kind as those before: a training step is called again and again with the same shapes. */
import type { DType } from '../tensor/dtype.ts'
import { type Shape, sameShape } from '../tensor/shape.ts'
import { Tensor } from '../tensor/tensor.ts'

/** What arguments look like: tensors by shape and dtype, in objects and arrays; anything else by its value. */
export type Template =
  | { readonly kind: 'tensor'; readonly shape: Shape; readonly dtype: DType }
  | { readonly kind: 'fields'; readonly keys: readonly string[]; readonly fields: readonly Template[]; readonly isList: boolean }
  | { readonly kind: 'setting'; readonly value: unknown }

type Fields = Readonly<Record<string, unknown>>

/** The template of a value. */
export function templateOf(value: unknown): Template {
  if (value instanceof Tensor) return { kind: 'tensor', shape: value.shape, dtype: value.dtype }
  if (typeof value !== 'object' || value === null) return { kind: 'setting', value }
  const keys = Object.keys(value)
  return { kind: 'fields', keys, fields: keys.map((key) => templateOf((value as Fields)[key])), isList: Array.isArray(value) }
}

/** Whether a value fits a template; its tensors are added to `tensors`, in the order of the template. */
export function fits(template: Template, value: unknown, tensors: Tensor[]): boolean {
  switch (template.kind) {
    case 'tensor': {
      const { shape, dtype } = template
      if (!(value instanceof Tensor) || value.recorder || value.dtype !== dtype) return false
      // A result of the same Program has the very same shape object.
      if (value.shape !== shape && !sameShape(value.shape, shape)) return false
      tensors.push(value)
      return true
    }
    case 'fields': {
      if (typeof value !== 'object' || value === null || value instanceof Tensor) return false
      if (Array.isArray(value) !== template.isList || Object.keys(value).length !== template.keys.length) return false
      for (let i = 0; i < template.keys.length; i++)
        if (!Object.hasOwn(value, template.keys[i]) || !fits(template.fields[i], (value as Fields)[template.keys[i]], tensors))
          return false
      return true
    }
    case 'setting':
      return Object.is(value, template.value)
  }
}
