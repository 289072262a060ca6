import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptFinding } from '../../../assistant/drafts/kept-findings.ts'
import { type TimeLimits, timeLimitsOf } from '../../../assistant/drafts/time-limits.ts'
import { callLanguage, inLanguage } from '../../../assistant/router/language-of-call.ts'
import { checkTimeLimits } from '../../../checks/draft/check-time-limits.ts'
import type { CheckEvent, Finding } from '../../../contract/drafts/draft-check.ts'
import { messageText } from '../../../wording/message-text.ts'
import { collect } from '../../library/read/collect.ts'
import { type WholeAssistant, wholeAssistant } from '../whole-assistant.ts'
import { checkText } from './checking-drafts.ts'

const TODAY = '2026-12-01'
const ENGLAND = [
  'england_claim_for(claim, contract)',
  'arose_on(england, claim, 2023-06-20)',
  'no was_concealed(claim)',
  'no was_minor(claim)',
  'no arose_at_midnight(claim)',
  'starts_on(cpr, defence, 2025-10-02)',
  'lasts_days(cpr, defence, 14 days)',
  'no at_court_office(defence)',
  'step_completed_on(claim_form, 2025-10-02)',
  'served_by(claim_form, first_class_post)',
  'term_ends_on(lease, 2026-09-30)',
  'notice_months(lease, 6 months)',
]
const GERMANY = [
  'germany_claim_for(kaufpreisforderung, payment)',
  'arose_on(germany, kaufpreisforderung, 2022-03-15)',
  'known_on(germany, kaufpreisforderung, 2022-03-15)',
  'suspended_by(kaufpreisforderung, none)',
  'starts_on(bgb, widerspruch, 2025-10-01)',
  'lasts_months(bgb, widerspruch, 1 months)',
  'no begins_with_day(widerspruch)',
  'declaration_or_performance(widerspruch)',
]

/** True of the facts of their matter. */
const TRUE = {
  england: [
    'The limitation period for the claim ends on 20 June 2029.',
    'Accordingly, the limitation period for breach of contract will expire on Wednesday 20 June 2029.',
    'The primary limitation period expires at the end of 20 June 2029.',
    'Under section 5 of the Limitation Act 1980 the limitation period is six years.',
    'The limitation period for a claim in contract is 6 years from the date on which the cause of action accrued.',
    'The defence must be filed by 16 October 2025.',
    'The Defence must be filed within 14 days after service of the claim form.',
    'The deadline for the defence is 16 October 2025.',
    'The claim form is deemed served on 6 October 2025.',
    'The claim form was deemed served on Monday, 6 October 2025.',
    'The last day to give notice under the lease is 30 March 2026.',
    'Notice to end the lease must be given no later than 30 March 2026.',
    'Notice to terminate the lease must be given at least six months before the end of the term.',
    'Die Verjährungsfrist für den Anspruch endet am 20. Juni 2029.',
  ],
  germany: [
    'Die Verjährungsfrist für die Kaufpreisforderung endet am 31. Dezember 2025.',
    'Die Verjährungsfrist endet mit Ablauf des 31.12.2025.',
    'Die Verjährung tritt mit Ablauf des 31. Dezember 2025 ein.',
    'The limitation period ends on 31 December 2025.',
  ],
} as const

