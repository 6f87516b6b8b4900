/** Libraries that are right or wrong in one respect: compiled for a test, or copied from the system's BLAS and spoilt. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A BLAS of plain loops for row-major matrices. Macros say what is wrong with it. */
const source = `
#include <stdint.h>
#include <stdlib.h>
#ifndef INTEGER
#define INTEGER int32_t
#endif
#ifndef PRODUCT
#define PRODUCT sum * alpha
#endif
#define GEMM(name, real)                                                                                               \\
  void name(INTEGER order, INTEGER trans_a, INTEGER trans_b, INTEGER m, INTEGER n, INTEGER k, real alpha,              \\
            const real *a, INTEGER lda, const real *b, INTEGER ldb, real beta, real *c, INTEGER ldc) {                 \\
    for (INTEGER i = 0; i < m; i++)                                                                                    \\
      for (INTEGER j = 0; j < n; j++) {                                                                                \\
        real sum = 0;                                                                                                  \\
        for (INTEGER l = 0; l < k; l++)                                                                                \\
          sum += (trans_a == 112 ? a[l * lda + i] : a[i * lda + l]) * (trans_b == 112 ? b[j * ldb + l] : b[l * ldb + j]); \\
        c[i * ldc + j] = PRODUCT + beta * c[i * ldc + j];                                                              \\
      }                                                                                                                \\
  }
GEMM(cblas_sgemm, float)
#ifndef WITHOUT_DGEMM
GEMM(cblas_dgemm, double)
#endif
#ifndef WITHOUT_DDOT
double cblas_ddot(INTEGER n, const double *x, INTEGER incx, const double *y, INTEGER incy) {
  double sum = 0;
  for (INTEGER i = 0; i < n; i++) sum += x[i * incx] * y[i * incy];
  return sum;
}
#endif
#ifdef ARCHITECTURE
int bli_arch_query_id(void) { return 7; }
const char *bli_arch_string(int id) { return id == 7 ? ARCHITECTURE : "another"; }
#endif
#ifdef AT_LOADING
__attribute__((constructor)) static void at_loading(void) { AT_LOADING; }
#endif
`

/** Whether there is a C compiler. */
export const hasCompiler = spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0

/** Compiles a BLAS of plain loops with macros, such as `INTEGER=int64_t`. */
export function compileLibrary(folder: string, name: string, macros: readonly string[]): string {
  const path = join(folder, name)
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-o', path, ...macros.map((macro) => `-D${macro}`), '-x', 'c', '-'], {
    input: source,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`cc: ${stderr}`)
  return path
}

/** The file of a BLAS that is loaded, in ELF; undefined where the system does not say. */
export function loadedFile(): string | undefined {
  if (process.platform !== 'linux') return undefined
  return /\/\S*(?:blas|mkl_rt|blis)\S*\.so\S*$/im.exec(readFileSync('/proc/self/maps', 'utf8'))?.[0]
}

/** Copies the first half of a file. */
export function copyHalf(from: string, to: string): void {
  const bytes = readFileSync(from)
  writeFileSync(to, bytes.subarray(0, bytes.length / 2))
}

/** Copies an ELF file as one for SPARC: e_machine lies at byte 18 of its header, and 2 is EM_SPARC (System V ABI). */
export function copyForSparc(from: string, to: string): void {
  const bytes = readFileSync(from)
  bytes.writeUInt16LE(2, 18)
  writeFileSync(to, bytes)
}
