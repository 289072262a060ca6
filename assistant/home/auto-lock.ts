type AutoLockOptions = {
  readonly activity: Pick<Activity, 'idleMs'>
  /** After so many minutes without a call; 0: never. */
  readonly minutes: () => number
  /** Whether locking would keep anybody out, and nothing is being read. */
  readonly canLock: () => boolean
  readonly lock: () => Promise<void>
  readonly lookEveryMs: number
}

const MINUTE_MS = 60_000

/** Locks the home when nobody has asked for anything for a while. A look that fails is followed by the next one. */
export function createAutoLock({ activity, minutes, canLock, lock, lookEveryMs }: AutoLockOptions): Disposable {
  let isLocking = false
  async function look(): Promise<void> {
    if (isLocking || !canLock()) return
    const limit = minutes()
    if (limit === 0 || activity.idleMs() < limit * MINUTE_MS) return
    isLocking = true
    try {
      await lock()
    } finally {
      isLocking = false
    }
  }
  const looks = setInterval(() => void look().catch((error: Error) => process.emitWarning(error)), lookEveryMs)
  // It is no reason for a process to stay.
  looks.unref()
  return { [Symbol.dispose]: () => clearInterval(looks) }
}

/** What windows and commands ask for: whether something is under way, and how long nothing has been. */
export interface Activity {
  /** A call or a stream, until disposed. */
  begin(): Disposable
  /** Milliseconds since the last call ended; 0 while one is under way. */
  idleMs(): number
}

/** `nowMs` goes on while the computer sleeps, so that waking up after hours counts as hours. */
export function createActivity(nowMs: () => number): Activity {
  let underWay = 0
  let lastMs = nowMs()
  return {
    begin() {
      underWay += 1
      return {
        [Symbol.dispose]() {
          underWay -= 1
          lastMs = nowMs()
        },
      }
    },
    idleMs: () => (underWay > 0 ? 0 : Math.max(0, nowMs() - lastMs)),
  }
}
