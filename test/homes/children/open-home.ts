import { createRequire } from 'node:module'
import { openHome } from '../../../store/open-home.ts'
import { openStore } from '../../../store/store.ts'

/**
 * Opens a home whose master key it is given, and each matter of it, which brings all files to the present version. Tells how many steps
 * SQLite took; a third argument is the step at which it kills itself.
 */
const [folder = '', masterKey = '', killedAt = '0'] = process.argv.slice(2)
let steps = 0
type Native = { readonly prototype: Record<'exec' | 'pragma', (text: string, options?: object) => unknown> }
const { prototype } = createRequire(import.meta.url)('better-sqlite3-multiple-ciphers') as Native
for (const name of ['exec', 'pragma'] as const) {
  const really = prototype[name]
  prototype[name] = function (text, options) {
    steps += 1
    if (steps === Number(killedAt)) process.kill(process.pid, 'SIGKILL')
    return really.call(this, text, options)
  }
}
using home = await openHome(folder)
process.send?.('begins')
const store = await openStore({ home, masterKey: () => Buffer.from(masterKey, 'hex'), now: () => new Date() })
for (const { id } of store.app.matters.list()) await store.matter(id)
process.send?.(steps)
await store[Symbol.asyncDispose]()
process.disconnect()
