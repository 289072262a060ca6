import { expect, test } from 'vitest'
import type { AssistantClient } from '../../contract/index.ts'
import type { ModelRow } from '../../contract/model.ts'
import { createAsking } from '../../renderer/ask/create-asking.ts'
import { ConnectionLostError } from '../../renderer/connection/browser-socket.ts'
import { findEntries, paletteEntries } from '../../renderer/frame/palette.tsx'
import { nextItem } from '../../renderer/keys/roving-list.ts'
import { createDownloads } from '../../renderer/models/create-downloads.ts'
import { memoryBar } from '../../renderer/models/model-table.tsx'
import { passphraseProblem } from '../../renderer/parts/new-passphrase.tsx'
import { suggestModels } from '../../renderer/start/welcome.tsx'
import { createEventHub } from '../../renderer/state/event-hub.ts'
import { readPlace } from '../../renderer/state/place.ts'
import { someAnswer, someDocument } from './samples.ts'
import { COMPUTER, inventModels } from './stand-in/invented-models.ts'
import { refused } from './refused.ts'
import { waitFor } from '../patience.ts'

test('a place outlives a reload, and a strange one is not believed', () => {
  const place = {
    name: 'knowledge',
    matter: 'm1',
    answer: 'a1',
    section: 'models',
    libraryTab: 'table',
    summarised: 'd1',
    factsTab: 'deadlines',
    sheet: 'm1/cha2ds2_vasc',
    draftsTab: 'compare',
    draft: 'draft-1',
    earlier: 'd1',
    later: 'd2',
    knowledgeTab: 'packs',
    rule: 'af-demo/af-oac',
    card: 'c7',
    packet: 'p1',
    proposed: 'd1',
    consultation: 'c1',
    ledgerTab: 'program',
    entry: 1207,
  }
  expect(readPlace({ place })).toEqual(place)
  expect(readPlace({ place: { ...place, name: 'elsewhere' } })).toBeNull()
  expect(readPlace({ place: { name: 'settings', section: 'nonsense', matter: 7, factsTab: 'x', rule: 1 } })).toEqual({
    name: 'settings',
    matter: null,
    answer: null,
    section: 'models',
    libraryTab: 'documents',
    summarised: null,
    factsTab: 'sheets',
    sheet: null,
    draftsTab: 'check',
    draft: null,
    earlier: null,
    later: null,
    knowledgeTab: 'cards',
    rule: null,
    card: null,
    packet: null,
    proposed: null,
    consultation: null,
    ledgerTab: 'matter',
    entry: null,
  })
  expect(readPlace(null)).toBeNull()
})

test('who listens late still hears the last word about the reading queue', () => {
  const hub = createEventHub()
  hub.tell({ type: 'process', process: 'language', state: 'restarting', reason: 'exit code 1' })
  hub.tell({ type: 'process', process: 'language', state: 'ready', reason: null })
  const heard: unknown[] = []
  hub.listen((event) => heard.push(event))
  expect(heard).toEqual([{ type: 'process', process: 'language', state: 'ready', reason: null }])
})

test('go to finds places, matters and documents by pieces of their names', () => {
  const matter = {
    matter: 'Hollis v Marlowe',
    id: 'm1',
    documents: 1,
    bytes: 1,
    createdAt: '',
    archived: false,
    sample: false,
    subtitle: '',
  }
  const entries = paletteEntries(matter, [matter], [someDocument()], [])
  expect(findEntries(entries, 'lea').map(({ word }) => word)).toEqual(['Lease.pdf', 'Compare “Lease.pdf” with…'])
  expect(findEntries(entries, 'marl HOLL').map(({ kind }) => kind)).toEqual(['matter'])
  expect(paletteEntries(null, [], [], []).map(({ word }) => word)).toEqual([
    'Lessons',
    'Quality',
    'Audit log',
    'Settings',
    'All matters',
    'New matter…',
  ])
})

test('the memory bar never leaves its frame, and the models that fit come first, the largest of them on top', () => {
  const bars = inventModels().map(({ fit }) => memoryBar(COMPUTER, fit))
  expect(bars.every(({ used, needed }) => used + needed <= 1)).toBe(true)
  expect(bars.filter(({ isTooMuch }) => isTooMuch)).toHaveLength(1)
  expect(bars[0]?.words).toBe('needs 3.4 GB, 10.8 GB free')
  expect(suggestModels(inventModels()).map(({ id }) => id)).toEqual(['phi-4-mini', 'qwen3-4b'])
})

test('a model for tests is suggested only where no other one fits, and one for daily work comes first', () => {
  const [large, small, other] = inventModels().filter(({ kind }) => kind === 'language')
  if (!large || !small || !other) throw new Error('no models')
  const forTests = { ...large, id: 'for-tests', purpose: 'tests' as const }
  const toTry = { ...other, id: 'to-try', purpose: 'try' as const }
  const daily = { ...small, purpose: 'daily' as const }
  const ids = (models: readonly ModelRow[]) => suggestModels(models).map(({ id }) => id)
  expect(ids([forTests, toTry, daily])).toEqual([daily.id, 'to-try'])
  expect(ids([forTests])).toEqual(['for-tests'])
})

