import { afterEach, expect, test, vi } from 'vitest'
import { connectAssistant, followEvents, mapFailure } from '../../renderer/connection/connect-assistant.ts'
import { closeReason, ConnectionLostError, openBrowserSocket } from '../../renderer/connection/browser-socket.ts'
import { openSession } from '../../renderer/connection/open-connection.ts'
import { memoryLines } from './stand-in/memory-lines.ts'
import type { StandInState } from './stand-in/stand-in-assistant.ts'
import { until, waitFor } from '../patience.ts'
import { NO_ANSWER } from '../../wording/process-end.ts'

const ask = (state: StandInState) => ({ matter: state.matters[0]?.id ?? '', question: 'When was it served?' })

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a call reaches the assistant and its own errors arrive with their code', async () => {
  const { open } = await memoryLines()
  const { client } = connectAssistant(open)
  expect((await client.application.status()).version).toBe('0.1.0')
  await expect(client.home.unlock({ passphrase: 'wrong' })).rejects.toMatchObject({ code: 'WRONG_KEY' })
})

test('an engine that dies in the middle of an answer is a lost connection with its reason, not a stop', async () => {
  const { state, lines, open } = await memoryLines()
  const { client } = connectAssistant(open)
  const seen: string[] = []
  const reading = (async () => {
    for await (const event of await client.answer.ask(ask(state))) {
      seen.push(event.type)
      if (event.type === 'answer-delta') lines[0]?.close('killed by SIGKILL')
    }
  })()
  const failure = await reading.catch((caught: unknown) => caught)
  expect(failure).toBeInstanceOf(ConnectionLostError)
  expect((failure as Error).message).toBe('killed by SIGKILL')
  expect(seen).toContain('evidence')
})

test('while its line closes a call sends nothing, and is a lost connection once it has closed', async () => {
  const sent: unknown[] = []
  class Closing extends EventTarget {
    static readonly OPEN = 1
    readyState = 1
    send = (frame: unknown) => sent.push(frame)
    close = () => {}
  }
  const socket = new Closing()
  vi.stubGlobal(
    'WebSocket',
    Object.assign(
      function Socket() {
        return socket
      },
      { OPEN: Closing.OPEN },
    ),
  )
  const opening = openBrowserSocket('ws://127.0.0.1:1/rpc', 'token', false)
  socket.dispatchEvent(new Event('open'))
  const wire = await opening
  const { client } = connectAssistant(async () => wire)
  const call = client.application.status().catch((failure: unknown) => failure)
  await until(() => sent.length === 1)
  socket.readyState = 2
  wire.send('a frame')
  expect(sent).toHaveLength(1)
  socket.dispatchEvent(Object.assign(new Event('close'), { code: 4001, reason: 'engine lost (killed by SIGKILL)' }))
  expect(await call).toBeInstanceOf(ConnectionLostError)
})

test('a stop by the user is an abort, not a lost connection', async () => {
  const { state, open } = await memoryLines()
  const { client } = connectAssistant(open)
  const abort = new AbortController()
  const reading = (async () => {
    for await (const event of await client.answer.ask(ask(state), { signal: abort.signal }))
      if (event.type === 'answer-delta') abort.abort()
  })()
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})

test('after a break the line is opened again and the next call works', async () => {
  const { lines, open } = await memoryLines()
  const connection = connectAssistant(open)
  await connection.client.application.status()
  const states: string[] = []
  connection.onState(() => states.push(connection.state.state))
  lines[0]?.close('killed by SIGKILL')
  await connection.client.application.status()
  expect(lines).toHaveLength(2)
  expect(states).toEqual(['lost', 'open'])
})

test('an engine that failed for good is not called on again until somebody starts it', async () => {
  const { open } = await memoryLines()
  let hasFailed = true
  const asked: boolean[] = []
  const connection = connectAssistant(async (restart) => {
    asked.push(restart)
    if (restart) hasFailed = false
    if (hasFailed) throw new ConnectionLostError('killed by SIGSEGV', { hasFailed })
    return open()
  })
  await waitFor(() => expect(connection.state).toEqual({ state: 'failed', reason: 'killed by SIGSEGV' }))
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect(asked).toEqual([false])
  connection.restart()
  expect((await connection.client.application.status()).lock).toBe('open')
  expect(asked).toEqual([false, true])
})

