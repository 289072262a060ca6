import { expect, test } from 'vitest'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { asked, kindsOf, matterWith } from './strategies/asking.ts'

const LETTER = `# Discharge letter

Naproxen was stopped on 3 June because of bleeding. She was weaned off oxygen on 5 June.

| Medicine | Dose | Status |
| --- | --- | --- |
| Furosemide | 40 mg twice daily | Increased |
| Bisoprolol | 2.5 mg once daily | Unchanged |
`
/** Has a word that the letter lacks, so that the model is asked. */
const IN_OTHER_WORDS = 'Why was naproxen stopped when bleeding began?'
const QUESTION = 'Why was naproxen stopped, and what is the dose of bisoprolol?'

const model = (...says: readonly string[]) => createScriptedModel({ says, paraphrases: false })

test('a sentence that its source does not confirm gives way to the words that it comes nearest to', async () => {
  await using use = await matterWith(LETTER)
  const { answer, events } = await asked(use, model('Naproxen had to be discontinued after she bled [S1].'), {
    question: IN_OTHER_WORDS,
  })
  expect(answer).toMatchObject({ state: 'answered', strategy: 'quotes', notAnswered: [] })
  expect(answer.claims).toMatchObject([
    { verdict: 'verbatim', text: 'Naproxen was stopped on 3 June because of bleeding.' },
  ])
  expect(answer.answer).toBe('Naproxen was stopped on 3 June because of bleeding. [S1]')
  // What is only drafted is never shown.
  expect(kindsOf(events)).not.toContain('answer-delta')
})

test('a sentence that its source contradicts is kept, struck by the words of the row', async () => {
  await using use = await matterWith(LETTER)
  const question = 'Why was furosemide stopped?'
  const { answer } = await asked(use, model('Furosemide was stopped [S1].'), { question })
  expect(answer.claims[0]).toMatchObject({ verdict: 'contradicted', instead: expect.stringContaining('Increased') })
  expect(answer.state).not.toBe('answered')
})

test('what the model leaves open is looked for by code', async () => {
  await using use = await matterWith(LETTER)
  const question = 'Why was naproxen stopped when bleeding began, and what is the dose of bisoprolol?'
  const { answer } = await asked(use, model('Naproxen was stopped because of bleeding [S1].'), { question })
  expect(answer.claims.map(({ index, text }) => [index, text])).toEqual([
    [0, 'Bisoprolol · Dose: 2.5 mg once daily · Status: Unchanged'],
    [1, 'Naproxen was stopped because of bleeding.'],
  ])
  expect(answer).toMatchObject({ state: 'answered', notAnswered: [] })
})

test('where code finds all that is asked, the model is not asked', async () => {
  await using use = await matterWith(LETTER)
  const silent = model()
  const { answer } = await asked(use, silent, { question: QUESTION })
  expect(answer).toMatchObject({ state: 'answered', notAnswered: [] })
  expect(answer.claims.map(({ text }) => text)).toEqual([
    'Naproxen was stopped on 3 June because of bleeding.',
    'Bisoprolol · Dose: 2.5 mg once daily · Status: Unchanged',
  ])
  expect(silent.asked).toEqual([])
})

test('each quote is given once, with its exact place', async () => {
  await using use = await matterWith(LETTER)
  const twice = 'Naproxen was stopped as she bled [S1]. Naproxen was discontinued because of bleeding [S1].'
  const { answer } = await asked(use, model(twice), { question: IN_OTHER_WORDS })
  expect(answer.claims).toHaveLength(1)
  const [citation] = answer.claims[0]?.citations ?? []
  if (!citation || 'rule' in citation) throw new Error('Expected a quote')
  const text = use.matter.store.pages.wholeText(use.matter.store.documents.list(null)[0]?.textVersionId ?? 0)
  expect(text.slice(citation.start, citation.end)).toBe(citation.quote)
})

test('an answer that has nothing to do with the question is not given', async () => {
  await using use = await matterWith(LETTER)
  const { answer } = await asked(use, model('She was weaned off oxygen on 5 June [S1].'), {
    question: 'What is the colour of her car?',
  })
  expect(answer).toMatchObject({ state: 'not-found', claims: [] })
})

test('sentences that cannot both be true are quoted, each saying so of the other, and nothing is green', async () => {
  await using use = await matterWith(
    '# Lease\n\nThe yearly rent is £24,000.\n\n# Rent review\n\nThe yearly rent is £26,000.\n',
  )
  const { answer } = await asked(use, model(), { question: 'What is the yearly rent?' })
  expect(answer.claims.map(({ text, disagreesWith }) => [text, disagreesWith])).toEqual([
    ['The yearly rent is £24,000.', [1]],
    ['The yearly rent is £26,000.', [0]],
  ])
  expect(answer.state).toBe('uncertain')
})

