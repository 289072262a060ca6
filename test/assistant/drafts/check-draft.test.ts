import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CheckEvent, Finding } from '../../../contract/drafts/draft-check.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Roe v Doe'
const LETTER = [
  'Ms Roe was hired by the owner of Thornbury House on 3 May 2021 at £1,200 a month.',
  'She left the house on 9 March 2023. The owner shall not disclose her records to any third party.',
].join('\n\n')
const DRAFT = [
  '1. Ms Roe was hired by the owner of Thornbury House on 4 May 2021 at £1,200 a month.',
  '2. She left the house on 9 March 2023.',
  '3. In our submission this is plain. The notice was sent on Monday 9 March 2023.',
  '4. See Penhallow v Tregarth Estates [2011] EWCA Civ 3107, and paragraph 12 above.',
].join('\n\n')

let whole: WholeAssistant

beforeEach(async () => {
  whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  await add(await whole.write('letter.txt', LETTER))
})
afterEach(() => whole[Symbol.asyncDispose]())

async function add(path: string): Promise<void> {
  for await (const _event of await whole.client.library.addPaths({ matter: MATTER, paths: [path] }));
}

const take = (text: string | Uint8Array<ArrayBuffer>, name = 'brief.txt') =>
  whole.client.draft.add({ matter: MATTER, name, file: new File([text], name) })

async function eventsOf(draft: string, until = Infinity): Promise<CheckEvent[]> {
  const events: CheckEvent[] = []
  const stop = new AbortController()
  for await (const event of await whole.client.draft.check({ matter: MATTER, draft }, { signal: stop.signal })) {
    events.push(event)
    if (events.filter(({ type }) => type === 'finding').length >= until) stop.abort()
  }
  return events
}

const findingsIn = (events: readonly CheckEvent[]): Finding[] =>
  events.flatMap((event) => (event.type === 'finding' ? [event] : []))
const checkedAnew = (events: readonly CheckEvent[]) => events.filter(({ type }) => type === 'check-progress').length

