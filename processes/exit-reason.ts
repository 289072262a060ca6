/**
 * Says in plain words why a process ended. V8 and our own memory watch tell of exhausted memory only on standard error,
 * so its tail is looked at first.
 */
export function exitReason(code: number | null, signal: string | null, errorTail: string): string {
  const limit = /memory limit of (\d+) MB reached/.exec(errorTail)
  if (limit) return `out of memory (more than ${limit[1]} MB)`
  if (/heap out of memory|Allocation failed/.test(errorTail)) return 'out of memory'
  if (signal) return `killed by ${signal}`
  return `exit code ${code ?? 'unknown'}`
}
