import { expect, test } from 'vitest'
import { createScriptedModel } from '../../../../models/stand-ins.ts'
import { asked, kindsOf, matterWith } from './asking.ts'

const LEASE = `# Lease

The rent is 24,000 pounds a year.

The tenant may end this lease on 24 March 2026 by giving six months notice.

The landlord insures the building.
`
const ENDS = 'The tenant may end this lease on 24 March 2026'

/** Points at the sentence that has these words. */
function pointing(words: string, answer: string) {
  return createScriptedModel({
    says: (turns) => {
      const letter = new RegExp(`^\\(([a-z])\\).*${words}`, 'm').exec(turns.at(-1)?.text ?? '')?.[1]
      return `Quotes: ${letter}\nAnswer: ${answer}`
    },
  })
}

test('what the model points at is quoted as it stands in the document, before what it concludes', async () => {
  await using use = await matterWith(LEASE)
  const model = pointing('24 March', `${ENDS} [S1].`)
  const { events, answer } = await asked(use, model, { strategy: 'extract' })
  expect(kindsOf(events)).toEqual([
    'answer-start',
    'evidence',
    'model-loading',
    'approach',
    'answer-delta',
    'claim',
    'answer-end',
  ])
  expect(answer).toMatchObject({ state: 'answered', strategy: 'extract', answer: `${ENDS} [S1].` })
  const [quote, ...others] = answer.approach?.quotes ?? []
  expect(others).toEqual([])
  const [{ textVersionId } = { textVersionId: 0 }] = use.matter.store.documents.list(null)
  const text = use.matter.store.pages.wholeText(textVersionId ?? 0)
  expect(quote).toMatchObject({
    source: 'S1',
    document: 'lease.md',
    quote: expect.stringMatching(`^${ENDS}.*notice\\.$`),
  })
  expect(text.slice(quote?.start, quote?.end)).toBe(quote?.quote)
})

test('it can point at the sentences before it alone, and no heading is among them', async () => {
  await using use = await matterWith(LEASE)
  const model = pointing('24 March', `${ENDS} [S1].`)
  await asked(use, model, { strategy: 'extract' })
  const [{ grammar, turns } = { grammar: '', turns: [] }] = model.asked
  const shown = [...(turns.at(-1)?.text ?? '').matchAll(/^\(([a-z])\) (.*)$/gm)].map(([, letter, text]) => [
    letter,
    text,
  ])
  expect(shown.map(([, text]) => text)).not.toContain('Lease')
  expect(shown.length).toBeGreaterThan(1)
  expect(grammar).toContain(`letter ::= ${shown.map(([letter]) => `"${letter}"`).join(' | ')}\n`)
})

test('a conclusion that no passage supports is not kept; the passages that concern the question are quoted', async () => {
  await using use = await matterWith(LEASE)
  const model = pointing('24 March', 'Quarterly inspections bind every neighbour [S1].')
  const { answer } = await asked(use, model, { strategy: 'extract' })
  expect(answer).toMatchObject({ state: 'not-written', answer: '', claims: [{ verdict: 'verbatim' }] })
  expect(answer.claims.map(({ text }) => text)).not.toContain('Quarterly inspections bind every neighbour.')
  expect(answer.approach?.quotes).toHaveLength(1)
})

test('without documents there is nothing to quote, so it is written, and said to be', async () => {
  await using use = await matterWith(LEASE)
  const model = createScriptedModel({ says: ['From memory.'] })
  const { answer } = await asked(use, model, { strategy: 'extract', closedBook: true })
  expect(answer).toMatchObject({ strategy: 'direct', approach: { wanted: 'extract', by: 'user', quotes: [] } })
})