describe('the check of a draft', () => {
  test('reads nothing that is longer than any sentence, and says so', async () => {
    const { draftId } = await take(`She left the house on 9 March 2023.\n\n${'level 7, '.repeat(20_000)}`)
    const findings = findingsIn(await eventsOf(draftId))
    expect(findings.map(({ verdict, said }) => [verdict, said])).toMatchObject([
      ['verbatim', null],
      ['not-checkable', { key: 'draftCheck.said.tooLong' }],
    ])
  })

  test('gives each sentence one verdict in order of place, and what its own checks find, with the words that are wrong', async () => {
    const { draftId } = await take(DRAFT)
    const events = await eventsOf(draftId)
    const findings = findingsIn(events)
    expect(findings.map(({ kind, verdict, paragraph }) => [paragraph, kind, verdict])).toEqual([
      ['1', 'sentence', 'contradicted'],
      ['2', 'sentence', 'verbatim'],
      ['3', 'sentence', 'not-checkable'],
      ['3', 'sentence', 'not-checkable'],
      ['3', 'weekday', 'contradicted'],
      ['4', 'sentence', 'not-checkable'],
      ['4', 'authority', 'nowhere'],
      ['4', 'cross-reference', 'contradicted'],
    ])
    for (const { start, end, text, words } of findings) {
      expect(DRAFT.slice(start, end)).toBe(text)
      for (const one of words) expect(one.start >= start && one.end <= end).toBe(true)
    }
    const [first] = findings
    expect(first).toMatchObject({
      said: { values: { written: '4 May 2021', stands: '3 May 2021' } },
      instead: 'Ms Roe was hired by the owner of Thornbury House on 3 May 2021 at £1,200 a month.',
      citations: [{ document: 'letter.txt', start: 0 }],
    })
    expect(events.at(-1)).toMatchObject({
      type: 'check-end',
      sentences: 5,
      confirmed: 1,
      contradicted: 3,
      nowhere: 0,
      notCheckable: 1,
      stopped: false,
    })
  })

  test('leaves nothing to compare where a check of its own has found what is wrong', async () => {
    const { draftId } = await take(
      '“Ms Roe was hired by the owner of Thornbury House on 4 May 2021 at £1,200 a month.”',
    )
    const findings = findingsIn(await eventsOf(draftId))
    expect(findings.map(({ kind, verdict, said, citations }) => [kind, verdict, said?.key, citations.length])).toEqual([
      ['sentence', 'not-checkable', 'draftCheck.said.findingBeside', 0],
      ['quotation', 'contradicted', 'draftCheck.said.quoteDiffers', 1],
    ])
  })

  test('twice gives the same, the second time from what was kept', async () => {
    const { draftId } = await take(DRAFT)
    const first = await eventsOf(draftId)
    const second = await eventsOf(draftId)
    expect(findingsIn(second)).toEqual(findingsIn(first))
    expect([checkedAnew(first), checkedAnew(second)]).toEqual([5, 0])
  })

  test('that is stopped keeps what it has and goes on, also after a restart', async () => {
    const { draftId } = await take(DRAFT)
    expect((await eventsOf(draftId, 2)).at(-1)).toMatchObject({ type: 'check-end', stopped: true })
    expect((await whole.client.draft.list({ matter: MATTER }))[0]).toMatchObject({ checkedAt: null, result: null })
    await whole.restart()
    await whole.client.home.unlock({ passphrase: '' }).catch(() => {})
    const events = await eventsOf(draftId)
    expect([checkedAnew(events) < 5, findingsIn(events).length]).toEqual([true, 8])
    expect((await whole.client.draft.list({ matter: MATTER }))[0]?.result).toMatchObject({ sentences: 5, documents: 1 })
  })

  test('of a new version looks up only what changed, and keeps what was decided on the rest', async () => {
    const { draftId } = await take(DRAFT)
    const [first] = findingsIn(await eventsOf(draftId))
    const decision = { state: 'dismissed', note: 'The owner told us so.' } as const
    await whole.client.draft.decide({ matter: MATTER, draft: draftId, findingId: first?.findingId ?? '', decision })
    await take(`Preface.\n\n${DRAFT.replace('plain', 'clear')}`)
    const events = await eventsOf(draftId)
    expect(checkedAnew(events)).toBe(2)
    expect(
      findingsIn(events).find(({ kind, verdict }) => kind === 'sentence' && verdict === 'contradicted'),
    ).toMatchObject({
      decision,
    })
  })

  test('looks everything up anew when the library has changed', async () => {
    const { draftId } = await take(DRAFT)
    await eventsOf(draftId)
    await add(
      await whole.write(
        'answer.txt',
        'Ms Roe was hired by the owner of Thornbury House on 4 May 2021 at £1,200 a month.',
      ),
    )
    const events = await eventsOf(draftId)
    expect([checkedAnew(events), findingsIn(events)[0]?.verdict]).toEqual([5, 'verbatim'])
  })

  test('reads statutes and cases in whole documents before it calls one missing', async () => {
    await add(
      await whole.write(
        'authorities.txt',
        `${'Nothing here. '.repeat(400)}\n\nPenhallow v Tregarth Estates [2011] EWCA Civ 3107`,
      ),
    )
    const { draftId } = await take(DRAFT)
    const found = findingsIn(await eventsOf(draftId)).find(({ kind }) => kind === 'authority')
    expect(found).toMatchObject({ verdict: 'verbatim', citations: [{ document: 'authorities.txt' }] })
  })
})

describe('the check of a draft in a matter that changes', () => {
  test('calls nothing missing while a document is not read, and says which', async () => {
    await add(await whole.write('photo.pdf', '%PDF-1.7 nothing more'))
    const { store } = await whole.assistant.matters.open(MATTER)
    const unread = store.documents.list(null).filter(({ textVersionId }) => textVersionId === null)
    const { draftId } = await take(DRAFT)
    const events = await eventsOf(draftId)
    expect(unread.map(({ document }) => document)).toEqual(['photo.pdf'])
    expect(findingsIn(events).filter(({ verdict }) => verdict === 'nowhere')).toEqual([])
    expect(events.at(-1)).toMatchObject({ type: 'check-end', unread: ['photo.pdf'], pagesWithoutText: 0 })
  })

  test('ends when a document is removed, and keeps nothing that quotes it', async () => {
    const { draftId } = await take(DRAFT)
    const { store } = await whole.assistant.matters.open(MATTER)
    const events: CheckEvent[] = []
    for await (const event of await whole.client.draft.check({ matter: MATTER, draft: draftId })) {
      events.push(event)
      if (events.filter(({ type }) => type === 'check-progress').length === 2 && event.type === 'check-progress')
        await store.removal.remove(store.documents.list(null)[0]?.documentId ?? '')
    }
    expect(events.at(-1)).toMatchObject({ type: 'check-end', stopped: true })
    const kept = store.database.prepare<{ json: string }>('SELECT json FROM draft_pieces').all()
    expect(kept.filter(({ json }) => json.includes('Thornbury'))).toEqual([])
  })

  test('ends when a new version comes, which gets no result of the old one', async () => {
    const { draftId } = await take(DRAFT)
    const events: CheckEvent[] = []
    for await (const event of await whole.client.draft.check({ matter: MATTER, draft: draftId })) {
      events.push(event)
      if (events.length === 3) await take('Ms Roe left the house.')
    }
    expect(events.at(-1)).toMatchObject({ type: 'check-end', stopped: true })
    expect((await whole.client.draft.list({ matter: MATTER }))[0]).toMatchObject({ checkedAt: null, result: null })
  })

  test('lets a finding be decided after the library has changed', async () => {
    const { draftId } = await take(DRAFT)
    const [finding] = findingsIn(await eventsOf(draftId))
    await add(await whole.write('more.txt', 'The gate was painted green.'))
    const input = { matter: MATTER, draft: draftId, findingId: finding?.findingId ?? '' }
    const decided = await whole.client.draft.decide({ ...input, decision: { state: 'accepted', note: '' } })
    expect(decided.decision).toMatchObject({ state: 'accepted' })
    expect(findingsIn(await eventsOf(draftId))[0]?.decision).toEqual(decided.decision)
  })
})

