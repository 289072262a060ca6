import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { Chronology } from '../../../renderer/surveys/chronology.tsx'
import { CitationMarks } from '../../../renderer/surveys/citations.tsx'
import { Table } from '../../../renderer/surveys/survey-table.tsx'
import { showPart } from './open-window.tsx'

const MATTER = 'm-sample-hollis-v-marlowe'
const nothing = () => {}

test('a chronology has one row a date, with every sentence that has it', async () => {
  const { user } = await showPart(<Chronology matter={MATTER} onOpen={nothing} />)
  await user.click(await screen.findByRole('button', { name: 'Make chronology' }))
  const row = await screen.findByTestId('event')
  await waitFor(() => expect(row.textContent).toContain('The rent was paid.'))
  expect(row.textContent).toContain('Wed 3 Jun 2026')
  expect(row.textContent).toContain('Notice was given.')
  expect(within(row).getAllByTestId('citation')).toHaveLength(2)
})

test('a table that was never begun offers to make it, also after it could not begin', async () => {
  const { user } = await showPart(<Table matter={MATTER} onOpen={nothing} />, {
    prepare: (state) => void (state.settings.languageModel = null),
  })
  await user.type(await screen.findByRole('textbox'), 'Who is the tenant?')
  await user.click(screen.getByRole('button', { name: 'Make table' }))
  await screen.findByTestId('failure')
  await screen.findByRole('button', { name: 'Make table' })
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
})

test('a table is made of the documents that are chosen, all at first, and says why it cannot be made', async () => {
  const { user, client } = await showPart(<Table matter={MATTER} onOpen={nothing} />)
  const make = await screen.findByRole('button', { name: 'Make table' })
  expect(make.getAttribute('aria-disabled')).toBe('true')
  expect(make.parentElement?.textContent).toContain('Write a question first.')
  await user.type(screen.getByRole('textbox'), 'Who is the tenant?')
  expect(make.parentElement?.textContent).not.toContain('Write a question first.')
  const documents = await client.library.documents({ matter: MATTER })
  const [first] = documents
  await user.click(screen.getByRole('button', { name: 'Documents of the table: all documents' }))
  await user.click(screen.getByRole('checkbox', { name: first?.document ?? '' }))
  const chosen = `Documents of the table: 1 of ${documents.length} documents`
  expect(await screen.findByRole('button', { name: chosen, hidden: true })).not.toBeNull()
})

test('a table that is whole does not offer to continue, but to be brought up to date', async () => {
  const { user } = await showPart(<Table matter={MATTER} onOpen={nothing} />)
  await user.type(await screen.findByRole('textbox'), 'Who is the tenant?')
  await user.click(screen.getByRole('button', { name: 'Make table' }))
  await screen.findByRole('button', { name: 'Update table' })
  expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull()
})

test('a table comes with the documents that were ticked, and a cell that may be no answer says so in place of its mark', async () => {
  const { user, client, shell, show, calls } = await showPart(<p />)
  const [first] = await client.library.documents({ matter: MATTER })
  const documents = [first?.document ?? '']
  shell.offers.take(MATTER, { kind: 'table', questions: [], documents, count: 1, seconds: null })
  show(<Table matter={MATTER} onOpen={nothing} />)
  await screen.findByRole('button', { name: /^Documents of the table: 1 of/ })
  expect(calls).not.toContain('survey/table')
  await user.type(screen.getByRole('textbox'), 'How was it stopped?')
  await user.click(screen.getByRole('button', { name: 'Make table' }))
  expect((await screen.findByTestId('cell')).textContent).toMatch(/May not be the answer \(verbatim\)$/)
  expect(screen.getByTestId('cell').querySelector('.verdict')).toBeNull()
})

test('a place without a page, beside its document, is called a source once', async () => {
  const place = {
    source: 'S1',
    documentId: 'd1',
    document: 'lease.txt',
    reference: null,
    textVersion: 1,
    quote: 'LEASE',
  }
  const citations = [{ ...place, page: null, start: 0, end: 5 }]
  await showPart(<CitationMarks citations={citations} onOpen={nothing} isOfOneDocument />)
  expect((await screen.findByTestId('citation')).getAttribute('aria-label')).toBe('source: lease.txt')
})
