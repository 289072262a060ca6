import { afterEach, expect, test, vi } from 'vitest'
import { createEnginePorts } from '../../renderer/connection/open-connection.ts'
import { waitFor } from '../patience.ts'

/** A page as the preload sees it: messages that it posts to itself, with itself as their source. */
function fakePage() {
  const page = new EventTarget() as EventTarget & { origin: string; asked: unknown[]; postMessage(data: unknown): void }
  page.origin = 'app://ui'
  page.asked = []
  page.postMessage = (data) => page.asked.push(data)
  const post = (data: unknown, ports: MessagePort[] = [], source: unknown = page) =>
    page.dispatchEvent(event(data, ports, source))
  return { page: page as unknown as Window & { asked: unknown[] }, post }
}

/** Node's MessageEvent takes no foreign object as source. */
function event(data: unknown, ports: MessagePort[], source: unknown): Event {
  return Object.defineProperties(new Event('message'), {
    data: { value: data },
    ports: { value: ports },
    source: { value: source },
  })
}

const open: MessagePort[] = []
function channel(): MessageChannel {
  const made = new MessageChannel()
  open.push(made.port1, made.port2)
  return made
}
afterEach(() => {
  for (const port of open.splice(0)) port.close()
})

test('a port that was handed over before anybody asked is used', async () => {
  const { page, post } = fakePage()
  using ports = createEnginePorts(page)
  const { port1, port2 } = channel()
  post('engine-port', [port1])
  const wire = await ports.open(false)
  const heard = vi.fn<(data: unknown) => void>()
  wire.addEventListener('message', (message) => heard((message as MessageEvent).data))
  port2.postMessage('hello')
  await waitFor(() => expect(heard).toHaveBeenCalledWith('hello'))
  expect(page.asked).toEqual([])
})

test('without a port one is asked for, and a message that another window posted is not believed', async () => {
  const { page, post } = fakePage()
  using ports = createEnginePorts(page)
  const opening = ports.open(false)
  expect(page.asked).toEqual(['want-engine-port'])
  post('engine-port', [channel().port1], {})
  post('engine-port', [channel().port1])
  expect((await opening).readyState).toBe(1)
})

test('a dead engine closes the line with its reason, for a port says nothing by itself', async () => {
  const { page, post } = fakePage()
  using ports = createEnginePorts(page)
  post('engine-port', [channel().port1])
  const wire = await ports.open(false)
  post({ type: 'engine-gone', reason: 'oom', failed: true })
  expect(wire).toMatchObject({ readyState: 3, closeReason: 'oom', hasFailed: true })
  void ports.open(true).catch(() => {})
  expect(page.asked).toEqual(['restart-engine'])
})
