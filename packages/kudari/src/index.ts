/** Everything that the library offers, by the folders that hold it. */
export * from './messages/message.ts'
export * from './messages/error.ts'
export * from './tensor/random.ts'
export * from './data/table.ts'
export * from './tensor/dtype.ts'
export * from './tensor/tensor.ts'
export * from './tensor/create.ts'
export { type Shape, formatShape } from './tensor/shape.ts'