test('events are subscribed to again by themselves, and all that is shown is told to be read again', async () => {
  const { state, lines, open } = await memoryLines()
  const { client } = connectAssistant(open)
  const abort = new AbortController()
  const heard: string[] = []
  const following = followEvents(
    client,
    ({ type }) => heard.push(type),
    () => heard.push('restart'),
    abort.signal,
  )
  await waitFor(() => expect(heard).toEqual(['reading']))
  lines[0]?.close('killed by SIGKILL')
  await waitFor(() => expect(heard).toEqual(['reading', 'restart', 'reading']))
  state.events.push({ type: 'matters-changed' })
  await waitFor(() => expect(heard.at(-1)).toBe('matters-changed'))
  abort.abort()
  await following
})

test('what failed is told apart: stopped by the user, lost, or failed by itself', () => {
  const failure = new Error('[AsyncIdQueue] Cannot access queue[6]')
  const reason = new DOMException('stopped', 'AbortError')
  const aborted = AbortSignal.abort(reason)
  const lost = { readyState: 3, closeReason: 'exit code 7', hasFailed: false } as const
  const open = { readyState: 1, closeReason: '', hasFailed: false } as const
  expect(mapFailure(failure, lost, aborted)).toBe(reason)
  expect(mapFailure(failure, lost, undefined)).toMatchObject({
    name: 'ConnectionLostError',
    message: 'exit code 7',
    cause: failure,
  })
  expect(mapFailure(failure, open, undefined)).toBe(failure)
})

test('the host’s reason for closing is read from its words', () => {
  expect(closeReason({ code: 4001, reason: 'The engine stopped (out of memory).' })).toEqual({
    reason: 'out of memory',
    hasFailed: false,
  })
  expect(closeReason({ code: 1013, reason: 'engine restarting (exit code 1)' })).toEqual({
    reason: 'exit code 1',
    hasFailed: false,
  })
  expect(closeReason({ code: 4001, reason: 'engine failed (killed by SIGSEGV)' })).toEqual({
    reason: 'killed by SIGSEGV',
    hasFailed: true,
  })
  expect(closeReason({ code: 1006, reason: '' }).reason).toBe(NO_ANSWER)
})

/** A tab opened at an address with this fragment, with what it asks of the browser and of the host. */
function tabAt(hash: string, { held = new Map<string, string>(), status = 200 } = {}) {
  const told = { addresses: [] as string[], asked: [] as unknown[], reloads: 0 }
  const location = { hash, pathname: '/', reload: () => (told.reloads += 1) }
  const tab = Object.assign(new EventTarget(), {
    location: location as unknown as Location,
    history: {
      state: null,
      replaceState: (_: unknown, __: string, url: string) => told.addresses.push(url),
    } as unknown as History,
    sessionStorage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => held.set(key, value),
    } as unknown as Storage,
    fetch: async (address: RequestInfo | URL, init?: RequestInit) => {
      told.asked.push([address, init?.headers])
      return new Response('the-session', { status })
    },
  })
  /** What the browser does with an address that differs in its fragment only. */
  const goTo = (next: string) => {
    location.hash = next
    tab.dispatchEvent(new Event('hashchange'))
  }
  return { told, goTo, session: openSession(tab) }
}

test('the ticket leaves the address at once, is exchanged once, and its session is there after a reload', async () => {
  const held = new Map<string, string>()
  const { told, session } = tabAt('#t=ab-C_9', { held })
  expect(told.addresses).toEqual(['/'])
  const sessions = [await session(), await session(), await tabAt('', { held }).session()]
  expect(sessions).toEqual(['the-session', 'the-session', 'the-session'])
  expect(told.asked).toEqual([['/session', { 'x-ticket': 'ab-C_9' }]])
})

test('a tab whose address was used before starts again with the new one, though only the fragment differs', async () => {
  const { told, goTo, session } = tabAt('#t=used', { status: 401 })
  await expect(session()).rejects.toThrow('Open the new one')
  goTo('#matters')
  expect(told.reloads).toBe(0)
  goTo('#t=new-1')
  expect(told.reloads).toBe(1)
})
