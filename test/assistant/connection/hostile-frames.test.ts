import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { once } from 'node:events'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { listenOnSocket } from '../../../assistant/connection/listen-on-socket.ts'
import { socketPath } from '../../../assistant/connection/socket-path.ts'
import { shortFolder } from '../../hosts/short-folder.ts'

/** A connection past its handshake that sends these bytes as they are, until the other end has had enough. */
async function sendRaw(path: string, bytes: Uint8Array): Promise<void> {
  const socket = connect(path)
  socket.on('error', () => {})
  const key = randomBytes(16).toString('base64')
  socket.write(
    `GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  )
  await once(socket, 'data')
  socket.write(bytes)
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 20))])
  socket.destroy()
}

/** Whether the socket still takes and answers a line. */
async function isAlive(path: string): Promise<boolean> {
  const socket = new WebSocket(`ws+unix:${path}:/`)
  socket.send = socket.send.bind(socket)
  await once(socket, 'open')
  socket.send('hello')
  const [echo] = await once(socket, 'message')
  socket.close()
  return String(echo) === 'hello'
}

test('no bytes that a connection sends end the process that listens', { timeout: 60_000 }, async () => {
  await using folder = await shortFolder()
  await using _listening = await listenOnSocket(folder.path, (socket) => {
    socket.on('message', (data) => socket.send(String(data)))
  })
  const path = socketPath(folder.path)
  if (path === null) throw new Error('There is no socket here.')
  // Reserved bits, an unmasked frame, a control frame that is too long, a length that is none, text that is no UTF-8.
  for (const frame of ['ff80', '8105', '89ff', '81ffffffffffffffffff', '818401020304c3c3c3c3'])
    await sendRaw(path, Buffer.from(frame, 'hex'))
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => sendRaw(path, bytes)),
    { numRuns: 150 },
  )
  expect(await isAlive(path)).toBe(true)
})