/** The same said wrong, with the words that are. */
const WRONG = {
  england: [
    ['The limitation period for the claim ends on 20 June 2028.', '20 June 2028', '2029-06-20'],
    [
      'Accordingly, the limitation period for breach of contract will expire on 21 June 2029.',
      '21 June 2029',
      '2029-06-20',
    ],
    ['The primary limitation period expires at the end of 20 July 2029.', '20 July 2029', '2029-06-20'],
    ['Under section 5 of the Limitation Act 1980 the limitation period is three years.', 'three years', '6 years'],
    [
      'The limitation period for a claim in contract is 12 years from the date on which the cause of action accrued.',
      '12 years',
      '6 years',
    ],
    ['The defence must be filed by 30 October 2025.', '30 October 2025', '2025-10-16'],
    ['The Defence must be filed within 28 days after service of the claim form.', '28 days', '14 days'],
    ['The deadline for the defence is 15 October 2025.', '15 October 2025', '2025-10-16'],
    ['The claim form is deemed served on 4 October 2025.', '4 October 2025', '2025-10-06'],
    ['The last day to give notice under the lease is 31 March 2026.', '31 March 2026', '2026-03-30'],
    ['Notice to end the lease must be given no later than 30 June 2026.', '30 June 2026', '2026-03-30'],
    [
      'Notice to terminate the lease must be given at least three months before the end of the term.',
      'three months',
      '6 months',
    ],
    ['Die Verjährungsfrist für den Anspruch endet am 20. Juni 2028.', '20. Juni 2028', '2029-06-20'],
  ],
  germany: [
    ['Die Verjährungsfrist für die Kaufpreisforderung endet am 31. Dezember 2026.', '31. Dezember 2026', '2025-12-31'],
    ['Die Verjährungsfrist endet mit Ablauf des 15.03.2025.', '15.03.2025', '2025-12-31'],
    ['Die Verjährung tritt mit Ablauf des 31. Dezember 2024 ein.', '31. Dezember 2024', '2025-12-31'],
    ['The limitation period ends on 15 March 2025.', '15 March 2025', '2025-12-31'],
  ],
} as const

/** Of another claim, another day, another person's view, or not of the end at all: nothing is reported. */
const OTHERS = [
  'The limitation period for the claim in tort ends on 20 June 2028.',
  'The limitation period for the claim against Brightwater ends on 3 May 2027.',
  'The limitation period runs from 20 June 2023.',
  'The limitation period began on 20 June 2023.',
  'The Defendant contends that the limitation period ended on 20 June 2028.',
  'If the claim had arisen in 2021, the limitation period would have ended on 20 June 2027.',
  'The limitation period for the claim does not end on 20 June 2028.',
  'Does the limitation period end on 20 June 2028?',
  'The parties extended the limitation period until 20 December 2029.',
  'A standstill agreement of 3 May 2026 suspended the limitation period.',
  'The limitation period in California is four years.',
  'The limitation period for a personal injury claim is three years.',
  'The limitation period for a claim on a deed is twelve years.',
  'The ultimate limitation period (long-stop) is fifteen years.',
  'The defence was filed on 20 October 2025.',
  'The defence must be filed within 28 days if an acknowledgment of service was filed.',
  'The defence to the counterclaim must be filed by 30 October 2025.',
  'The reply to the defence must be filed by 30 November 2025.',
  'The amended defence must be filed by 30 November 2025.',
  'Time for the defence was extended by consent to 30 October 2025.',
  'The claim form was posted on 2 October 2025.',
  'The response pack and the claim form are deemed served on 7 October 2025.',
  'The term of the lease ends on 29 September 2026.',
  'The first claim form is deemed served on 4 October 2025.',
  'The limitation period for Matthew’s claim ends on 20 June 2028.',
  'The limitation period in the contract is two years.',
  'The limitation period expired by 5 December 2030.',
  'The limitation period is at least 2 years.',
  'The limitation period is not less than 5 years.',
  'The limitation period is within 5 years before the end of the term.',
  'Under the contract the limitation period is two years.',
  'The limitation period ends on 31 December 2033 at the latest.',
  'The limitation period ends no later than 31 December 2033.',
  'Die Verjährungsfrist endet spätestens am 31. Dezember 2033.',
  'The limitation period ended and the claim was issued on 20 June 2028.',
  'The limitation period for claim 2 ends on 20 June 2028.',
  'The limitation period is not three years.',
  'The limitation period is less than three years.',
  'The limitation period for breach of trust is three years.',
  'The limitation period for the simple contract debt ends on 20 June 2028.',
  'By 20 June 2028 the limitation period had run.',
  'On 20 June 2028 the limitation period was still running.',
  'Under section 11 the limitation period is three years.',
  'The claim was brought in the limitation period, on 20 June 2028.',
  'The deadline for the defence and the reply is 30 October 2025.',
  'The defence must be filed by 30 October 2025 under the consent order.',
  'Notice must be given no later than 30 June 2026.',
  'Notice to end the sublease must be given by 30 June 2026.',
  'The limitation period for this claim ends on 20 June 2028.',
  'The limitation period for the Tenant’s claim ends on 20 June 2028.',
  'The limitation period ends on 20 June 2028 or on 20 June 2029.',
  '“The limitation period for the claim ends on 20 June 2028.”',
  'The limitation period for the claim ends in June 2028.',
  'Notice of the hearing must be given by 3 May 2026.',
  'Notice must be given at least three business days before the meeting.',
  'Notice to the guarantor must be given within 14 days.',
  'The parties served the claim form on 4 October 2025, and it is deemed served on 7 October 2025.',
  'The limitation period ends before 1 July 2029.',
  'The limitation period ends about 20 June 2028.',
  'Die Verjährungsfrist beginnt am 20. Juni 2023.',
  'Die Verjährung wurde am 3. Mai 2026 gehemmt.',
  'Die Verjährungsfrist endet nicht am 20. Juni 2028.',
  'Nach Ansicht der Beklagten endet die Verjährungsfrist am 20. Juni 2028.',
] as const

