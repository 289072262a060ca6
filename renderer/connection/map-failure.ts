import { ConnectionLostError } from './connection-lost-error.ts'
import type { WireSocket } from './wire-socket.ts'

/**
 * What a failed call means: the user's own stop (the signal's reason), a lost line (`ConnectionLostError`), or the failure
 * itself. oRPC reports the first two alike and misleadingly (`host.md` section 2).
 */
export function mapFailure(
  failure: unknown,
  socket: Pick<WireSocket, 'readyState' | 'closeReason' | 'hasFailed'>,
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return signal.reason
  if (socket.readyState !== 3) return failure
  return new ConnectionLostError(socket.closeReason, { cause: failure, hasFailed: socket.hasFailed })
}

/** A stream of the engine whose failure is told as `mapFailure` does. */
export async function* mapStream<T>(
  stream: AsyncGenerator<T>,
  socket: WireSocket,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  try {
    return yield* stream
  } catch (failure) {
    throw mapFailure(failure, socket, signal)
  }
}
