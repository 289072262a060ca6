import { AssistantError } from '../home/assistant-error.ts'

const LOST =
  'Consilium was closed, or stopped, while this was under way. What was done is kept. Run the command again to go on.'

type Socket = { readonly readyState: number }

const OPEN = 1

/**
 * What a failed call means: the user's own stop (the signal's reason), a lost line, or the failure itself. oRPC reports the
 * first two alike and misleadingly (`docs/hosts.md`). The window does the same in `renderer/connection/connect-assistant.ts`.
 */
export function mapLostLine(failure: unknown, socket: Socket, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason
  return socket.readyState === OPEN ? failure : new AssistantError('PROCESS_LOST', LOST, { cause: failure })
}

/** A stream of the engine whose failure is told as `mapLostLine` does. */
export async function* mapLostStream<T>(
  stream: AsyncGenerator<T>,
  socket: Socket,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  try {
    return yield* stream
  } catch (failure) {
    throw mapLostLine(failure, socket, signal)
  }
}
