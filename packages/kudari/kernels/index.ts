/** Every kernel under the name by which it is called: `f32_` for float32, `f64_` for float64. Addresses are bytes, distances numbers. */
import { erf32, erf64 } from './error'
import * as exponential from './exponential'
import { gemm, gemmScratch } from './gemm'
import * as logarithm from './logarithm'
import { transpose } from './moving'
import { maxPool, maxPoolGradient, takeMaxima } from './pooling'
import { rowsCombine, rowsDot } from './products'
import { randomUniform } from './random'
import { logSumExp, softmax } from './softmax'
import { addPartials, blockSums, columnSums, rowSums } from './sums'
import { foldPatches, patches } from './windows'

export { claim_tile, open_epoch } from './crew'
export { gather_rows } from './moving'

export function f32_gemm(a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, c: usize, cRow: i32, m: i32, n: i32, k: i32, accumulate: i32, scratch: usize): void {
  gemm<f32>(a, aRow, aCol, b, bRow, bCol, c, cRow, m, n, k, accumulate, scratch)
}
export function f32_gemm_scratch(): i32 {
  return gemmScratch<f32>()
}
export function f32_rows_dot(x: usize, xRow: i32, w: usize, y: usize, rows: i32, depth: i32): void {
  rowsDot<f32>(x, xRow, w, y, rows, depth)
}
export function f32_rows_combine(x: usize, xRow: i32, v: usize, y: usize, rows: i32, columns: i32, accumulate: i32): void {
  rowsCombine<f32>(x, xRow, v, y, rows, columns, accumulate)
}
export function f32_row_sums(x: usize, y: usize, rows: i32, columns: i32): void {
  rowSums<f32>(x, y, rows, columns)
}
export function f32_column_sums(x: usize, xRow: i32, y: usize, rows: i32, columns: i32): void {
  columnSums<f32>(x, xRow, y, rows, columns)
}
export function f32_add_partials(parts: usize, count: i32, stride: i32, y: usize, size: i32, divisor: f64): void {
  addPartials<f32>(parts, count, stride, y, size, divisor)
}
export function f32_softmax(x: usize, y: usize, rows: i32, columns: i32): void {
  softmax<f32>(x, y, rows, columns)
}
export function f32_log_sum_exp(x: usize, y: usize, rows: i32, columns: i32): void {
  logSumExp<f32>(x, y, rows, columns)
}
export function f32_transpose(x: usize, y: usize, rows: i32, columns: i32): void {
  transpose<f32>(x, y, rows, columns)
}
export function f32_block_sums(x: usize, y: usize, blocks: i32, rows: i32, columns: i32): void {
  blockSums<f32>(x, y, blocks, rows, columns)
}
export function f32_patches(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32): void {
  patches<f32>(x, y, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
}
export function f32_fold_patches(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32): void {
  foldPatches<f32>(x, y, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
}
export function f32_max_pool(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  maxPool<f32>(x, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f32_take_maxima(x: usize, values: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  takeMaxima<f32>(x, values, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f32_max_pool_gradient(x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  maxPoolGradient<f32>(x, g, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f32_random_uniform(seed: usize, y: usize, first: i32, count: i32): void {
  randomUniform<f32>(seed, y, first, count)
}
export function f64_gemm(a: usize, aRow: i32, aCol: i32, b: usize, bRow: i32, bCol: i32, c: usize, cRow: i32, m: i32, n: i32, k: i32, accumulate: i32, scratch: usize): void {
  gemm<f64>(a, aRow, aCol, b, bRow, bCol, c, cRow, m, n, k, accumulate, scratch)
}
export function f64_gemm_scratch(): i32 {
  return gemmScratch<f64>()
}
export function f64_rows_dot(x: usize, xRow: i32, w: usize, y: usize, rows: i32, depth: i32): void {
  rowsDot<f64>(x, xRow, w, y, rows, depth)
}
export function f64_rows_combine(x: usize, xRow: i32, v: usize, y: usize, rows: i32, columns: i32, accumulate: i32): void {
  rowsCombine<f64>(x, xRow, v, y, rows, columns, accumulate)
}
export function f64_row_sums(x: usize, y: usize, rows: i32, columns: i32): void {
  rowSums<f64>(x, y, rows, columns)
}
export function f64_column_sums(x: usize, xRow: i32, y: usize, rows: i32, columns: i32): void {
  columnSums<f64>(x, xRow, y, rows, columns)
}
export function f64_add_partials(parts: usize, count: i32, stride: i32, y: usize, size: i32, divisor: f64): void {
  addPartials<f64>(parts, count, stride, y, size, divisor)
}
export function f64_softmax(x: usize, y: usize, rows: i32, columns: i32): void {
  softmax<f64>(x, y, rows, columns)
}
export function f64_log_sum_exp(x: usize, y: usize, rows: i32, columns: i32): void {
  logSumExp<f64>(x, y, rows, columns)
}
export function f64_transpose(x: usize, y: usize, rows: i32, columns: i32): void {
  transpose<f64>(x, y, rows, columns)
}
export function f64_block_sums(x: usize, y: usize, blocks: i32, rows: i32, columns: i32): void {
  blockSums<f64>(x, y, blocks, rows, columns)
}
export function f64_patches(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32): void {
  patches<f64>(x, y, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
}
export function f64_fold_patches(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32, tallStep: i32, wideStep: i32): void {
  foldPatches<f64>(x, y, images, height, width, channels, tall, wide, down, across, above, before, tallStep, wideStep)
}
export function f64_max_pool(x: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  maxPool<f64>(x, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f64_take_maxima(x: usize, values: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  takeMaxima<f64>(x, values, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f64_max_pool_gradient(x: usize, g: usize, y: usize, images: i32, height: i32, width: i32, channels: i32, tall: i32, wide: i32, down: i32, across: i32, above: i32, before: i32): void {
  maxPoolGradient<f64>(x, g, y, images, height, width, channels, tall, wide, down, across, above, before)
}
export function f64_random_uniform(seed: usize, y: usize, first: i32, count: i32): void {
  randomUniform<f64>(seed, y, first, count)
}
export function f32_exp(x: v128): v128 {
  return exponential.exp32(x)
}
export function f32_expm1(x: v128): v128 {
  return exponential.expm1_32(x)
}
export function f32_log(x: v128): v128 {
  return logarithm.log32(x)
}
export function f32_log1p(x: v128): v128 {
  return logarithm.log1p_32(x)
}
export function f32_log2(x: v128): v128 {
  return logarithm.log2_32(x)
}
export function f32_log10(x: v128): v128 {
  return logarithm.log10_32(x)
}
export function f32_tanh(x: v128): v128 {
  return exponential.tanh32(x)
}
export function f32_sigmoid(x: v128): v128 {
  return exponential.sigmoid32(x)
}
export function f32_softplus(x: v128): v128 {
  return logarithm.softplus32(x)
}
export function f32_erf(x: v128): v128 {
  return erf32(x)
}
export function f64_exp(x: v128): v128 {
  return exponential.exp64(x)
}
export function f64_expm1(x: v128): v128 {
  return exponential.expm1_64(x)
}
export function f64_log(x: v128): v128 {
  return logarithm.log64(x)
}
export function f64_log1p(x: v128): v128 {
  return logarithm.log1p_64(x)
}
export function f64_log2(x: v128): v128 {
  return logarithm.log2_64(x)
}
export function f64_log10(x: v128): v128 {
  return logarithm.log10_64(x)
}
export function f64_tanh(x: v128): v128 {
  return exponential.tanh64(x)
}
export function f64_sigmoid(x: v128): v128 {
  return exponential.sigmoid64(x)
}
export function f64_softplus(x: v128): v128 {
  return logarithm.softplus64(x)
}
export function f64_erf(x: v128): v128 {
  return erf64(x)
}
