import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/websocket'
import type { Assistant } from '../assembly/assistant.ts'
import { isFault } from '../home/contract-failure.ts'
import type { WithAssistant } from '../router/contract-base.ts'
import { router } from '../router/router.ts'

type Handler = RPCHandler<WithAssistant>
type Routes = ConstructorParameters<typeof RPCHandler<WithAssistant>>[0]
type Socket = Parameters<Handler['message']>[0] & Pick<globalThis.WebSocket, 'addEventListener'>

/** Makes a socket speak the contract until it closes; `end` closes it from this side. */
export type SpeakContract = (socket: Socket, end: () => void) => void

/**
 * Answers the frames of any socket, each call in the language that it names. Failures that the contract does not know are faults of
 * ours: the wire hides them, so they are reported, in full.
 */
export function createContractHandler(report: (fault: unknown) => void, routes: Routes = router): Handler {
  return new RPCHandler(routes, {
    interceptors: [
      async ({ next, request }) => {
        const result = await next()
        const body = result.response?.body
        if (!result.matched || !isStream(body)) return result
        return { ...result, response: { ...result.response, body: endsWhenStopped(body, request.signal) } }
      },
      onError((error, { request }) => {
        if (isFault(error, request.signal)) report(error)
      }),
      ({ next, ...options }) => {
        const { request, context } = options
        const language = [request.headers['accept-language']].flat()[0]
        return next({ ...options, context: { ...context, language } })
      },
    ],
  })
}

/** How a call that was stopped ends in the middle of its work is nobody's: a failure of it would end the connection with all other calls. */
function endsWhenStopped(steps: AsyncGenerator<unknown>, signal: AbortSignal | undefined): AsyncGenerator<unknown> {
  const quietly = async (step: () => Promise<IteratorResult<unknown>>): Promise<IteratorResult<unknown>> => {
    try {
      return await step()
    } catch (failure) {
      if (!signal?.aborted) throw failure
      return { done: true, value: undefined }
    }
  }
  const ended: AsyncGenerator<unknown> = {
    next: (...sent) => quietly(() => steps.next(...sent)),
    return: (value) => quietly(() => steps.return(value)),
    throw: (error) => quietly(() => steps.throw(error)),
    [Symbol.asyncIterator]: () => ended,
    [Symbol.asyncDispose]: () => steps[Symbol.asyncDispose](),
  }
  return ended
}

const isStream = (body: unknown): body is AsyncGenerator<unknown> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'next' in body

/**
 * A frame that is no call, and an answer that finds its socket closed, end their own connection: the handler's own `upgrade` leaves such a
 * failure to nobody, which ends the process and with it the connections of all others.
 */
export function speakContract(handler: Handler, assistant: Assistant): SpeakContract {
  return (socket, end) => {
    socket.addEventListener('message', ({ data }) => {
      handler.message(socket, data, { context: { assistant } }).catch(() => {
        handler.close(socket)
        end()
      })
    })
    socket.addEventListener('close', () => handler.close(socket))
  }
}
