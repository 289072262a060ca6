import { expect, test } from 'vitest'
import { scanForAnswers } from '../../../../assistant/answers/evidence/scan-documents.ts'
import { markSources } from '../../../../assistant/answers/evidence/find-evidence.ts'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { matterInUse } from '../../matter-in-use.ts'
import { passagesOf } from '../passages-of.ts'

const clause = (n: number) =>
  `CLAUSE ${n}. THE LANDLORD\n\n${`${n}.1 The Landlord and the Tenant agree on item ${n}; the Landlord gives notice. `.repeat(10)}`
const CLAUSES = Array.from({ length: 12 }, (_, at) => clause(at + 1)).join('\n\n')
const FORM = `PARTICULARS\n\n${'Of the building and of its history much is told. '.repeat(12)}\n\nLandlord\tPennifold Estates Limited\nTenant\tLarkspur Bakery`
const REPAIRS = 'STATE OF REPAIR\n\nThe roof leaks above the shop.\n\nThe boiler is of 1987.'

/** Among one matter's documents, what search finds of a question and what is added to it. */
async function answering(question: string, text: string) {
  const use = await matterInUse()
  const path = await use.write('lease.txt', text)
  await Array.fromAsync(addPaths([path], { matter: use.matter, queue: use.queue, now: () => new Date() }))
  const query = { question, follows: null, documents: [], asOf: null }
  const { evidence } = await passageSource(use.matter, null).find(query, new AbortController().signal)
  const found = passagesOf(markSources(evidence, []))
  const textOf = () => text.toLowerCase()
  const asked = { question, named: [], textOf }
  const added = scanForAnswers(use.matter, { ...asked, found, marked: found })
  return { found, added, [Symbol.asyncDispose]: () => use[Symbol.asyncDispose]() }
}

test('the row that is labelled with what is asked is brought, however many passages search ranks before it', async () => {
  await using use = await answering('Who is the landlord?', `${CLAUSES}\n\n${FORM}`)
  expect(use.found.map(({ text }) => text).join()).not.toContain('Pennifold')
  expect(use.added).toHaveLength(1)
  expect(use.added[0]?.text).toContain('Pennifold Estates Limited')
  expect(use.found.map(({ source }) => source)).not.toContain(use.added[0]?.source)
})

test('the section whose heading is asked for is brought', async () => {
  await using use = await answering('Summarize the state of repair.', `${CLAUSES}\n\n${REPAIRS}`)
  const read = [...use.found, ...use.added].map(({ text }) => text).join()
  expect(read).toContain('The roof leaks')
})

test('nothing is brought of what no place answers, and no passage twice', async () => {
  await using none = await answering('Who is the architect?', `${CLAUSES}\n\n${FORM}`)
  expect(none.added).toEqual([])
  await using found = await answering('Who is the landlord?', FORM)
  expect(found.added).toEqual([])
})