describe('a draft', () => {
  test('is no document: it is not counted, found or cited', async () => {
    await take(`Zebra crossings are described here and nowhere else. ${DRAFT}`)
    expect((await whole.client.library.documents({ matter: MATTER })).length).toBe(1)
    const { hits } = await whole.client.library.search({ matter: MATTER, question: 'zebra crossings' })
    expect(hits.every(({ document }) => document === 'letter.txt')).toBe(true)
    expect((await whole.client.matter.list())[0]?.documents).toBe(1)
  })

  test('is shown page by page, and gone when it is removed', async () => {
    const { draftId } = await take(DRAFT)
    expect(await whole.client.draft.pages({ matter: MATTER, draft: draftId })).toMatchObject([
      { page: null, start: 0, text: DRAFT },
    ])
    await whole.client.draft.remove({ matter: MATTER, draft: draftId })
    expect(await whole.client.draft.list({ matter: MATTER })).toEqual([])
    expect(await codeOf(() => whole.client.draft.pages({ matter: MATTER, draft: draftId }))).toBe('NOT_FOUND')
  })

  test.each([
    ['empty.txt', ''],
    ['blank.txt', ' \n '],
    ['damaged.pdf', '%PDF-1.7 nothing more'],
    ['damaged.docx', 'PK\u0003\u0004 nothing more'],
  ])('that cannot be read is refused with the reason, and nothing is kept: %s', async (name, text) => {
    expect(await codeOf(() => take(text, name))).toBe('WRONG_USE')
    expect(await whole.client.draft.list({ matter: MATTER })).toEqual([])
  })

  test('in a language that is not checked is said to be so, and accused of nothing', async () => {
    const { draftId } = await take('Арендатор покинул помещение девятого марта. Ключи были переданы владельцу дома.')
    const events = await eventsOf(draftId)
    expect(findingsIn(events).map(({ verdict, said }) => [verdict, said?.key])).toEqual([
      ['not-checkable', 'draftCheck.said.language'],
      ['not-checkable', 'draftCheck.said.language'],
    ])
  })

  test('that was damaged in the store is left out of its list alone, and can be checked again', async () => {
    const { draftId } = await take(DRAFT)
    await take('Ms Roe left.', 'other.txt')
    await eventsOf(draftId)
    const { store } = await whole.assistant.matters.open(MATTER)
    store.database.prepare("UPDATE drafts SET result = '{broken' WHERE id = ?").run(draftId)
    expect(await whole.client.matter.damaged({ matter: MATTER, kinds: ['draft'] })).toMatchObject([
      { kind: 'draft', id: 'brief.txt' },
    ])
    expect((await whole.client.draft.list({ matter: MATTER })).map(({ name, result }) => [name, result])).toEqual([
      ['brief.txt', null],
      ['other.txt', null],
    ])
    await eventsOf(draftId)
    expect(await whole.client.matter.damaged({ matter: MATTER, kinds: ['draft'] })).toEqual([])
  })
})

