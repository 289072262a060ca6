import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { forkChild } from '../../processes/fork-child.ts'
import { waitFor } from '../patience.ts'

const life = new AsyncDisposableStack()
afterAll(() => life.disposeAsync())

/** Both ends of so many connections, which `closeServer` waits for. */
async function connections(count: number) {
  const taken: Socket[] = []
  const server = createServer((socket) => taken.push(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const clients = Array.from({ length: count }, () => connect(port, '127.0.0.1').resume())
  life.defer(() => {
    for (const socket of [...clients, ...taken]) socket.destroy()
  })
  await waitFor(() => expect(taken).toHaveLength(count))
  const closeServer = () => new Promise<string>((resolve) => server.close(() => resolve('closed')))
  return { clients, taken, closeServer }
}

async function startChild(name: 'busy' | 'greeting') {
  const child = forkChild(fileURLToPath(new URL(`./children/${name}-child.ts`, import.meta.url)))
  life.defer(() => child.kill())
  const exited = new Promise<string>((resolve) => child.onExit(resolve))
  await new Promise<void>((resolve) => child.onMessage(() => resolve()))
  return { child, exited }
}

/** What has not closed in two seconds is open. */
const orOpen = (closed: Promise<string>) => Promise.race([closed, wait(2000, 'open')])

function closing(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.once('close', () => resolve('closed'))
  })
}

test('connections given one right after the other are each taken, stay open and end with their child', async () => {
  const { clients, taken, closeServer } = await connections(3)
  const { child } = await startChild('greeting')
  const closed = clients.map(closing)
  const heard = clients.map((client) => new Promise((resolve) => client.setEncoding('utf8').once('data', resolve)))
  for (const [index, socket] of taken.entries()) child.handOver({ text: String(index) }, socket)
  expect(await Promise.all(heard)).toEqual(['0\n', '1\n', '2\n'])
  // The server is done with them, whatever they still say to the child.
  expect(await orOpen(closeServer())).toBe('closed')
  expect(clients.map((client) => client.closed)).toEqual([false, false, false])
  child.kill()
  expect(await Promise.all(closed.map(orOpen))).toEqual(Array(3).fill('closed'))
})

test('what is said while a connection is on its way is heard by the child', async () => {
  const { clients, taken } = await connections(20)
  const { child } = await startChild('greeting')
  const heard = clients.map(async (client, index) => {
    let text = ''
    for await (const part of client.setEncoding('utf8')) if ((text += part).includes(`early ${index}`)) return true
    return false
  })
  for (const [index, socket] of taken.entries()) {
    child.handOver({ text: 'here' }, socket)
    clients[index]?.write(`early ${index}`)
  }
  const orLost = (one: Promise<boolean>) => Promise.race([one, wait(5000, false)])
  expect(await Promise.all(heard.map(orLost))).toEqual(Array(20).fill(true))
})

test('connections given to a child that dies before it takes them are closed', async () => {
  const { clients, taken, closeServer } = await connections(3)
  const { child, exited } = await startChild('busy')
  const closed = clients.map(closing)
  for (const socket of taken) child.handOver({ type: 'window' }, socket)
  await wait(100)
  expect(clients.map((client) => client.closed)).toEqual([false, false, false])
  child.kill()
  await exited
  expect(await Promise.all([...closed, closeServer()].map(orOpen))).toEqual(Array(4).fill('closed'))
})

test('connections given to a child that has just died are closed, and none of them ends this process', async () => {
  const { clients, taken, closeServer } = await connections(3)
  const { child, exited } = await startChild('busy')
  const closed = clients.map(closing)
  process.kill(child.pid ?? 0, 'SIGKILL')
  // The child is gone before this process has heard of it.
  const until = Date.now() + 200
  while (Date.now() < until);
  for (const socket of taken) child.handOver({ type: 'window' }, socket)
  await exited
  expect(await Promise.all([...closed, closeServer()].map(orOpen))).toEqual(Array(4).fill('closed'))
})

test('a message that waits behind a connection is over when the child dies before it takes that connection', async () => {
  const { taken } = await connections(1)
  const { child } = await startChild('busy')
  for (const socket of taken) child.handOver({ type: 'window' }, socket)
  const over = child.post({ type: 'ping' }).then(() => 'over')
  child.kill()
  expect(await orOpen(over)).toBe('over')
  expect(await orOpen(child.post({ type: 'ping' }).then(() => 'over'))).toBe('over')
})
