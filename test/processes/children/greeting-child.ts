import type { Socket } from 'node:net'
import { connectToParent } from '../../../processes/parent-port.ts'

/** Greets with the text that came with a connection, and says back whatever it hears. */
const parent = connectToParent()
parent.onMessage((message, [connection]) => {
  const socket = connection as Socket
  socket.write(`${(message as { text: string }).text}\n`)
  socket.pipe(socket)
})
await parent.post({ type: 'ready' })