let whole: WholeAssistant
const life = new AsyncDisposableStack()

beforeAll(async () => {
  whole = life.use(await wholeAssistant())
  await whole.client.home.create({ passphrase: null })
})
afterAll(() => life[Symbol.asyncDispose]())

let made = 0
async function matterWith(facts: readonly string[], pack: string | null = 'legal-time'): Promise<string> {
  made += 1
  const matter = `Matter ${made}`
  await whole.client.matter.create({ name: matter })
  if (pack !== null) await whole.client.pack.use({ matter, pack, on: true })
  for (const text of facts) await whole.client.fact.setText({ matter, text })
  return matter
}

async function limitsWith(facts: readonly string[]): Promise<TimeLimits['limits']> {
  const matter = await whole.assistant.matters.open(await matterWith(facts))
  return (await timeLimitsOf(whole.assistant.knowledge, matter, TODAY)).limits
}

const verdicts = (limits: TimeLimits['limits'], sentences: readonly string[]) =>
  sentences.map((sentence) => [sentence, checkTimeLimits(sentence, limits)[0]?.verdict ?? null])

const wrongIn = (limits: TimeLimits['limits'], sentence: string) =>
  checkTimeLimits(sentence, limits).map(({ verdict, words: [words], said }) => [
    verdict,
    words && sentence.slice(words.start, words.end),
    said && 'limit' in said ? said.limit : null,
  ])

describe.each([
  ['england', ENGLAND],
  ['germany', GERMANY],
] as const)('a sentence that names a time limit of the rules on (%s)', (place, facts) => {
  test('is confirmed where it states what the rule computes', async () => {
    const limits = await limitsWith(facts)
    expect(verdicts(limits, TRUE[place])).toEqual(TRUE[place].map((sentence) => [sentence, 'supported']))
  })

  test('is contradicted where it states another day or period', async () => {
    const limits = await limitsWith(facts)
    expect(WRONG[place].map(([sentence]) => [sentence, wrongIn(limits, sentence)])).toEqual(
      WRONG[place].map(([sentence, words, limit]) => [sentence, [['contradicted', words, limit]]]),
    )
  })
})

const ofClaim = (law: string, kind: string) => [
  `${law}_claim_for(claim, ${kind})`,
  `arose_on(${law}, claim, 2023-06-20)`,
  'no was_minor(claim)',
]
const INJURY = [
  ...ofClaim('england', 'injury'),
  'known_on(england, claim, 2023-06-20)',
  'no was_concealed(claim)',
  'no arose_at_midnight(claim)',
]
const CALIFORNIA = [...ofClaim('california', 'written_contract'), 'absent_from_state(claim, 0 days)']

