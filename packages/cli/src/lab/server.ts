/** The Lab's server: for this machine only. */
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { KudariError } from 'kudari'
import { labMessages } from '../messages/lab.ts'
import { answer } from './answer.ts'
import type { ServedFiles } from './served.ts'

/** A browser keeps what a page has stored by its port: so it is the same one every time, if it is free. 0: any. */
const usualPorts = [5180, 5181, 5182, 5183, 5184, 5185, 5186, 5187, 5188, 5189, 0] as const

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Listens on a port of this machine. */
async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

async function listenOnUsual(server: Server): Promise<void> {
  for (const port of usualPorts) {
    try {
      return await listen(server, port)
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error
    }
  }
}

async function listenOn(server: Server, port: number): Promise<void> {
  try {
    await listen(server, port)
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new KudariError('usage', labMessages.portInUse, { port })
    if (codeOf(error) === 'EACCES') throw new KudariError('usage', labMessages.portNotAllowed, { port })
    throw error
  }
}

/** A server that runs. */
export interface LabServer {
  /** Its address, ending in a slash. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Starts the server.
 *
 * @param port where; 0: where the system likes; if not given, on the first of the usual ports that is free.
 * @throws KudariError when the port cannot be had.
 */
export async function startLab(files: ServedFiles, port?: number): Promise<LabServer> {
  const server = createServer((request, response) => void answer(files, request, response).catch(() => response.destroy()))
  await (port === undefined ? listenOnUsual(server) : listenOn(server, port))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
