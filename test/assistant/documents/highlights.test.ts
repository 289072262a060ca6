import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { around, findMarked } from '../../../assistant/reading/follow-highlights.ts'
import { quoteWords } from '../../../checks/quotes/quote-words.ts'
import type { AssistantClient } from '../../../contract/index.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const MATTER = 'Hollis v Marlowe'
const LEASE = `7.1 The term is ten years.

7.2 The Tenant may end this Lease by giving not less than six months’ prior written notice.

7.3 The Landlord may end this Lease by giving not less than nine months’ prior written notice.`

describe('words of a document that a person marked', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let client: AssistantClient
  const add = async (name: string, text: string) => {
    const paths = [await use.write(name, text)]
    for await (const _ of await client.library.addPaths({ matter: MATTER, paths }));
  }
  const list = (words = '') => client.highlight.list({ matter: MATTER, words })
  const mark = (words: string, more: { note?: string; isEvidence?: boolean; document?: string } = {}) =>
    client.highlight.addWords({ matter: MATTER, document: 'lease.txt', words, ...more })

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    ;({ client } = use)
    await client.home.create({ passphrase: null })
    await client.application.changeSettings({ userName: 'A. Lyle' })
    await client.matter.create({ name: MATTER })
    await add('lease.txt', LEASE)
  })
  afterAll(() => life.disposeAsync())

  test('are kept with their place, their note and who marked them', async () => {
    const made = await mark('not less than six months', { note: 'Last day 30 September 2024.' })
    const start = LEASE.indexOf('not less than six')
    expect(made).toMatchObject({
      document: 'lease.txt',
      quote: 'not less than six months',
      note: 'Last day 30 September 2024.',
      isEvidence: false,
      madeBy: 'A. Lyle',
      place: { start, end: start + 'not less than six months'.length },
    })
    await use.restart()
    ;({ client } = use)
    expect(await list()).toEqual([made])
  })

  test('are found by words of theirs and of the note, and changed and removed by their id', async () => {
    const { highlightId } = await mark('The term is ten years', { note: 'Ends on 31 March 2030.' })
    expect((await list('march TERM')).map((one) => one.highlightId)).toEqual([highlightId])
    const changed = await client.highlight.change({ matter: MATTER, highlightId, note: '', isEvidence: true })
    expect(changed).toMatchObject({ note: '', isEvidence: true, quote: 'The term is ten years' })
    await client.highlight.remove({ matter: MATTER, highlightId })
    expect(await list('term')).toEqual([])
    expect(await codeOf(() => client.highlight.remove({ matter: MATTER, highlightId }))).toBe('NOT_FOUND')
  })

  test('follow the document into its new version where they still stand, and are listed without a place where not', async () => {
    await mark('giving not less than nine months')
    const longer = `Amended on 4 May 2025.\n\n${LEASE.replace('six months', 'three  months')}`
    const file = await use.write('new/lease.txt', longer)
    await client.library.replace({ matter: MATTER, document: 'lease.txt', file })
    await expect
      .poll(async () => (await client.library.document({ matter: MATTER, document: 'lease.txt' })).state)
      .toBe('ready')
    await expect
      .poll(async () => (await list()).map(({ place }) => place?.start ?? null))
      .toEqual([longer.indexOf('giving not less than nine'), null])
    expect((await list())[1]).toMatchObject({ quote: 'not less than six months', note: 'Last day 30 September 2024.' })
  })

  test('are taken whole where their offsets cut them, without the white space around them', async () => {
    const { textVersion } = await client.library.document({ matter: MATTER, document: 'lease.txt' })
    const [page] = await client.library.text({ matter: MATTER, document: 'lease.txt', textVersion })
    const text = page?.text ?? ''
    const words = [...text.matchAll(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu)]
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 90 }))
    await fc.assert(
      fc.asyncProperty(span, async ([start, length]) => {
        const end = Math.min(text.length, start + length)
        fc.pre(/[\p{L}\p{N}]/u.test(text.slice(start, end)))
        const at = { matter: MATTER, document: 'lease.txt', textVersion: textVersion ?? 0, start, end }
        const { highlightId, quote, place } = await client.highlight.add(at)
        await client.highlight.remove({ matter: MATTER, highlightId })
        expect(quote).toBe(text.slice(place?.start, place?.end))
        expect(quote).toContain(text.slice(start, end).trim())
        for (const edge of [place?.start ?? 0, place?.end ?? 0])
          expect(words.find((word) => word.index < edge && word.index + word[0].length > edge)).toBeUndefined()
        // No whole word more than was asked for.
        expect(quote.split(/\s+/)).toHaveLength(text.slice(start, end).trim().split(/\s+/).length)
      }),
      { numRuns: 60 },
    )
  })

  test('are refused in one sentence each that says what to do, and what was kept is left to whoever shows it', async () => {
    await add('long.txt', 'All rent is due. '.repeat(300))
    const { textVersion } = await client.library.document({ matter: MATTER, document: 'long.txt' })
    const at = { matter: MATTER, document: 'long.txt', textVersion: textVersion ?? 0, start: 0 }
    const messageOf = (work: Promise<unknown>) => work.then(String, (error: Error) => error.message)
    expect(await messageOf(mark('fifty months'))).toBe(
      'These words were not found in "lease.txt". Use them exactly as the document has them.',
    )
    expect(await messageOf(client.highlight.add({ ...at, end: 4997 }))).toBe(
      'A highlight has at most 4,000 characters, and this one has 4,997. Select less.',
    )
    expect(await messageOf(client.highlight.add({ ...at, end: 9, textVersion: 0 }))).toBe(
      '"long.txt" has been read again since. Open it again and select the words once more.',
    )
    await client.library.remove({ matter: MATTER, document: 'long.txt' })
  })

  test('are refused where they are not found, or where the text was read again meanwhile', async () => {
    expect(await codeOf(() => mark('fifty months'))).toBe('WRONG_USE')
    expect(await codeOf(() => mark('anything', { document: 'none.txt' }))).toBe('NOT_FOUND')
    const at = { matter: MATTER, document: 'lease.txt', start: 0, end: 7 }
    const { textVersion } = await client.library.document({ matter: MATTER, document: 'lease.txt' })
    expect(await codeOf(() => client.highlight.add({ ...at, textVersion: (textVersion ?? 0) - 1 }))).toBe('WRONG_USE')
    expect(await client.highlight.add({ ...at, textVersion: textVersion ?? 0 })).toMatchObject({ quote: 'Amended' })
  })

  test('that are kept as evidence are read for the questions that they concern, though the search finds others', async () => {
    for (let at = 0; at < 12; at += 1)
      await add(`letter ${at}.txt`, `Letter ${at}: the roof repairs were discussed, and the cost of the roof repairs.`)
    await add('memo.txt', 'Mr Thorne will bear it in the end.')
    const question = 'Who pays the cost of the roof repairs?'
    const model = use.withModel(createScriptedModel({ says: ['Nobody. '] }))
    const documents = async () => {
      const events = await Array.fromAsync(await model.answer.ask({ matter: MATTER, question }))
      const evidence = events.findLast((event) => event.type === 'evidence')
      return evidence?.sources.flatMap((one) => ('document' in one ? [one.document] : []))
    }
    expect(await documents()).not.toContain('memo.txt')
    const { highlightId } = await mark('Mr Thorne will bear it', {
      document: 'memo.txt',
      note: 'Roof repairs: cost.',
      isEvidence: true,
    })
    expect((await documents())?.[0]).toBe('memo.txt')
    await client.highlight.change({ matter: MATTER, highlightId, isEvidence: false })
    expect(await documents()).not.toContain('memo.txt')
  })

  test('leave as a file with their document, and the audit log records it', async () => {
    const { file } = await client.highlight.export({ matter: MATTER, format: 'md' })
    const text = await file.text()
    expect(text).toContain('not less than six months')
    expect(text).toContain('Last day 30 September 2024.')
    expect(text).toContain('No longer in the document')
    const kinds = (await client.ledger.list({ matter: MATTER })).map(({ kind }) => kind)
    expect(kinds).toContain('highlights-exported')
  })

  test('go with their document', async () => {
    await client.library.remove({ matter: MATTER, document: 'lease.txt' })
    expect((await list()).map(({ document }) => document)).toEqual(['memo.txt'])
  })
})

