import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { connectAssistant, followEvents } from '../../renderer/connection/connect-assistant.ts'
import { createEventHub, type HubEvent } from '../../renderer/state/event-hub.ts'
import { createQueryCache } from '../../renderer/state/query-cache.ts'
import { memoryLines } from './stand-in/memory-lines.ts'
import { waitFor } from '../patience.ts'

const followed: AbortController[] = []
afterEach(() => {
  for (const following of followed.splice(0)) following.abort()
})

/** A window on the stand-in: its cache, and what looks at it as a component does. */
async function openWindow() {
  const { state, lines, open, calls, holdAnswers } = await memoryLines()
  const { client } = connectAssistant(open)
  const events = createEventHub()
  const cache = createQueryCache(client, events)
  const abort = new AbortController()
  followed.push(abort)
  void followEvents(client, events.tell, () => events.tell({ type: 'all-changed' }), abort.signal)
  await waitFor(() => expect(calls).toEqual(['application/events']))
  const { queries, procedures } = cache
  const matter = state.matters[0]?.id ?? ''
  const timesRead = (path: string) => calls.filter((call) => call === path).length
  /** Looks at the documents of a matter until `leave` is called; `seen` are the names of each time that something changed. */
  const lookAtDocuments = (of = matter) => {
    const observer = new QueryObserver(queries, procedures.library.documents.queryOptions({ input: { matter: of } }))
    const seen: (readonly string[] | undefined)[] = []
    const see = () => seen.push(observer.getCurrentResult().data?.map(({ document }) => document))
    const leave = observer.subscribe(see)
    see()
    return { seen, leave, error: () => observer.getCurrentResult().error }
  }
  const rename = (document: string) => {
    Object.assign(state.documents[0]?.detail ?? {}, { document })
    state.events.push({ type: 'documents-changed', matter })
  }
  return { state, lines, calls, events, holdAnswers, queries, procedures, matter, timesRead, lookAtDocuments, rename }
}

const DOCUMENTS = 'library/documents'

test('two parts of the window that read the same thing make one call', async () => {
  const { timesRead, lookAtDocuments } = await openWindow()
  const first = lookAtDocuments()
  const second = lookAtDocuments()
  await waitFor(() => expect(second.seen.at(-1)).toBeDefined())
  expect(first.seen.at(-1)).toEqual(second.seen.at(-1))
  expect(timesRead(DOCUMENTS)).toBe(1)
})

test('what was read a moment ago shows at once and is read again', async () => {
  const { timesRead, lookAtDocuments } = await openWindow()
  const before = lookAtDocuments()
  await waitFor(() => expect(before.seen.at(-1)).toBeDefined())
  before.leave()
  expect(lookAtDocuments().seen[0]).toEqual(before.seen.at(-1))
  await waitFor(() => expect(timesRead(DOCUMENTS)).toBe(2))
})

test('an event reads again what it concerns, keeps the value meanwhile, and leaves all else', async () => {
  const { timesRead, lookAtDocuments, rename, state } = await openWindow()
  const { seen } = lookAtDocuments()
  const other = lookAtDocuments(state.matters[1]?.id)
  await waitFor(() => expect([seen.at(-1), other.seen.at(-1)]).not.toContain(undefined))
  const from = seen.length
  rename('Renamed.pdf')
  await waitFor(() => expect(seen.at(-1)).toContain('Renamed.pdf'))
  expect(seen.slice(from)).not.toContain(undefined)
  expect(timesRead(DOCUMENTS)).toBe(3)
})

test('what changes while it is first being read is read once more', async () => {
  const { calls, holdAnswers, lookAtDocuments, rename } = await openWindow()
  const letGo = holdAnswers(DOCUMENTS)
  const { seen } = lookAtDocuments()
  await waitFor(() => expect(calls).toContain(DOCUMENTS))
  rename('Renamed.pdf')
  await waitFor(() => expect(calls.filter((call) => call === DOCUMENTS)).toHaveLength(2))
  letGo()
  await waitFor(() => expect(seen.at(-1)).toContain('Renamed.pdf'))
})

test('what nobody looks at and an event makes old does not show again', async () => {
  const { lookAtDocuments, rename, queries } = await openWindow()
  const before = lookAtDocuments()
  await waitFor(() => expect(before.seen.at(-1)).toBeDefined())
  before.leave()
  rename('Renamed.pdf')
  await waitFor(() => expect(queries.getQueryCache().getAll()).toEqual([]))
  expect(lookAtDocuments().seen[0]).toBeUndefined()
})

test('while the line is down nothing is asked, what shows stays, and all is read again when it comes back', async () => {
  const { lines, calls, lookAtDocuments, rename } = await openWindow()
  const { seen, error } = lookAtDocuments()
  await waitFor(() => expect(seen.at(-1)).toBeDefined())
  const shown = seen.at(-1)
  const asked = calls.length
  lines[0]?.close('killed by SIGKILL')
  rename('Renamed.pdf')
  const later = lookAtDocuments('another')
  expect([seen.at(-1), error(), later.error(), calls.length]).toEqual([shown, null, null, asked])
  await waitFor(() => expect(seen.at(-1)).toContain('Renamed.pdf'))
  expect(calls.slice(asked)).toContain('application/events')
})

test('a failure is shown and not tried again unseen', async () => {
  const { procedures, queries, timesRead } = await openWindow()
  const input = { matter: 'nothing', document: 'nothing' }
  const observer = new QueryObserver(queries, procedures.library.document.queryOptions({ input }))
  observer.subscribe(() => {})
  await waitFor(() => expect(observer.getCurrentResult().error).toMatchObject({ code: 'NOT_FOUND' }))
  expect(timesRead('library/document')).toBe(1)
})

