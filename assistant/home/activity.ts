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
