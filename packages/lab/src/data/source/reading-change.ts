/** How a file is read, changed in parts. */
import type { Reading } from '../../worker/data-source.ts'

/** The reading with some of it changed; `undefined` leaves that to the reader. */
export const changedReading = (reading: Reading, change: { readonly [Key in keyof Reading]: Reading[Key] | undefined }): Reading =>
  Object.fromEntries(Object.entries({ ...reading, ...change }).filter(([, value]) => value !== undefined)) as Reading

/** Whether names are rather the first row of the data. */
export const areNumbers = (names: readonly string[]): boolean => names.length > 0 && names.every((name) => name.trim() !== '' && Number.isFinite(Number(name)))