test('what nobody needs any more is not read to its end', async () => {
  const { calls, holdAnswers, lookAtDocuments, queries } = await openWindow()
  const letGo = holdAnswers(DOCUMENTS)
  const { leave } = lookAtDocuments()
  await waitFor(() => expect(calls).toContain(DOCUMENTS))
  leave()
  expect(queries.isFetching()).toBe(0)
  letGo()
})

test('nothing that was read in the open home outlives its lock', async () => {
  const { state, queries, procedures, lookAtDocuments } = await openWindow()
  const status = new QueryObserver(queries, procedures.application.status.queryOptions())
  status.subscribe(() => {})
  const { seen, leave } = lookAtDocuments()
  await waitFor(() => expect([seen.at(-1), status.getCurrentResult().data]).not.toContain(undefined))
  leave()
  state.lock = 'locked'
  state.events.push({ type: 'status-changed' })
  await waitFor(() => expect(status.getCurrentResult().data?.lock).toBe('locked'))
  const kept = queries.getQueryCache().getAll()
  expect(kept.map(({ queryKey }) => queryKey)).toEqual([procedures.application.status.queryKey()])
})

test('nothing of a matter outlives its removal', async () => {
  const { state, queries, procedures, matter, lookAtDocuments } = await openWindow()
  const matters = new QueryObserver(queries, procedures.matter.list.queryOptions())
  matters.subscribe(() => {})
  const other = state.matters[1]?.id ?? ''
  const both = [lookAtDocuments(), lookAtDocuments(other)]
  await waitFor(() => expect(both.map(({ seen }) => seen.at(-1))).not.toContain(undefined))
  for (const { leave } of both) leave()
  state.matters.shift()
  state.events.push({ type: 'matters-changed' })
  const keptOf = (of: string) => queries.getQueryData(procedures.library.documents.queryKey({ input: { matter: of } }))
  await waitFor(() => expect(keptOf(matter)).toBeUndefined())
  expect(keptOf(other)).toBeDefined()
})

test('a ledger is read on after what may stand in it, and after nothing else', async () => {
  const { queries, procedures, events } = await openWindow()
  const ledgers = ['m1', 'm2', null]
  /** The ledgers that an event leaves as they are. */
  const leaves = (event: HubEvent) => {
    const keys = ledgers.map((matter) => procedures.ledger.list.queryKey({ input: { matter } }))
    for (const key of keys) queries.setQueryData(key, [])
    events.tell(event)
    return ledgers.filter((_, at) => queries.getQueryData(keys[at] ?? []))
  }
  const ofMatter = ['documents-changed', 'answers-changed', 'facts-changed', 'opinions-changed'] as const
  for (const type of ofMatter) expect(leaves({ type, matter: 'm1' })).toEqual(['m2', null])
  for (const type of ['proposing-changed', 'watch-changed'] as const)
    expect(leaves({ type, matter: 'm1' })).toEqual(ledgers)
  const ofProgram = [
    'status-changed',
    'settings-changed',
    'models-changed',
    'packs-changed',
    'providers-changed',
  ] as const
  for (const type of ofProgram) expect(leaves({ type })).toEqual(['m1', 'm2'])
  expect(leaves({ type: 'packets-changed', matter: 'm1' })).toEqual(['m2'])
  for (const type of ['references-changed', 'matters-changed', 'all-changed'] as const)
    expect(leaves({ type })).toEqual([])
})

test('a run that goes on reads its runs again, and not the agreement of all opinions', async () => {
  const { events, queries, procedures, timesRead } = await openWindow()
  const { agreement, runs } = procedures.evaluation
  const looked = [
    new QueryObserver(queries, agreement.queryOptions({ input: { matter: null } })),
    new QueryObserver(queries, runs.queryOptions({ input: { matter: null } })),
  ]
  for (const one of looked) one.subscribe(() => {})
  await waitFor(() => expect(looked.map((one) => one.getCurrentResult().status)).not.toContain('pending'))
  events.tell({ type: 'evaluations-changed', matter: null })
  await waitFor(() => expect(timesRead('evaluation/runs')).toBe(2))
  expect(timesRead('evaluation/agreement')).toBe(1)
})

const RENDERER = fileURLToPath(new URL('../../renderer', import.meta.url))
/** What no event makes old: it is of one text, comes with the program, or is read whenever its page is opened. */
const READ_WHEN_OPENED = [
  'library.boxes',
  'library.libreOffice',
  'library.readingOptions',
  'library.text',
  'library.words',
  'matter.damaged',
  'matter.samples',
  'reference.text',
  'routing.topics',
  'survey.columns',
]

test('of each thing that the window reads it is said by which event it is made old, or that it is by none', () => {
  const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('.types'))
    .map((file) => readFileSync(join(RENDERER, file), 'utf8'))
  const read = new Set(
    sources.flatMap((text) => [...text.matchAll(/\(of\) => of\.(\w+\.\w+)/g)].map(([, name = '']) => name)),
  )
  expect(read.size).toBeGreaterThan(40)
  const source = sources.find((text) => text.includes('touchedBy(')) ?? ''
  const tables = [...source.matchAll(/function touchedBy\w*\([\s\S]*?return [{[]([\s\S]*?)\n\}/g)].map(
    ([, table]) => table,
  )
  const isTouched = (name: string) => {
    const [folder = ''] = name.split('.')
    return new RegExp(`\\b${name}\\b|[\\[,]\\s*${folder}\\s*[,\\]]`).test(tables.join('\n'))
  }
  expect([...read].filter((name) => !isTouched(name)).toSorted()).toEqual(READ_WHEN_OPENED)
})
