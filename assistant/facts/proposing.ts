import type { ProposalEvent, Proposing as State } from '../../contract/knowledge/fact.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import { saidOf } from '../../wording/failure.ts'
import { contractFailure } from '../home/contract-failure.ts'
import type { Events } from '../home/events.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** The reading of facts that goes on by itself, one run a matter, whether a window looks on or not. */
export interface Proposing {
  readonly isBusy: boolean
  state(matterId: string): State
  /** Does nothing while it runs. One that the end of the program interrupts goes on when its matter is opened again. */
  start(matter: OpenMatter): void
  /** What was found is kept; the next run goes on. */
  stop(matterId: string): void
  /** Goes on with what was interrupted. */
  resume(matter: OpenMatter): void
  close(matterId: string): Promise<void>
}

export type ProposingOptions = {
  /** The proposals of a matter, to its end or until the signal. */
  readonly propose: (matter: OpenMatter, signal: AbortSignal) => AsyncGenerator<ProposalEvent, void, void>
  readonly events: Events
}

const UNDER_WAY = 'proposing'
const TOLD_EVERY_MS = 250
const NOTHING: State = { isRunning: false, progress: null, end: null, failure: null }

type Run = { readonly stop: AbortController; readonly ended: Promise<void> }

export function createProposing({ propose, events }: ProposingOptions): Proposing {
  const states = new Map<string, State>()
  const runs = new Map<string, Run>()
  let toldMs = -Infinity
  const put = (id: string, state: State) => {
    states.set(id, state)
    toldMs = performance.now()
    events.tell({ type: 'proposing-changed', matter: id })
  }

  function take(id: string, event: ProposalEvent): void {
    if (event.type === 'proposal-progress') {
      if (!states.get(id)?.progress || performance.now() - toldMs > TOLD_EVERY_MS)
        put(id, { ...NOTHING, isRunning: true, progress: event })
      return
    }
    if (event.type === 'proposal-end') put(id, { ...NOTHING, end: event })
    // Of the end the ledger tells.
    events.tell({ type: 'facts-changed', matter: id })
  }

  async function run(matter: OpenMatter, stop: AbortController): Promise<void> {
    const { id, closing, store } = matter
    const fail = (error: unknown) => put(id, { ...NOTHING, failure: failureOf(error) })
    put(id, { ...NOTHING, isRunning: true })
    try {
      store.settings.set(UNDER_WAY, true)
      for await (const event of propose(matter, AbortSignal.any([stop.signal, closing]))) take(id, event)
    } catch (error) {
      fail(error)
    } finally {
      runs.delete(id)
    }
    // What ends because its matter is closed is gone on with.
    if (closing.aborted) return
    try {
      store.settings.remove(UNDER_WAY)
    } catch (error) {
      // On a full disk it goes on when the matter is opened again, and finds nothing left to read.
      if (!cannotWrite(error)) fail(error)
    }
  }

  function start(matter: OpenMatter): void {
    if (runs.has(matter.id) || matter.closing.aborted) return
    const stop = new AbortController()
    // Before its first step, so that nobody starts a second one.
    runs.set(matter.id, { stop, ended: Promise.resolve().then(() => run(matter, stop)) })
  }

  return {
    get isBusy() {
      return runs.size > 0
    },
    state: (id) => states.get(id) ?? NOTHING,
    start,
    stop: (id) => runs.get(id)?.stop.abort(new Error('stopped by the user')),
    resume(matter) {
      if (matter.store.settings.get(UNDER_WAY) === true) start(matter)
    },
    async close(id) {
      await runs.get(id)?.ended
      states.delete(id)
    },
  }
}

function failureOf(error: unknown): State['failure'] {
  const known = contractFailure(error)
  if (known) return { code: known.code, said: known.said }
  return { code: null, said: saidOf(error) }
}