test('two passphrases must be long enough and the same', () => {
  expect(passphraseProblem('short', 'short')).toBe('The passphrase has 5 of at least 8 characters.')
  expect(passphraseProblem('long enough', 'long enougH')).toBe('The two are not the same yet.')
  expect(passphraseProblem('long enough', 'long enough')).toBeNull()
})

/** Answers questions when it is told to; `breaks` are those that break off before they have a name. */
function answering(breaks: readonly string[] = []) {
  const asked: (readonly [string, string | null])[] = []
  const ends: (() => void)[] = []
  const client = {
    answer: {
      async ask({ question, follows }: { question: string; follows: string | null }) {
        const answerId = `a${asked.push([question, follows])}`
        const { promise, resolve } = Promise.withResolvers<void>()
        ends.push(resolve)
        return (async function* () {
          if (breaks.includes(question)) {
            await promise
            throw new ConnectionLostError('killed by SIGKILL')
          }
          yield { type: 'answer-start', answerId }
          await promise
          yield { type: 'answer-end', ...someAnswer({ answerId }) }
        })()
      },
    },
  } as unknown as AssistantClient
  const asking = createAsking(client)
  const ask = (question: string, follows: string | null = null) =>
    asking.ask({ matter: 'm', question, follows, documents: [], asOf: null, how: { strategy: null, list: '' } })
  const end = async (count: number) => {
    await waitFor(() => expect(asked).toHaveLength(count))
    ends[count - 1]?.()
  }
  return { asked, asking, ask, end }
}

test('questions asked while an answer is written wait in their order, and each follows what it was asked under', async () => {
  const { asked, asking, ask, end } = answering()
  const first = ask('first')
  const followUp = ask('follow-up', first)
  ask('another')
  ask('further', followUp)
  expect(asking.pending('m').waiting.map(({ question }) => question)).toEqual(['follow-up', 'another', 'further'])
  for (const count of [1, 2, 3, 4]) await end(count)
  await waitFor(() => expect(asking.pending('m').lives.at(-1)?.finished).toBeTruthy())
  expect(asked).toEqual([
    ['first', null],
    ['follow-up', 'a1'],
    ['another', null],
    ['further', 'a2'],
  ])
  expect(asking.nameOf(first)).toBe('a1')
  expect(asking.keyOf('a1')).toBe(first)
})

test('a question that breaks off stays in sight with its reason, and the next one is asked all the same', async () => {
  const { asked, asking, ask, end } = answering(['first'])
  const first = ask('first')
  ask('second', first)
  await end(1)
  await end(2)
  expect(asked[1]).toEqual(['second', null])
  expect(asking.pending('m').lives[0]).toMatchObject({ key: first, failure: { code: 'CONNECTION_LOST' } })
})

test('a waiting question is taken back, and a deleted answer is forgotten with what waited to follow it', async () => {
  const { asking, ask, end } = answering()
  ask('first')
  const second = ask('second')
  ask('third', second)
  asking.forgetWaiting('m', second)
  expect(asking.pending('m').waiting).toMatchObject([{ question: 'third', follows: null }])
  await end(1)
  await end(2)
  await waitFor(() => expect(asking.pending('m').lives.at(-1)?.finished).toBeTruthy())
  asking.forgetAnswer('m', 'a2')
  asking.forgetAnswer('m', 'a1')
  expect(asking.pending('m').lives).toEqual([])
})

test('a download with the network off asks for this one fetch and changes no setting', async () => {
  const asked: unknown[] = []
  const client = {
    model: {
      get: async (input: unknown, { signal }: { signal: AbortSignal }) => {
        asked.push(input)
        return (async function* () {
          yield {
            type: 'model-start',
            id: 'small',
            way: 'address',
            address: 'https://models.example/',
            bytes: 100,
            resumedAt: 40,
          }
          await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        })()
      },
    },
  } as unknown as AssistantClient
  const downloads = createDownloads(client)
  downloads.get('small', true)
  await waitFor(() => expect(downloads.list).toMatchObject([{ state: 'running', resumedAt: 40 }]))
  expect(asked).toEqual([{ id: 'small', networkForThis: true }])
  downloads.pause('small')
  await waitFor(() => expect(downloads.list).toMatchObject([{ state: 'paused', doneBytes: 40 }]))
})

test('a download that cannot begin stays in sight with its reason', async () => {
  const offline = refused('OFFLINE', 'The network is switched off.')
  const client = { model: { get: () => Promise.reject(offline) } } as unknown as AssistantClient
  const downloads = createDownloads(client)
  downloads.get('small', false)
  await waitFor(() => expect(downloads.list).toMatchObject([{ state: 'failed', failure: { code: 'OFFLINE' } }]))
})

test('the arrows, Home and End stay within a list and lead nowhere from outside it', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => nextItem(key, 1, 3))).toEqual([2, 0, 0, 2])
  expect([nextItem('ArrowDown', 2, 3), nextItem('ArrowUp', 0, 3)]).toEqual([2, 0])
  expect([nextItem('ArrowDown', -1, 3), nextItem('x', 1, 3)]).toEqual([null, null])
})
