import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutConcluded } from '../../../assistant/answers/coverage/answered-by-rule.ts'
import { exportAnswers } from '../../../assistant/answers/export/answer-on-paper.ts'
import { conclusionText, headSentences } from '../../../assistant/answers/claims/conclusion-text.ts'
import { createClaimStream } from '../../../assistant/answers/claims/claim-stream.ts'
import { callLanguage, inLanguage } from '../../../assistant/router/language-of-call.ts'
import { conclusionSource } from '../../../assistant/rules/conclusion-source.ts'
import type { Claim, ConclusionSource } from '../../../contract/answers/answer.ts'
import { ALL_KNOWN } from '../../checks/lexicon.ts'
import { someAnswer, someClaim } from '../../renderer/samples.ts'
import { type WholeAssistant, wholeAssistant } from '../whole-assistant.ts'

const TODAY = '2026-12-01'
const FACTS = [
  'sex(anna, female)',
  'born(anna, 1948-02-11)',
  'weight(anna, 58 kg)',
  'creatinine(anna, 1.4 mg/dL) @2026-11-30',
]
const ENGLISH = 'What is the creatinine clearance of anna by Cockcroft and Gault?'
const GERMAN = 'Wie hoch ist die Kreatinin-Clearance von anna nach Cockcroft und Gault?'

let whole: WholeAssistant
const life = new AsyncDisposableStack()

beforeAll(async () => {
  whole = life.use(await wholeAssistant())
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: 'Anna' })
  await whole.client.pack.use({ matter: 'Anna', pack: 'clinical', on: true })
  for (const text of FACTS) await whole.client.fact.setText({ matter: 'Anna', text })
})
afterAll(() => life[Symbol.asyncDispose]())

/** What rules conclude on a question in a German window. */
async function concluded(question: string): Promise<ConclusionSource> {
  const { knowledge, matters } = whole.assistant
  const matter = await matters.open('Anna')
  const source = conclusionSource({ knowledge, matter, embedder: null, today: TODAY })
  const asked = { question, follows: null, documents: [], asOf: null }
  const { evidence } = await inLanguage(await callLanguage('de'), () => source.find(asked, AbortSignal.timeout(60_000)))
  const found = evidence.find((one) => one.kind === 'conclusion' && one.relation === 'cockcroft_gault')
  if (found?.kind !== 'conclusion') throw new Error('Nothing was concluded.')
  return { ...found, source: 'R1' }
}

test('in a German window an English question has English conclusions, and a paraphrase of one is computed', async () => {
  const source = await concluded(ENGLISH)
  expect(source.language).toBe('en')
  const german = await callLanguage('de')
  const [claim] = inLanguage(german, () => {
    const stream = createClaimStream({ sources: [source], question: ENGLISH, lexicon: ALL_KNOWN })
    return stream.ended(`Anna's creatinine clearance is about ${number(source.sentence)} mL/min [R1].`)
  })
  expect(claim).toMatchObject({ verdict: 'computed', absent: [] })
  expect(inLanguage(german, () => conclusionText(source))).not.toMatch(/Jahre|beträgt|Faktum|angenommen/)
})

test('in a German window a German question has German conclusions, with the decimal comma', async () => {
  const source = await concluded(GERMAN)
  expect(source.language).toBe('de')
  expect(source.sentence).toMatch(/Clearance von rund \d+,\d/)
})

test('a German question finds what rules conclude in a window of another language too', async () => {
  const { knowledge, matters } = whole.assistant
  const source = conclusionSource({ knowledge, matter: await matters.open('Anna'), embedder: null, today: TODAY })
  const asked = { question: GERMAN, follows: null, documents: [], asOf: null }
  const { evidence } = await source.find(asked, AbortSignal.timeout(60_000))
  expect(evidence.map((one) => one.kind === 'conclusion' && one.relation)).toContain('cockcroft_gault')
})

test('a question that a rule answers is not listed as not answered', async () => {
  const source = await concluded(GERMAN)
  const cites = (verdict: Claim['verdict']) => [
    { ...someClaim({ text: source.sentence }), verdict, citations: [{ source: 'R1', rule: source.rule }] },
  ]
  const open = ['wie hoch ist die Kreatinin-Clearance von anna nach Cockcroft und Gault']
  expect(withoutConcluded(open, cites('computed'), [source])).toEqual([])
  expect(withoutConcluded(open, cites('unsupported'), [source])).toEqual(open)
  // Of another year, or of what is open, nothing was said.
  const other = ['wie hoch war die Kreatinin-Clearance von anna 2019']
  expect(withoutConcluded(other, cites('computed'), [source])).toEqual(other)
  expect(withoutConcluded(open, cites('computed'), [{ ...source, holds: 'unknown' }])).toEqual(open)
})

test.each([
  'why is the creatinine clearance of anna by Cockcroft and Gault high',
  'when was the creatinine clearance of anna by Cockcroft and Gault high',
  'who should not have the creatinine clearance of anna by Cockcroft and Gault',
])('what a rule does not tell stays open: %s', async (part) => {
  const source = await concluded(ENGLISH)
  const claim = { ...someClaim({ text: source.sentence }), verdict: 'computed' as const }
  const cited = [{ ...claim, citations: [{ source: 'R1', rule: source.rule }] }]
  expect(withoutConcluded(['what is the creatinine clearance of anna'], cited, [source])).toEqual([])
  expect(withoutConcluded([part], cited, [source])).toEqual([part])
})

test('an answer that was kept in one language words what it assumes in that language, wherever it is exported', async () => {
  const source = { ...(await concluded(GERMAN)), assumed: ['anna hat keine Dialyse'] }
  const answer = someAnswer({ question: GERMAN, sources: [source], claims: [] })
  const paper = new TextDecoder().decode(await exportAnswers([answer], [], 'md', ''))
  expect(paper).toContain('anna hat keine Dialyse')
  expect(paper).not.toContain('Assumes')
  expect(headSentences(source)[1]).toMatch(/nicht/)
})

function number(sentence: string): string {
  return /\d+\.\d+/.exec(sentence)?.[0] ?? ''
}
