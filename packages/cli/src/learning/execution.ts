/** How computations are carried out: on how many threads, and with which BLAS. */
import { KudariError, useProducts, useThreads } from 'kudari'
import type { Io } from '../io.ts'
import { executionMessages } from '../messages/execution.ts'

/** The options that say so. */
export interface ExecutionOptions {
  readonly threads?: number
  readonly blas?: string
}

/**
 * Settles how everything that follows is computed. What was not given is taken from the environment (KUDARI_BLAS), and from the machine.
 *
 * @throws KudariError when a BLAS is named that cannot be used.
 */
export async function settleExecution({ threads, blas }: ExecutionOptions, io: Io): Promise<void> {
  useThreads(threads)
  const request = blas ?? (io.env.KUDARI_BLAS || 'auto')
  if (request === 'off') return useProducts(undefined)
  const { loadBlas } = await import('@kudari/blas')
  // `auto` looks only where a model has products of matrices; a library that was named is tried before anything is done.
  if (request === 'auto') return useProducts(() => loadBlas('auto'))
  try {
    useProducts(loadBlas(request))
  } catch (error) {
    if (!(error instanceof KudariError)) throw error
    const option = blas === undefined ? 'KUDARI_BLAS=' : '--blas '
    throw new KudariError(error.kind, executionMessages.blasRefused, { option, error })
  }
}
