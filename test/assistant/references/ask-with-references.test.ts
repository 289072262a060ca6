import { notReadWords } from '../../../contract/document.ts'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Answer, PassageCitation, PassageSource } from '../../../contract/answers/answer.ts'
import { SearchHit } from '../../../contract/document.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { build, document } from '../../library/index/build-library.ts'
import { startObjectStore } from '../../../scripts/object-store.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'
import { passagesOf, quotesOf } from '../answers/passages-of.ts'
import { until } from '../../patience.ts'

const RULE = 'A guardian may be appointed by the court of protection.'
const LEASE = 'The rent is 24,000 pounds a year. The tenant has a guardian.'
const QUESTION = 'Which court may appoint a guardian?'

/** With a library that fits no embedder of this home: everything here goes by words. */
describe('a matter that is asked together with a reference library', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let address = ''

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    address = join(use.folder, 'library')
    await build({ address, access: null }, [await document('Capacity Act.txt', 'Short title.', RULE)])
    await use.client.home.create({ passphrase: null })
    for (const name of ['Tenant', 'Other']) {
      await use.client.matter.create({ name })
      const path = await use.write(`${name}/lease.txt`, LEASE)
      await Array.fromAsync(await use.client.library.addPaths({ matter: name, paths: [path] }))
    }
    await use.client.reference.attach({ reference: 'Statutes', address, wordsOnly: true })
  })
  afterAll(() => life.disposeAsync())

  async function ask(client = use.client, more: object = {}): Promise<Answer> {
    const events = await Array.fromAsync(await client.answer.ask({ matter: 'Tenant', question: QUESTION, ...more }))
    const end = events.at(-1)
    if (end?.type !== 'answer-end') throw new Error('Expected an answer.')
    const { type: _type, ...answer } = end
    return answer
  }

  test('is measured on its own questions with it too', async () => {
    const model = createScriptedModel({ says: ['A guardian may be appointed by the court of protection [S1].'] })
    const client = use.withModel(model)
    const line = JSON.stringify({ id: '1', question: QUESTION, answer: 'the court of protection' })
    const path = await use.write('questions.jsonl', `${line}\n`)
    const { set, matter } = await client.evaluation.importSet({ matter: 'Tenant', path })
    await client.evaluation.start({ matter, set, settings: [{}] })
    const row = async () => {
      const [run] = await client.evaluation.runs({ matter })
      return (await client.evaluation.rows({ matter, run: run?.run ?? '' }))[0]
    }
    await until(async () => (await row()) !== undefined)
    // A quote of the library is none of the matter, whose quotes are looked up.
    expect(await row()).toMatchObject({ outcome: 'right', verdicts: { verbatim: 1 }, quotes: 0 })
    expect(model.asked.some(({ turns }) => turns.at(-1)?.text.includes(RULE))).toBe(true)
  })

  test('cites it by name, and the page of a citation is the text of the library', async () => {
    const model = createScriptedModel({ says: ['A guardian may be appointed by the court of protection [S1].'] })
    const answer = await ask(use.withModel(model))
    const sources = passagesOf(answer.sources)
    expect(sources[0]).toMatchObject({ reference: 'Statutes', document: 'Capacity Act.txt', text: RULE })
    expect(sources.find(({ reference }) => reference === null)).toMatchObject({ document: 'lease.txt' })
    expect(answer.searched).toMatchObject({ references: ['Statutes'], notReadable: [] })
    const [citation] = quotesOf(answer.claims[0]?.citations)
    expect(citation).toMatchObject({ reference: 'Statutes', documentId: sources[0]?.documentId })
    const { pages } = await use.client.reference.text({
      reference: 'Statutes',
      documentId: citation?.documentId ?? '',
    })
    expect(pages[0]?.text.slice(citation?.start, citation?.end)).toBe(citation?.quote)
    const entry = (await use.client.ledger.list({ matter: 'Tenant' })).at(-1)
    expect(JSON.stringify(entry?.data)).toContain('"reference":"Statutes"')
    expect(JSON.stringify(entry?.data)).not.toMatch(/guardian|court/)
    await use.restart()
    expect(answer).toMatchObject(await use.client.answer.get({ matter: 'Tenant', answerId: answer.answerId }))
  })

  test('a word that only the library has is no word that nothing is known of', async () => {
    const { searched } = await ask(use.client, { question: 'Does protection end with the zeppelin?' })
    expect(searched.unknownWords).toEqual(['zeppelin'])
  })

  test('is asked alone where documents are chosen, and where the library is switched off', async () => {
    const chosen = await ask(use.client, { documents: ['lease.txt'] })
    expect([chosen.searched.references, passagesOf(chosen.sources).map(({ reference }) => reference)]).toEqual([
      [],
      [null],
    ])
    await use.client.reference.use({ matter: 'Tenant', reference: 'Statutes', on: false })
    expect((await ask()).searched.references).toEqual([])
    const other = await use.client.library.search({ matter: 'Other', question: QUESTION })
    expect(other.hits.map(({ reference }) => reference)).toContain('Statutes')
    await use.client.reference.use({ matter: 'Tenant', reference: 'Statutes', on: true })
    expect((await ask()).searched.references).toEqual(['Statutes'])
    const kinds = (await use.client.ledger.list({ matter: 'Tenant' })).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'reference-switched')).toHaveLength(2)
  })

  test('is answered from its own documents, and says so, when an object store is gone', async () => {
    const store = await startObjectStore()
    const place = { address: 's3://law/gone', access: store.access }
    await build(place, [await document('Act.txt', RULE)])
    await use.client.reference.attach({ reference: 'Shared', ...place, wordsOnly: true })
    expect((await ask()).searched.references).toEqual(['Statutes', 'Shared'])
    await store[Symbol.asyncDispose]()
    // What was read before is still in memory.
    await use.restart()
    const answer = await ask()
    expect(answer.sources.length).toBeGreaterThan(0)
    expect(answer.searched.notReadable.map(notReadWords)).toEqual([
      { document: 'Reference library Shared', reason: expect.stringMatching(/does not answer|did not answer/) },
    ])
    await use.client.reference.remove({ reference: 'Shared' })
  })

  test('after the library was built anew, the passage stays and its page says why it cannot be opened', async () => {
    const answer = await ask()
    await build({ address, access: null }, [await document('Capacity Act.txt', `${RULE} So it was amended.`)])
    await use.restart()
    const kept = await use.client.answer.get({ matter: 'Tenant', answerId: answer.answerId })
    const source = passagesOf(kept.sources).find(({ reference }) => reference !== null)
    expect(source?.text).toBe(RULE)
    const opening = use.client.reference.text({ reference: 'Statutes', documentId: source?.documentId ?? '' })
    await expect(opening).rejects.toMatchObject({ code: 'NOT_FOUND', message: expect.stringMatching(/rebuilt since/) })
  })

  test('refuses what is wrong in words: no such library, no name, no address', async () => {
    const { reference } = use.client
    const wrong = [
      () => reference.remove({ reference: 'Nothing' }),
      () => reference.attach({ reference: '../up', address }),
      () => reference.attach({ reference: 'X', address: 's3://' }),
      () => reference.attach({ reference: 'X', address: join(use.folder, 'missing') }),
      () => reference.use({ matter: 'Tenant', reference: 'Nothing', on: false }),
    ]
    expect(await Promise.all(wrong.map(codeOf))).toEqual([
      'NOT_FOUND',
      'BAD_REQUEST',
      'WRONG_USE',
      'NOT_FOUND',
      'NOT_FOUND',
    ])
  })
})

test('answers and hits from before there were reference libraries are those of the matter', () => {
  const span = { document: 'a.txt', page: null, start: 0, end: 1 }
  const old = { ...span, source: 'S1', documentId: 'd', quote: 'x' }
  expect(PassageCitation.parse(old).reference).toBeNull()
  const passage = {
    ...span,
    kind: 'passage',
    source: 'S1',
    documentId: 'd',
    section: '',
    text: 'x',
    score: 1,
    byOcr: false,
  }
  expect(PassageSource.parse(passage).reference).toBeNull()
  expect(SearchHit.parse({ ...span, rank: 1, score: 1, documentId: 'd', section: '', text: 'x' }).reference).toBeNull()
  expect(Answer.shape.searched.shape.references.parse(undefined)).toEqual([])
})
