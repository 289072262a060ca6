import { expect, test } from 'vitest'
import { wholeAssistant } from '../whole-assistant.ts'
import { accusing, addDocument, checkText, pagesAsPdf } from './checking-drafts.ts'

const MATTER = 'Roe v Doe'
const TEXTS = [
  'The oven in the back room was stopped by the fire officer on 3 May 2022.',
  'The plaster of the north wall was found to be damp by the surveyor.',
  'The landlord refused to repair the roof above the flour store.',
]

test('a page is missing only where no page is printed with so high a number', async () => {
  await using whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  const pages = TEXTS.map((text, at) => ({ printed: String(at + 401), text }))
  await addDocument(whole, MATTER, await whole.write('judgment.pdf', await pagesAsPdf(pages)))
  const cited = (page: number) =>
    checkText(whole, MATTER, `The oven in the back room was stopped by the fire officer (judgment, page ${page}).`)
  expect(accusing(await cited(401))).toEqual([])
  expect(accusing(await cited(403)).map(({ kind, said }) => [kind, said?.key])).toEqual([
    ['page', 'draftCheck.said.otherPage'],
  ])
  expect(accusing(await cited(404)).map(({ kind, said }) => [kind, said?.key])).toEqual([
    ['page', 'draftCheck.said.noPage'],
  ])
})
