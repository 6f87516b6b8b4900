/** The proxy that the environment names: used where Node can, and told of where it cannot. */
import http from 'node:http'
import type { Language } from 'kudari'
import type { Io } from '../io.ts'
import { datasetMessages } from '../messages/datasets.ts'

const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY']

/** The variable that names a proxy, if one does. */
const namedProxy = (env: Io['env']): string | undefined => variables.find((name) => env[name])

/** Node 24.14 and later can be told; before that only who starts Node can (NODE_USE_ENV_PROXY=1, from Node 22.21). */
const setProxy: typeof http.setGlobalProxyFromEnv | undefined = http.setGlobalProxyFromEnv

/** Sends all requests through the proxy of the environment, until what it returns is called. */
export const useProxy = (env: Io['env']): (() => void) =>
  namedProxy(env) === undefined || setProxy === undefined ? () => undefined : setProxy({ ...env })

/** What there is to say of the proxy when a server cannot be reached; nothing where none is named. */
export function proxyText(env: Io['env'], language: Language): string {
  const name = namedProxy(env)
  if (name === undefined) return ''
  const isUsed = setProxy !== undefined || (env.NODE_USE_ENV_PROXY === '1' && process.allowedNodeEnvironmentFlags.has('--use-env-proxy'))
  return isUsed ? datasetMessages.proxyUsed[language]({ name }) : datasetMessages.proxyUnused[language]({ name, node: process.versions.node })
}