test('the rows of a table that are in a state that is asked for are quoted, all of them and no others', async () => {
  const rows = [
    'Furosemide | 40 mg twice daily | Increased',
    'Bisoprolol | 2.5 mg once daily | Unchanged',
    'Naproxen | – | Stopped',
    'Apixaban | 5 mg twice daily | Unchanged; no ground for a lower dose',
    'Ramipril | – | Withheld',
  ]
  const table = ['Medicine | Dose | Status', '--- | --- | ---', ...rows].map((row) => `| ${row} |`).join('\n')
  await using use = await matterWith(`# Discharge letter\n\n${table}\n`)
  const { answer } = await asked(use, model(), { question: 'Which medicines were stopped or changed at discharge?' })
  expect(answer.claims.map(({ text }) => text.split(' · ')[0])).toEqual(['Furosemide', 'Naproxen', 'Ramipril'])
  expect(answer).toMatchObject({ state: 'answered', notAnswered: [] })
  const { answer: stopped } = await asked(use, model(), { question: 'Which medicines were stopped?' })
  expect(stopped.claims.map(({ text }) => text.split(' · ')[0])).toEqual(['Naproxen'])
})

test('a sentence that says of nothing that it was changed is contradicted by no row', async () => {
  await using use = await matterWith(LETTER)
  const { answer } = await asked(use, model('It was increased from 20 mg once daily [S1].'), {
    question: 'Was the dose of furosemide increased, as the family feared?',
  })
  expect(answer.claims.map(({ verdict }) => verdict)).not.toContain('contradicted')
})

test('the rows of several things are quoted from every table that has them on a day that is asked for', async () => {
  const early =
    '| Test | 3 June 2025 | 9 June 2025 |\n| --- | --- | --- |\n| Sodium | 131 | 136 |\n| Potassium | 5.9 | 4.7 |\n| Creatinine | 168 | 128 |'
  const late = '| Test | 17 June 2025 |\n| --- | --- |\n| Potassium | 5.1 |\n| Creatinine | 131 |'
  const before = '| Test | 1 May 2025 |\n| --- | --- |\n| Potassium | 4.1 |'
  await using use = await matterWith(`# Ward\n\n${early}\n\n# Surgery\n\n${late}\n\n# Before\n\n${before}\n`)
  const question = 'How did potassium and creatinine change between 3 and 17 June 2025?'
  const { answer } = await asked(use, model(), { question })
  expect(answer.claims.map(({ text }) => text)).toEqual([
    'Potassium · 3 June 2025: 5.9 · 9 June 2025: 4.7',
    'Creatinine · 3 June 2025: 168 · 9 June 2025: 128',
    'Potassium · 17 June 2025: 5.1',
    'Creatinine · 17 June 2025: 131',
  ])
  expect(answer.notAnswered).toEqual([])
})

test('whether a state holds is answered by the row that gives another one', async () => {
  await using use = await matterWith(LETTER)
  const { answer } = await asked(use, model(), { question: 'Was bisoprolol changed?' })
  expect(answer.claims.map(({ text }) => text)).toEqual(['Bisoprolol · Dose: 2.5 mg once daily · Status: Unchanged'])
  expect(answer.state).toBe('answered')
})

test('what stands below the heading of the things that are asked for is quoted, all of it', async () => {
  await using use = await matterWith(
    '# Letter\n\n## Allergies\n\nPenicillin: widespread rash in 1998. No other allergy known.\n\n## Course\n\nHe went home.\n',
  )
  const { answer } = await asked(use, model(), { question: 'Which allergies does he have?' })
  expect(answer.claims.map(({ text }) => text)).toEqual([
    'Penicillin: widespread rash in 1998.',
    'No other allergy known.',
  ])
  expect(answer).toMatchObject({ state: 'answered', notAnswered: [] })
})

test('a row that two documents have is one sentence, with the place of each', async () => {
  const tables = (dash: string) =>
    `| Test | Range | 3 June 2025 |\n| --- | --- | --- |\n| Potassium | 3.5${dash}5.3 | 5.9 |\n`
  await using use = await matterWith(`# Letter\n\n${tables('-')}\n# Laboratory\n\n${tables('–')}`)
  const { answer } = await asked(use, model(), { question: 'What was the potassium on 3 June 2025?' })
  expect(answer.claims.map(({ text, citations }) => [text, citations.length])).toEqual([
    ['Potassium · 3 June 2025: 5.9 · Range: 3.5-5.3', 2],
  ])
  expect(answer).toMatchObject({ state: 'answered', notAnswered: [] })
})
