import { expect, test } from 'vitest'
import { wholeAssistant } from '../whole-assistant.ts'
import { accusing, addDocument, checkText, pagesAsPdf } from './checking-drafts.ts'

const MATTER = 'Roe v Doe'
const TEXTS = [
  'The oven in the back room was stopped by the fire officer on 3 May 2022.',
  'The plaster of the north wall was found to be damp by the surveyor.',
  'The landlord refused to repair the roof above the flour store.',
]

test('pages without text are counted, and what could not be looked up is in the report whatever it is', async () => {
  await using whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  await addDocument(whole, MATTER, await whole.write('letter.txt', TEXTS.join('\n\n')))
  await addDocument(whole, MATTER, await whole.write('photo.pdf', '%PDF-1.7 nothing more'))
  const events = await checkText(whole, MATTER, 'See Penhallow v Tregarth Estates [2011] EWCA Civ 3107.')
  expect(accusing(events)).toEqual([])
  const { file } = await whole.client.draft.report({ matter: MATTER, draft: 'brief.txt', format: 'docx' })
  const name = 'report.docx'
  const { draftId } = await whole.client.draft.add({ matter: MATTER, name, file: new File([file], name) })
  const pages = await whole.client.draft.pages({ matter: MATTER, draft: draftId })
  const text = pages.map((page) => page.text).join('\n')
  expect(text).toContain('Not every document or reference library could be searched')
  expect(text).toContain('photo.pdf')
  const { store } = await whole.assistant.matters.open(MATTER)
  const blank = JSON.stringify([
    { page: 1, text: 'One is here.', blocks: [] },
    { page: 2, text: ' ', blocks: [] },
  ])
  store.database.prepare('UPDATE drafts SET pages = ? WHERE id = ?').run(blank, draftId)
  const ends: unknown[] = []
  for await (const event of await whole.client.draft.check({ matter: MATTER, draft: draftId }))
    if (event.type === 'check-end') ends.push(event.pagesWithoutText)
  expect(ends).toEqual([1])
})

test('an authority that is broken over two pages is found', async () => {
  await using whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  const pages = ['Nothing here.\n'.repeat(300) + 'Penhallow v Tregarth', 'Estates [2011] EWCA Civ 3107 and others.']
  await addDocument(whole, MATTER, await whole.write('list.txt', pages.join('\f')))
  const events = await checkText(whole, MATTER, 'See Penhallow v Tregarth Estates [2011] EWCA Civ 3107.')
  expect(accusing(events)).toEqual([])
})

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

test('a page is confirmed by no number that only stands at its edge, and by no statute that is named there', async () => {
  await using whole = await wholeAssistant()
  await whole.client.home.create({ passphrase: null })
  await whole.client.matter.create({ name: MATTER })
  const pages = [
    { printed: '', text: TEXTS[0] ?? '' },
    { printed: '', text: `${TEXTS[1]} Section 573 BGB is named here.` },
    { printed: '400', text: TEXTS[2] ?? '' },
  ]
  await addDocument(whole, MATTER, await whole.write('judgment.pdf', await pagesAsPdf(pages)))
  const found = async (sentence: string) => {
    const events = await checkText(whole, MATTER, sentence)
    return events.flatMap((event) => (event.type === 'finding' && event.kind === 'page' ? [event.verdict] : []))
  }
  expect(await found('The landlord refused to repair the roof above the flour store (judgment, page 400).')).toEqual([
    'contradicted',
  ])
  expect(await found('Under section 573 BGB the oven was sold to Okonjo in 1999 (judgment, page 2).')).toEqual([])
})
