import type { RPCHandler } from '@orpc/server/websocket'
import type { Assistant } from '../assistant.ts'

type Handler = RPCHandler<{ readonly assistant: Assistant }>
type Socket = Parameters<Handler['message']>[0] & Pick<globalThis.WebSocket, 'addEventListener'>

/** Makes a socket speak the contract until it closes; `end` closes it from this side. */
export type SpeakContract = (socket: Socket, end: () => void) => void

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
