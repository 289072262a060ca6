import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPacket } from '../../../disclosure/packet/build-packet.ts'
import { NO_DECISIONS } from '../../../disclosure/packet/decisions.ts'
import { createDetector } from '../../../disclosure/identifiers/create-detector.ts'
import { definedTermsIn } from '../../../disclosure/identifiers/defined-terms.ts'
import { WRITTEN_LANGUAGES } from '../../../disclosure/words/open-word-lists.ts'
import { wordLists } from '../../disclosure/word-lists.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url))
const detection = {
  version: 'here',
  wordListsHash: '0'.repeat(64),
  find: createDetector(wordLists).find,
  isOrdinaryWord: (word: string) => WRITTEN_LANGUAGES.some((language) => wordLists.levelsOf(word)[language] > 0),
}

/** Not all words that they mask are identifiers: what a reviewer is asked about is counted here. */
describe('a packet of a whole sample asks about one word at most that is no identifier', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await use.client.matter.create({ name: 'Samples' })
    const paths = ['tenancy-dispute/lease.pdf', 'discharge-letter/discharge-letter.pdf'].map((name) => SAMPLES + name)
    for await (const _event of await use.client.library.addPaths({ matter: 'Samples', paths }));
  })
  afterAll(() => life.disposeAsync())

  async function packetOf(name: string) {
    const { store } = await use.assistant.matters.open('Samples')
    const id = store.documents.list(null).find(({ document }) => document.endsWith(name))?.textVersionId ?? 0
    const texts = store.passages.list(id).map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(3)
    const segments = texts.map((local, index) => {
      return { source: `S${index + 1}`, where: '', byOcr: false, documentId: null, local }
    })
    const map = { entities: [], shiftWeeks: -104 }
    const definedTerms = definedTermsIn(texts.join('\n'))
    return buildPacket({ segments, known: [], map, decisions: NO_DECISIONS, dates: 'day', definedTerms }, detection)
  }

  test('the lease, whose defined terms stay readable', async () => {
    const { flags, terms, segments } = await packetOf('lease.pdf')
    expect(flags.map(({ term }) => term).length).toBeLessThanOrEqual(1)
    expect(terms.map(({ term }) => term)).not.toContain('Insurance Rent')
    const left = segments.map(({ outgoing }) => outgoing).join('\n')
    for (const term of ['Insurance Rent', 'Service Charge', 'Working Day', 'Contractual Term'])
      expect(left).toContain(term)
    for (const name of ['Pennifold', 'Larkspur', 'Askwith', 'Tolland']) expect(left).not.toContain(name)
  })

  test('the letter, of which neither age nor day of birth leaves', async () => {
    const { flags, segments } = await packetOf('discharge-letter.pdf')
    expect(flags.map(({ term }) => term).length).toBeLessThanOrEqual(1)
    const left = segments.map(({ outgoing }) => outgoing).join('\n')
    expect(left).toMatch(/born \[DATE-\d+, 70 to 79 years before the latest date\] \(\[AGE-\d+, 70 to 79\] years\)/)
    for (const name of ['Calloway', 'Brandt', 'Ramaswamy', 'NM-448127', '1951']) expect(left).not.toContain(name)
  })
})
