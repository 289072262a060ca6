import { describe, expect, test } from 'vitest'
import { isLabelOf } from '../../../assistant/answers/labelled-passages.ts'
import { passageSource } from '../../../assistant/answers/passage-source.ts'
import { addPaths } from '../../../assistant/reading/add-paths.ts'
import { askedParts } from '../../../checks/asked-parts.ts'
import { matterInUse } from '../matter-in-use.ts'
import { passagesOf } from './passages-of.ts'

const filler = (n: number) =>
  `${n}.1 The Landlord and the Tenant agree on item ${n}; the Landlord gives notice. `.repeat(10)

test('evidence brings the row that is labelled with what is asked, however many passages speak of it', async () => {
  await using use = await matterInUse()
  const clauses = Array.from({ length: 12 }, (_, at) => `CLAUSE ${at + 1}. THE LANDLORD\n\n${filler(at + 1)}`)
  const form = `PARTICULARS\n\n${'Of the building and of its history much is told. '.repeat(12)}\n\nLandlord\tPennifold Estates Limited\nTenant\tLarkspur Bakery`
  const path = await use.write('lease.txt', [...clauses, form].join('\n\n'))
  await Array.fromAsync(addPaths([path], { matter: use.matter, queue: use.queue, now: () => new Date() }))
  const query = { question: 'Who is the landlord?', follows: null, documents: [], asOf: null }
  const { evidence } = await passageSource(use.matter, null).find(query, new AbortController().signal)
  const found = passagesOf(evidence)
  expect(found).toHaveLength(8)
  expect(found.at(-1)?.text).toContain('Pennifold Estates Limited')
})

describe('a label is what is asked', () => {
  const part = (question: string) => askedParts(question, new Set())[0]!
  test.each([
    ['Who is the landlord?', 'Landlord'],
    ['What is the yearly rent?', 'Annual Rent'],
    ['What is the date of birth of the patient?', 'Date of birth'],
  ])('%s: %s', (question, label) => {
    expect(isLabelOf(label, part(question))).toBe(true)
  })
  test.each([
    ['Who is the landlord?', 'Landlord’s solicitor'],
    ['What is the rent deposit?', 'Rent'],
    ['What is the rent?', 'Rent payment dates'],
  ])('and not where it says less or more: %s: %s', (question, label) => {
    expect(isLabelOf(label, part(question))).toBe(false)
  })
})
