#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { emptyCoreDumps } from '../processes/system-processes.ts'

const NODE_AT_LEAST = 24
/** How long an interrupted command may take to put things away. */
const STOP_MS = 10_000
const EXIT_INTERRUPTED = 130

/** The Node that this project brings along, for a shell in which an older one comes first. */
function broughtNode(): string | null {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}/bin/node${process.platform === 'win32' ? '.exe' : ''}`
  const file = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
  return existsSync(file) ? file : null
}

async function main(words: readonly string[]): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < NODE_AT_LEAST) {
    // SQLite's module crashes an older Node instead of refusing it.
    const node = broughtNode()
    if (node) return spawnSync(node, [fileURLToPath(import.meta.url), ...words], { stdio: 'inherit' }).status ?? 1
    process.stderr.write(`error WRONG_USE: Consilium needs Node ${NODE_AT_LEAST}; this is ${process.version}.\n`)
    return 2
  }
  emptyCoreDumps()
  process.env.RUST_LOG ??= 'error'
  process.env.LANCEDB_LOG ??= 'error'
  const { runProgram } = await import('./program.ts')
  const interrupt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // A second Ctrl-C, or something that does not end by itself: what is stored survives a kill as well.
      if (interrupt.signal.aborted) process.exit(EXIT_INTERRUPTED)
      interrupt.abort(new Error(signal))
      setTimeout(() => process.exit(EXIT_INTERRUPTED), STOP_MS).unref()
    })
  // Who reads the output may leave early, such as `head`: the command stops as at a Ctrl-C.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      interrupt.abort(error)
    })
  return runProgram(words, {
    root: new URL('..', import.meta.url),
    env: process.env,
    signal: interrupt.signal,
    version: '0.1.0',
  })
}

process.exitCode = await main(process.argv.slice(2))