describe('where marked words stand in another text', () => {
  const WORD = fc.constantFrom('the', 'tenant', 'shall', 'pay', 'rent', 'notice', 'landlord', 'of', '12', 'may')
  const TEXT = fc.array(WORD, { minLength: 20, maxLength: 200 })

  test('is the same place wherever something was put in before or behind', () => {
    fc.assert(
      fc.property(TEXT, fc.nat(), fc.integer({ min: 1, max: 12 }), TEXT, TEXT, (words, from, count, front, back) => {
        const at = from % (words.length - 12)
        const text = `Preamble. ${words.join(' ')} Signed by hand.`
        const start = 'Preamble. '.length + words.slice(0, at).join(' ').length + (at > 0 ? 1 : 0)
        const quote = words.slice(at, at + count).join(' ')
        const marked = { quote, ...around(text, { start, end: start + quote.length }), share: at / words.length }
        const later = `${front.join(' ')}.\n\n${text.replaceAll(' ', '\n')}\n${back.join(' ')}`
        const found = findMarked(quoteWords(later), marked)
        expect(found && later.slice(found.start, found.end).replaceAll('\n', ' ')).toBe(quote)
      }),
    )
  })

  test('is told by the words around where they stand twice', () => {
    const text = 'The Tenant gives six months’ notice. The Landlord gives six months’ notice.'
    const start = text.lastIndexOf('six')
    const marked = { quote: 'six months', ...around(text, { start, end: start + 10 }), share: 0 }
    const later = `In short: ${text.replace(/’/g, "'")}`
    expect(findMarked(quoteWords(later), marked)?.start).toBe(later.lastIndexOf('six'))
  })

  test('is nowhere where a word of them was changed', () => {
    const marked = { quote: 'six months', before: '', behind: '', share: 0 }
    expect(findMarked(quoteWords('The Tenant gives three months’ notice.'), marked)).toBeNull()
    expect(findMarked(quoteWords(''), marked)).toBeNull()
  })
})
