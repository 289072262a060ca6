import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/websocket'
import type { Assistant } from '../assembly/assistant.ts'
import { isFault } from '../home/contract-failure.ts'
import type { WithAssistant } from '../router/contract-base.ts'
import { eachStep } from '../router/each-step.ts'
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
        if (!result.matched) return result
        const { response } = result
        return { ...result, response: { ...response, body: endsWhenStopped(response.body, request.signal) } }
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
function endsWhenStopped<Body>(body: Body, signal: AbortSignal | undefined): Body {
  return eachStep(body, async (step) => {
    try {
      return await step()
    } catch (failure) {
      if (!signal?.aborted) throw failure
      return { done: true, value: undefined }
    }
  })
}

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