test('the period is that of the law and the kind of claim that the facts are of', async () => {
  const injury = await limitsWith(INJURY)
  const verdictOf = (limits: TimeLimits['limits'], period: string) =>
    checkTimeLimits(`The limitation period for a personal injury claim is ${period}.`, limits)[0]?.verdict ?? null
  expect([verdictOf(injury, 'three years'), verdictOf(injury, 'two years'), verdictOf(injury, '36 months')]).toEqual([
    'supported',
    'contradicted',
    'supported',
  ])
  const california = await limitsWith(CALIFORNIA)
  expect(wrongIn(california, 'The statute of limitations for a written contract is two years.')).toEqual([
    ['contradicted', 'two years', '4 years'],
  ])
  expect(verdictOf(california, 'three years')).toBeNull()
})

test('the first day to give notice is held against the rules as the last one is', async () => {
  const limits = await limitsWith([...ENGLAND, 'opens_months(lease, 12 months)'])
  const said = (day: string) => checkTimeLimits(`The first day to give notice under the lease is ${day}.`, limits)
  expect([said('30 September 2025')[0]?.verdict, said('1 October 2025')[0]?.verdict]).toEqual([
    'supported',
    'contradicted',
  ])
})

describe('nothing is reported', () => {
  test('of a sentence that is of something else', async () => {
    const limits = await limitsWith(ENGLAND)
    expect(verdicts(limits, OTHERS).filter(([, verdict]) => verdict !== null)).toEqual([])
  })

  test('where a fact that decides is missing, only proposed or contested', async () => {
    const sentence = 'The limitation period for the claim ends on 20 June 2028.'
    const without = await limitsWith(ENGLAND.filter((fact) => !fact.includes('was_concealed')))
    expect(checkTimeLimits(sentence, without)).toEqual([])
    const contested = await limitsWith([...ENGLAND, 'arose_on(england, claim, 2022-06-20)'])
    expect(checkTimeLimits(sentence, contested)).toEqual([])
    const none = await limitsWith([])
    expect(
      verdicts(
        none,
        WRONG.england.map(([wrong]) => wrong),
      ).filter(([, verdict]) => verdict !== null),
    ).toEqual([])
  })

  test('where the result rests on what nobody recorded', async () => {
    const limits = await limitsWith(GERMANY)
    const sentence = 'Der Widerspruch ist einzureichen bis zum 7. November 2025.'
    expect(checkTimeLimits(sentence, limits)).toEqual([])
    const sure = await limitsWith([...GERMANY, 'no closed_on(widerspruch, 2025-11-03)'])
    expect(wrongIn(sure, sentence)).toEqual([['contradicted', '7. November 2025', '2025-11-03']])
  })

  test('where two claims could be meant, but of the one that is named', async () => {
    const limits = await limitsWith([
      ...ENGLAND,
      'england_claim_for(warranty_claim, contract)',
      'arose_on(england, warranty_claim, 2024-01-10)',
      'no was_concealed(warranty_claim)',
      'no was_minor(warranty_claim)',
      'no arose_at_midnight(warranty_claim)',
    ])
    expect(checkTimeLimits('The limitation period ends on 20 June 2028.', limits)).toEqual([])
    expect(wrongIn(limits, 'The limitation period for the warranty claim ends on 20 June 2028.')).toEqual([
      ['contradicted', '20 June 2028', '2030-01-10'],
    ])
  })

  test('of another kind of claim than the facts are of, whatever its rule says that it is not', async () => {
    const limits = await limitsWith(GERMANY)
    expect(checkTimeLimits('Die Verjährungsfrist für Schadensersatz endet am 31. Dezember 2026.', limits)).toEqual([])
    expect(checkTimeLimits('The limitation period for damages ends on 31 December 2026.', limits)).toEqual([])
    const tort = await limitsWith([
      'england_claim_for(claim, tort)',
      'arose_on(england, claim, 2023-06-20)',
      'no was_concealed(claim)',
      'no was_minor(claim)',
      'no arose_at_midnight(claim)',
    ])
    expect(checkTimeLimits('The limitation period for personal injury is three years.', tort)).toEqual([])
    expect(wrongIn(tort, 'The limitation period for a claim in tort is three years.')).toEqual([
      ['contradicted', 'three years', '6 years'],
    ])
  })

  test('where the law of two places is on record and the sentence names none', async () => {
    const limits = await limitsWith([...ENGLAND, ...GERMANY])
    expect(checkTimeLimits('The limitation period ends on 20 June 2028.', limits)).toEqual([])
    expect(checkTimeLimits('The limitation period is three years.', limits)).toEqual([])
  })
})