test('whose pages are damaged in the store is refused, and not said to be without faults', async () => {
  const { draftId } = await take(DRAFT)
  const { store } = await whole.assistant.matters.open(MATTER)
  store.database.prepare("UPDATE drafts SET pages = '[{broken' WHERE id = ?").run(draftId)
  expect(await codeOf(() => eventsOf(draftId))).toBe('NOT_FOUND')
  expect(await whole.client.matter.damaged({ matter: MATTER, kinds: ['draft'] })).toMatchObject([{ id: 'brief.txt' }])
  await take(DRAFT)
  expect(findingsIn(await eventsOf(draftId)).length).toBe(8)
})

describe('what is decided and reported', () => {
  test('a decision is kept with who made it, and can be taken back', async () => {
    const { draftId } = await take(DRAFT)
    const [finding] = findingsIn(await eventsOf(draftId))
    const input = { matter: MATTER, draft: draftId, findingId: finding?.findingId ?? '' }
    const decided = await whole.client.draft.decide({ ...input, decision: { state: 'accepted', note: '' } })
    expect(decided.decision).toMatchObject({ state: 'accepted', by: 'the user' })
    expect(findingsIn(await eventsOf(draftId))[0]?.decision).toEqual(decided.decision)
    expect((await whole.client.draft.decide({ ...input, decision: null })).decision).toBeNull()
    expect(await codeOf(() => whole.client.draft.decide({ ...input, findingId: 'none', decision: null }))).toBe(
      'NOT_FOUND',
    )
  })

  test('the report is refused before the end of the check, then says all, and is in the audit log', async () => {
    const { draftId } = await take(DRAFT)
    const report = () => whole.client.draft.report({ matter: MATTER, draft: draftId, format: 'docx' })
    expect(await codeOf(report)).toBe('WRONG_USE')
    await eventsOf(draftId)
    const { file } = await report()
    expect(file.name).toBe('Verification report brief txt.docx')
    const { draftId: again } = await take(new Uint8Array(await file.arrayBuffer()), 'report.docx')
    const text = (await whole.client.draft.pages({ matter: MATTER, draft: again })).map((page) => page.text).join('\n')
    const { sha256 } = (await whole.client.library.documents({ matter: MATTER }))[0] ?? {}
    for (const words of [
      '5 sentences: 1 confirmed, 3 contradicted',
      'letter.txt',
      `SHA-256 ${sha256}`,
      'says “3 May 2021”',
      '9 March 2023 is a Thursday',
      'Not confirmed',
    ])
      expect(text).toContain(words)
    const entries = await whole.client.ledger.list({ matter: MATTER })
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['draft-checked', 'draft-exported']))
  })

  test('the report gives the words of the page that a sentence is to be compared with', async () => {
    const { draftId } = await take('Ms Roe has always been paid by the owner of Thornbury House.')
    expect(findingsIn(await eventsOf(draftId)).map(({ verdict, citations }) => [verdict, citations.length])).toEqual([
      ['not-checkable', 1],
    ])
    const { file } = await whole.client.draft.report({ matter: MATTER, draft: draftId, format: 'docx' })
    const { draftId: again } = await take(new Uint8Array(await file.arrayBuffer()), 'report.docx')
    const text = (await whole.client.draft.pages({ matter: MATTER, draft: again })).map((page) => page.text).join('\n')
    expect(text).toContain('The page: “Ms Roe was hired by the owner of Thornbury House')
  })

  test('the sample skeleton argument is told its planted errors and no others', async () => {
    await whole.client.matter.create({ name: 'Hollis' })
    const samples = new URL('../../../samples/tenancy-dispute', import.meta.url).pathname
    for await (const _event of await whole.client.library.addPaths({ matter: 'Hollis', paths: [samples] }));
    const name = 'skeleton-argument.md'
    const text = await readFile(new URL(name, import.meta.url), 'utf8')
    const { draftId } = await whole.client.draft.add({ matter: 'Hollis', name, file: new File([text], name) })
    const found: (readonly [string, string])[] = []
    for await (const event of await whole.client.draft.check({ matter: 'Hollis', draft: draftId }))
      if (event.type === 'finding' && (event.verdict === 'contradicted' || event.verdict === 'nowhere'))
        found.push([event.paragraph, event.kind])
    expect(found).toEqual([
      ['1', 'sentence'],
      ['3', 'quotation'],
      ['4', 'sentence'],
      ['5', 'weekday'],
      ['7', 'quotation'],
      ['8', 'page'],
      ['9', 'authority'],
      ['9', 'cross-reference'],
      ['10', 'sum'],
      ['11', 'party'],
      ['12', 'sentence'],
    ])
  })
})
