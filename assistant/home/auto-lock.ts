import type { Activity } from './activity.ts'

export type AutoLockOptions = {
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
