/** The instructions of WebAssembly that machines are made of, by their names in the format's text form. */

/** Value types, as the format numbers them. */
export const valueTypes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof valueTypes

/** Plain instructions by their name in the format's text form. */
export const plain = {
  return: 0x0f,
  drop: 0x1a,
  select: 0x1b,
  'i32.eqz': 0x45,
  'i32.lt_u': 0x49,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.and': 0x71,
  'f64.add': 0xa0,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f32.demote_f64': 0xb6,
  'f64.promote_f32': 0xbb,
} as const

/** Instructions on vectors of four float32 or two float64, after the prefix 0xfd. */
export const vector = {
  'f32x4.splat': 0x13,
  'f64x2.splat': 0x14,
  'i32x4.eq': 0x37,
  'i32x4.ne': 0x38,
  'i32x4.lt_s': 0x39,
  'i32x4.gt_s': 0x3b,
  'i32x4.le_s': 0x3d,
  'i32x4.ge_s': 0x3f,
  'f32x4.eq': 0x41,
  'f32x4.ne': 0x42,
  'f32x4.lt': 0x43,
  'f32x4.gt': 0x44,
  'f32x4.le': 0x45,
  'f32x4.ge': 0x46,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'f64x2.promote_low_f32x4': 0x5f,
  'f32x4.ceil': 0x67,
  'f32x4.floor': 0x68,
  'f32x4.nearest': 0x6a,
  'f64x2.ceil': 0x74,
  'f64x2.floor': 0x75,
  'f64x2.nearest': 0x94,
  'f32x4.abs': 0xe0,
  'f32x4.neg': 0xe1,
  'f32x4.sqrt': 0xe3,
  'f32x4.add': 0xe4,
  'f32x4.sub': 0xe5,
  'f32x4.mul': 0xe6,
  'f32x4.div': 0xe7,
  'f32x4.min': 0xe8,
  'f32x4.max': 0xe9,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
} as const

/** Loads and stores with the prefix 0x00 (plain) or 0xfd (vectors). */
export const memory = {
  'i32.load': [0x28],
  'f32.load': [0x2a],
  'f64.load': [0x2b],
  'i32.store': [0x36],
  'f32.store': [0x38],
  'f64.store': [0x39],
  'v128.load': [0xfd, 0x00],
  'v128.load32_splat': [0xfd, 0x09],
  'v128.load64_splat': [0xfd, 0x0a],
  'v128.store': [0xfd, 0x0b],
  'v128.load32_zero': [0xfd, 0x5c],
  'v128.load64_zero': [0xfd, 0x5d],
} as const

/** Stores of the first lane. */
export const laneStores = { 'v128.store32_lane': 0x5a, 'v128.store64_lane': 0x5b } as const

export type Instruction = keyof typeof plain | keyof typeof vector
export type MemoryInstruction = keyof typeof memory
export type LaneStore = keyof typeof laneStores
