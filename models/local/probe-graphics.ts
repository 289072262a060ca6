import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StartChild } from '../../processes/child.ts'
import { ProcessLostError, supervise } from '../../processes/supervise.ts'
import { supervisedCalls } from '../../processes/supervised-calls.ts'
import { untilAborted } from './load-on-demand.ts'
import type { ModelMethods } from './protocol.ts'

/** `kind`: what llama.cpp uses, null for the processor. `fault`: why a graphics processor that is there is not used. */
export type Graphics = { readonly kind: string | null; readonly fault: string | null }

export const NO_GRAPHICS: Graphics = { kind: null, fault: null }

/** Longer than a driver takes to compile what it needs; one that hangs is as good as none. */
const PATIENCE_MS = 20_000

type ProbeOptions = { readonly libraries?: readonly string[]; readonly patienceMs?: number }

/**
 * Tries the graphics processor in a process of its own, made by `start` for this alone: a driver that crashes or hangs there takes nothing
 * with it, and models then run on the processor.
 */
export async function probeGraphics(
  start: StartChild,
  { libraries = [], patienceMs = PATIENCE_MS }: ProbeOptions = {},
): Promise<Graphics> {
  await using supervised = supervise('language', start, { maxCrashes: 0 })
  const patience = AbortSignal.timeout(patienceMs)
  try {
    // A driver that hangs does not hear of an abort: it is left, and its process killed.
    const answer = supervisedCalls<ModelMethods>('language', supervised).call('graphics', { libraries })
    return { kind: await untilAborted(answer, patience), fault: null }
  } catch (error) {
    if (patience.aborted) return { kind: null, fault: `no answer in ${patienceMs / 1000} seconds` }
    return { kind: null, fault: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ProcessLostError && error.reason !== null) return error.reason
  return error instanceof Error ? error.message : String(error)
}

/** Whether there may be a graphics processor; only Linux says so without a driver being asked. */
export async function hasGraphicsDevice(platform: NodeJS.Platform, root = '/'): Promise<boolean> {
  if (platform !== 'linux') return true
  const cards = await readdir(join(root, 'dev/dri')).catch(() => [])
  const named = ['nvidiactl', 'kfd', 'dxg'].some((name) => existsSync(join(root, 'dev', name)))
  return named || cards.some((name) => name.startsWith('renderD'))
}
