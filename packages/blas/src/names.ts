/** Under which names a BLAS with the C interface is usually found. */

const byPlatform: Readonly<Record<string, readonly string[]>> = {
  linux: ['libopenblas.so.0', 'libopenblas.so', 'libmkl_rt.so.2', 'libmkl_rt.so', 'libblis.so.4', 'libblis.so'],
  darwin: [
    '/System/Library/Frameworks/Accelerate.framework/Accelerate',
    '/opt/homebrew/opt/openblas/lib/libopenblas.dylib',
    '/usr/local/opt/openblas/lib/libopenblas.dylib',
    'libopenblas.dylib',
  ],
  win32: ['libopenblas.dll', 'openblas.dll', 'mkl_rt.2.dll', 'mkl_rt.dll'],
}

/** The names to try, the likeliest first. */
export const usualNames = (platform: string): readonly string[] => byPlatform[platform] ?? []

/** What a library is called in sentences: by its file. */
export function libraryName(path: string): string {
  const file = path.toLowerCase()
  if (file.includes('openblas')) return 'OpenBLAS'
  if (file.includes('accelerate')) return 'Accelerate'
  if (file.includes('mkl')) return 'MKL'
  return file.includes('blis') ? 'BLIS' : 'BLAS'
}
