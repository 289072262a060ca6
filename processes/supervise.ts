import type { Child, StartChild } from './child.ts'
import { createListeners } from './listeners.ts'
import { createRestartBudget, type RestartLimits } from './restart-budget.ts'
import { type ErrorCode, Failure } from '../wording/failure.ts'
import { type Message, message } from '../wording/message.ts'
import { ENDED_BY_LOCK, processEnd, processName } from '../wording/process-end.ts'

type SupervisedState = 'idle' | 'starting' | 'ready' | 'restarting' | 'failed' | 'stopped'

export type SuperviseOptions = RestartLimits & {
  /** A child that answers no ping for so long is killed. Long enough for a native call that blocks the child meanwhile. */
  readonly hangMs: number
}

const DEFAULTS: SuperviseOptions = { maxCrashes: 5, windowMs: 60_000, hangMs: 30_000, healthyMs: 10_000 }

type StateChange = { readonly state: SupervisedState; readonly reason: string | null }
type Now = {
  state: SupervisedState
  reason: string | null
  child: Child | null
  refusal: Refusal | null
  renewed: Child | null
  /** From the word of a child that it was locked until one says that it was opened again; outlives crashes and stops between. */
  staysLocked: boolean
  startedAt: number
}

const AT_FIRST: Readonly<Now> = {
  state: 'idle',
  reason: null,
  child: null,
  refusal: null,
  renewed: null,
  staysLocked: false,
  startedAt: 0,
}

export interface Supervised extends AsyncDisposable {
  readonly state: SupervisedState
  readonly reason: string | null
  readonly pid: number | undefined
  /**
   * The running child; starts it when idle, waits while it restarts. Throws `ProcessLostError` once it has failed, and what the child
   * said itself when it cannot start.
   */
  ready(): Promise<Child>
  /** Starts again after `failed`, or now instead of later. */
  restart(): void
  /** Ends the child on purpose, which counts as no crash; the next `ready()` starts it again. */
  stop(): void
  /** The listener is told of every change until the returned function is called. */
  onState(listener: (change: StateChange) => void): () => void
  /** What the child posts, other than the messages of the supervision itself. */
  onMessage(listener: (message: unknown) => void): () => void
}

/** The child is gone, with what it was doing. `reason` is what the system said of its end. */
export class ProcessLostError extends Failure {
  override name = 'ProcessLostError'
  readonly reason: string | null
  constructor(process: string, reason: string | null = null, isForGood = false) {
    super('PROCESS_LOST', lostMessage(process, reason, isForGood))
    this.reason = reason
  }
}

function lostMessage(process: string, reason: string | null, isForGood: boolean): Message {
  const name = processName(process)
  if (reason === null) return message('failures.process.stopped', { process: name })
  const end = processEnd(reason)
  return isForGood
    ? message('failures.process.stoppedForGood', { process: name, reason: end })
    : message('failures.process.stoppedBecause', { process: name, reason: end })
}

