import { screen, waitFor } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../contract/ledger.ts'
import { describeEntries, findEntries } from '../../../renderer/ledger/describe-entries.ts'
import { Entries } from '../../../renderer/ledger/entries.tsx'
import { EntryDetail } from '../../../renderer/ledger/entry-detail.tsx'
import { namedIds } from '../../../renderer/ledger/kind-words.ts'
import { inventLedger } from '../stand-in/invented-ledger.ts'
import { showPart } from './open-window.tsx'
import { closeWindows, show } from './show.tsx'

const NAMES = {
  questions: new Map([['a-1', 'Was our break notice served in time?']]),
  documents: new Map<string, string>(),
  facts: new Map(),
  matters: new Map<string, string>(),
  packets: new Map(),
  packs: new Map<string, string>(),
  rules: new Map<string, string>(),
  lessons: new Map<string, string>(),
  userName: 'J. Marsh',
}

async function showEntries(entries: readonly LedgerEntry[] = inventLedger(20)) {
  const done: string[] = []
  const described = describeEntries(entries, NAMES)
  const shown = {
    chosen: null,
    isArriving: false,
    isOpened: false,
    timesShown: 0,
    choose: (seq: number) => void done.push(`choose ${seq}`),
    open: (seq: number) => void done.push(`open ${seq}`),
    show: () => {},
    openColumn: () => {},
    close: () => {},
  }
  const part = show(<Entries described={described} shown={shown} />)
  await screen.findByRole('heading', { name: 'Entries' })
  return { ...part, done, described }
}

const numbers = () => screen.getAllByTestId('ledger-entry').map((one) => Number(one.dataset['seq']))

test('the entries stand by day, the newest first, each with its time and its words', async () => {
  const { described } = await showEntries()
  // What is far from what is seen is not drawn.
  const drawn = new Set(numbers())
  expect(numbers()).toEqual(described.map(({ entry }) => entry.seq).filter((seq) => drawn.has(seq)))
  expect(numbers()[0]).toBe(Math.max(...described.map(({ entry }) => entry.seq)))
  const [first] = screen.getAllByTestId('ledger-entry')
  expect(first?.querySelector('time')?.dateTime).toBe(described[0]?.entry.time)
  expect(first?.textContent).toContain(described[0]?.words.title)
})

test('an empty audit log says what will be listed in it', async () => {
  await showEntries([])
  expect(screen.getByText(/^Nothing is recorded yet\./)).not.toBeNull()
})

test('a word leaves the entries that have it, says how many of all they are, and takes nothing away for good', async () => {
  const { user, described } = await showEntries()
  const word = described[0]?.entry.hash.slice(0, 12) ?? ''
  await user.type(screen.getByLabelText('Word, person or hash'), word)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(`1 entry of ${described.length}`))
  expect(numbers()).toEqual([described[0]?.entry.seq])
  await user.clear(screen.getByLabelText('Word, person or hash'))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''))
})

test('what left this computer can be looked at alone', async () => {
  const { user, described } = await showEntries()
  await user.click(screen.getByRole('radio', { name: 'Left this computer' }))
  const left = findEntries(described, 'left', '')
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toBe(`${left.length} entries of ${described.length}`),
  )
  expect(left.length).toBeGreaterThan(0)
  expect(new Set(numbers())).toEqual(new Set(left.map(({ entry }) => entry.seq)))
})

test('an entry is chosen by the focus, opened by Enter, and gone to by the arrows', async () => {
  const { user, done } = await showEntries()
  const [first, second] = screen.getAllByTestId('ledger-entry')
  first?.focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toBe(second))
  await user.keyboard('{Enter}')
  const [top, next] = numbers()
  expect(done).toEqual([`choose ${top}`, `choose ${next}`, `open ${next}`])
})

const LESSON = '1ed78594-716b-4694-989a-29601d2c5fce'
const ENTRY = { seq: 7, time: '2026-06-03T10:00:00Z', previous: '0'.repeat(64), hash: 'ab'.repeat(32) }

/** What is read without a press, and what the press shows. */
async function detailOf(kind: string, data: LedgerEntry['data']) {
  const names = { ...NAMES, lessons: new Map([[LESSON, 'Receipt by an agent']]) }
  const [described] = describeEntries([{ ...ENTRY, kind, data }], names)
  await showPart(<EntryDetail described={described!} names={namedIds(names)} />)
  const detail = await screen.findByTestId('entry-detail')
  const recorded = detail.querySelector('details')
  const pressed = recorded?.textContent ?? ''
  recorded?.remove()
  return { read: `${described?.words.detail} ${detail.textContent}`, pressed }
}

test('an entry says what its ids stand for, and has them as they were recorded behind one press', async () => {
  const correction = {
    correctionId: 'c0ffee00-0000-4000-8000-000000000000',
    card: LESSON,
    from: 'user',
    answerId: 'a-1',
  }
  const { read, pressed } = await detailOf('answer-corrected', correction)
  expect(read).toContain('Was our break notice served in time?')
  expect(read).toContain('Receipt by an agent')
  expect(read).not.toMatch(/[0-9a-f]{8}-|answer-corrected|user/)
  for (const recorded of ['answer-corrected', LESSON, correction.correctionId, 'user'])
    expect(pressed).toContain(recorded)
})

test('a local model is called by its name, and the model of a provider as its provider calls it', async () => {
  expect((await detailOf('model-chosen', { model: 'qwen2.5-coder-0.5b-instruct-q4_k_m' })).read).toContain(
    'ModelQwen2.5 Coder 0.5B',
  )
  closeWindows()
  const saved = { provider: 'House', kind: 'openai', address: 'https://house.example', model: 'large-2' }
  expect((await detailOf('provider-saved', saved)).read).toContain('Modellarge-2')
})
