import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Loads every module of the folders that are named, and writes each expression that they and their packages built with `new RegExp`, with
 * the file that built it first. Literals are not among them: those the linter reads.
 */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** They are started by Consilium, and end at once where they are not. */
const PROGRAMS = ['assistant/engine.ts', 'assistant/rules/kernel/kernel-worker.ts', 'library/reader.ts']

const built = new Map<string, { readonly source: string; readonly flags: string; readonly file: string }>()
globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, args) => noted(Reflect.construct(target, args)),
  apply: (target, self, args) => noted(Reflect.apply(target, self, args)),
})

for (const folder of process.argv.slice(2))
  for (const file of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
    const path = join(folder, file)
    if (path.endsWith('.ts') && !path.includes('.types') && !PROGRAMS.includes(path))
      await import(pathToFileURL(join(ROOT, path)).href)
  }
process.stdout.write(JSON.stringify([...built.values()]), () => process.exit(0))

function noted(expression: RegExp): RegExp {
  const { source, flags } = expression
  const key = `${flags}/${source}`
  if (!built.has(key)) built.set(key, { source, flags, file: builder() })
  return expression
}

/** The first file on the stack that is not this one. */
function builder(): string {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 20
  const lines = new Error('built here').stack?.split('\n').slice(1) ?? []
  Error.stackTraceLimit = limit
  const line =
    lines.find((one) => /[(\s](?:file:\/\/)?\/|[A-Z]:[\\/]/.test(one) && !one.includes('collect-expressions')) ?? ''
  const path = /((?:file:\/\/)?[^\s(]+):\d+:\d+\)?$/.exec(line)?.[1] ?? ''
  return relative(ROOT, path.startsWith('file:') ? fileURLToPath(path) : path).replaceAll('\\', '/')
}
