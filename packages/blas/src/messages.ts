/** What is said of a BLAS that was named and cannot be used. */

interface Values {
  readonly path: string
  readonly reason: string
}

export const blasMessages = {
  cannotLoad: {
    en: ({ path, reason }: Values) =>
      `--blas ${path}: cannot be used as a BLAS (${reason}); name a library with cblas_sgemm and cblas_dgemm, or use --blas auto or --blas off`,
    ja: ({ path, reason }: Values) =>
      `--blas ${path}: BLAS として使えません（${reason}）。cblas_sgemm と cblas_dgemm を持つライブラリーを指定するか、--blas auto または --blas off を使ってください`,
  },
}