/** Keeps one child process alive: restarts it after a crash with growing delays. Nothing starts before the first `ready()`. */
export function supervise(name: string, start: StartChild, options: Partial<SuperviseOptions> = {}): Supervised {
  const settings = { ...DEFAULTS, ...options }
  const changes = createListeners<StateChange>()
  const messages = createListeners<unknown>()
  const budget = createRestartBudget(settings)
  const now = { ...AT_FIRST }
  let backoff: NodeJS.Timeout | undefined

  function become(state: SupervisedState, reason: string | null, more: Partial<Now> = {}): void {
    Object.assign(now, { state, reason, refusal: null }, more)
    changes.tell({ state, reason })
  }

  function launch(): void {
    clearTimeout(backoff)
    now.startedAt = Date.now()
    if (now.state !== 'restarting') become('starting', null)
    const child = watchChild(() => start(now.staysLocked), settings.hangMs, {
      onReady: () => now.child === child && become('ready', null),
      onMessage: (posted) => now.child === child && messages.tell(posted),
      onExit: (reason) => now.child === child && ended(reason, now.renewed === child),
      // Nobody is sent to it any more: who came would be cut off when it ends.
      onRenew: () => now.child === child && become('restarting', ENDED_BY_LOCK, { renewed: child, staysLocked: true }),
      onOpened: () => now.child === child && Object.assign(now, { staysLocked: false }),
      onRefusal: (refusal) => now.child === child && end('failed', refusal),
    })
    now.child = child
  }

  /** One that makes room for another counts as no crash. */
  function ended(reason: string, isRenewed: boolean): void {
    const delayMs = isRenewed ? 0 : budget.crashed(now.startedAt, Date.now())
    now.child = null
    if (delayMs === null) return become('failed', reason)
    become('restarting', isRenewed ? ENDED_BY_LOCK : reason)
    backoff = setTimeout(launch, delayMs)
  }

  function end(state: SupervisedState, refusal: Refusal | null = null): void {
    clearTimeout(backoff)
    const ending = now.child
    now.child = null
    become(state, refusal ? refusal.words : null, { refusal })
    ending?.kill()
  }

  return {
    get state() {
      return now.state
    },
    get reason() {
      return now.reason
    },
    get pid() {
      return now.child?.pid
    },
    ready: () => readyChild(name, now, changes.add, launch),
    restart() {
      budget.renew()
      if (now.child === null && (now.state === 'failed' || now.state === 'restarting')) launch()
    },
    stop: () => end('idle'),
    onState: changes.add,
    onMessage: messages.add,
    [Symbol.asyncDispose]: async () => end('stopped'),
  }
}

async function readyChild(
  name: string,
  now: Readonly<Now>,
  onChange: (listener: () => void) => () => void,
  launch: () => void,
): Promise<Child> {
  if (now.state === 'idle') launch()
  for (;;) {
    if (now.state === 'ready' && now.child) return now.child
    if (now.state === 'failed' && now.refusal) throw new Failure(now.refusal.code, now.refusal.said)
    if (now.state === 'failed') throw new ProcessLostError(name, now.reason, true)
    if (now.state === 'stopped' || now.state === 'idle') throw new ProcessLostError(name)
    await new Promise<void>((resolve) => {
      const forget = onChange(() => {
        forget()
        resolve()
      })
    })
  }
}

const PING_MS = 1000

type ChildEvents = {
  readonly onReady: () => void
  readonly onMessage: (message: unknown) => void
  readonly onExit: (reason: string) => void
  readonly onRefusal: (refusal: Refusal) => void
  readonly onRenew: () => void
  readonly onOpened: () => void
}

/**
 * Why a child cannot start, however often it is tried: what a `Failure` carries, and (`words`) that in English. The same would happen
 * again, so it is left until `restart()`.
 */
type Refusal = { readonly code: ErrorCode; readonly said: Message; readonly words: string }

/**
 * Starts a child, pings it every second and kills it when it has not answered for `hangMs`. The child posts
 * `{ type: 'ready' }` when it can work, or `{ type: 'refused', code, said, words }` when it cannot start, and answers
 * `{ type: 'ping' }` with `{ type: 'pong' }`. With `{ type: 'renew' }` it says that it ends within `hangMs`, else it is killed, and that
 * another is to take its place, locked: what it held in memory goes with it. With `{ type: 'opened' }` it says that it is locked no
 * more. The rest is `onMessage`.
 */
function watchChild(start: () => Child, hangMs: number, events: ChildEvents): Child {
  const child = start()
  let heardAt = Date.now()
  let isReady = false
  let isLeaving = false
  let unresponsive = false
  const pings = setInterval(() => {
    if (isReady && Date.now() - heardAt > hangMs) {
      unresponsive = true
      child.kill()
    } else void child.post({ type: 'ping' })
  }, PING_MS)
  pings.unref()
  child.onMessage((posted) => {
    // What it still says after it took leave does not keep it: it must end within the same time.
    if (!isLeaving) heardAt = Date.now()
    const { type } = posted as { type?: unknown }
    if (type === 'ready') {
      isReady = true
      events.onReady()
    } else if (type === 'refused') events.onRefusal(posted as Refusal)
    else if (type === 'renew') {
      isLeaving = true
      events.onRenew()
    } else if (type === 'opened') events.onOpened()
    else if (type !== 'pong') events.onMessage(posted)
  })
  child.onExit((reason) => {
    clearInterval(pings)
    events.onExit(unresponsive ? 'unresponsive' : reason)
  })
  return child
}