const timeLimits = (events: readonly CheckEvent[]): readonly Finding[] =>
  events.flatMap((event) => (event.type === 'finding' && event.kind === 'time-limit' ? [event] : []))
const end = (events: readonly CheckEvent[]) => events.find(({ type }) => type === 'check-end')

describe('a draft', () => {
  const DRAFT =
    'The limitation period for the claim ends on 20 June 2028.\n\nThe defence must be filed by 16 October 2025.\n'

  test('is contradicted with what the rule computes and from which facts, and what it confirms is not called missing', async () => {
    const matter = await matterWith(ENGLAND)
    const events = await checkText(whole, matter, DRAFT)
    expect(timeLimits(events)).toMatchObject([
      {
        verdict: 'contradicted',
        said: {
          key: 'draftCheck.said.timeLimitDiffers',
          values: {
            rule: 'Limitation in England and Wales',
            limit: { date: '2029-06-20' },
            facts: expect.stringContaining(
              'the cause of action in claim, under the Limitation Act 1980, arose on 2023-06-20',
            ),
          },
        },
      },
      { verdict: 'supported', said: { key: 'draftCheck.said.timeLimitSame' } },
    ])
    expect(end(events)).toMatchObject({ sentences: 2, confirmed: 1, contradicted: 1, nowhere: 0 })
    const { file } = await whole.client.draft.report({ matter, draft: 'brief.txt', format: 'docx' })
    const { pages } = await collect('report.docx', Buffer.from(await file.arrayBuffer()))
    const text = pages.map((page) => page.text).join('\n')
    expect(text).toMatch(/Time limit, contradicted\. By the rule “Limitation in England and Wales” it is .*20/)
    expect(text).toContain('By the rule “Deadline under the Civil Procedure Rules (CPR 2.8)”')
  })

  test('is checked again where a fact or a pack has changed, and only then', async () => {
    const matter = await matterWith(ENGLAND)
    await checkText(whole, matter, DRAFT)
    const again = await checkText(whole, matter, DRAFT)
    expect(again.filter(({ type }) => type === 'check-progress')).toEqual([])
    await whole.client.pack.use({ matter, pack: 'legal-time', on: false })
    const without = await checkText(whole, matter, DRAFT)
    expect([timeLimits(without), end(without)]).toMatchObject([[], { confirmed: 0, contradicted: 0 }])
  })

  test('is contradicted in German too, by the same rules: what was checked in one language is so in the other', async () => {
    const german = await callLanguage('de-DE')
    for (const [place, facts] of [
      ['england', ENGLAND],
      ['germany', GERMANY],
    ] as const) {
      const matter = await whole.assistant.matters.open(await matterWith(facts))
      const limitsNow = () => timeLimitsOf(whole.assistant.knowledge, matter, TODAY)
      const { limits, edition } = await inLanguage(german, limitsNow)
      expect(verdicts(limits, TRUE[place])).toEqual(TRUE[place].map((sentence) => [sentence, 'supported']))
      expect(edition).toBe((await limitsNow()).edition)
      const [found] = checkTimeLimits(WRONG[place][0][0], limits).map((one) => keptFinding(one, new Map()))
      expect(inLanguage(german, () => found?.said && messageText(found.said))).toMatch(
        /^Nach der Regel „Verjährung in .*“ ist es .*20\d\d\. Der Entwurf sagt etwas anderes\. Grundlage: .*202[23]-/,
      )
    }
  })

  test('of a matter without packs is checked as before', async () => {
    expect(timeLimits(await checkText(whole, await matterWith([], null), DRAFT))).toEqual([])
  })
})
