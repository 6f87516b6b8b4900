#!/usr/bin/env node
/** The `kudari` executable. It is here, and not in `dist`, so that npm can link it before anything is built. */
import { existsSync } from 'node:fs'

const built = new URL('../dist/bin.js', import.meta.url)
if (existsSync(built)) await import(built)
else {
  console.error('kudari: not built yet; run: npm run build\nkudari: まだビルドされていません。npm run build を実行してください')
  process.exitCode = 1
}
