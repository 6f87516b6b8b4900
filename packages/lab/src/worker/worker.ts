/** The Worker's entry: messages in, messages out. */
import { createHost } from './host.ts'
import type { Command, Notice } from './protocol.ts'

const host = createHost((notice: Notice) => postMessage(notice))
self.addEventListener('message', ({ data }: MessageEvent<Command>) => host.obey(data))
