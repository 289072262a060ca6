import type { Socket } from 'node:net'

/**
 * A child process as its parent sees it. Messages are structured-cloneable values; typed arrays arrive as typed arrays.
 * Made by `forkChild` under Node and by `electron/start-engine.ts` under Electron.
 */
export interface Child {
  readonly pid: number | undefined
  /** Resolves once the message is written to the pipe, which is what slows a fast producer down. */
  post(message: unknown): Promise<void>
  kill(): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once; `reason` is in plain words ("killed by SIGSEGV", "out of memory"). */
  onExit(listener: (reason: string) => void): void
}

/** A child that sockets of this process can be given to, with what is to be known of them; they are then its own. */
export interface SocketTaker extends Child {
  handOver(message: unknown, socket: Socket): void
}

/** `staysLocked`: one was locked and none was opened since (`watchChild`), so this one opens nothing unasked. */
export type StartChild = (staysLocked: boolean) => Child

/** The programs that run as processes of their own; each host says which file holds which. */
export type EntryName = 'engine' | 'models' | 'reader'

/** Given by the host: starts one of our programs as a child process. */
export type StartProcess = (entry: EntryName, options: StartOptions) => Child

type StartOptions = {
  readonly name: string
  readonly heapMb?: number
  /** The engine leaves its home locked, also where it could open it unasked. */
  readonly staysLocked?: boolean
}

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
