import { message } from '../../../wording/message.ts'
import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { Drafts } from '../../../renderer/drafts/drafts.tsx'
import { inventFindings } from '../stand-in/invented-draft.ts'
import { openWindow, showPart } from './open-window.tsx'

const DRAFT = 'Skeleton argument, draft 3.docx'

async function openDraft(options: Parameters<typeof showPart>[1] = {}) {
  const shown = await showPart(<Drafts />, options)
  await shown.user.click(await screen.findByRole('button', { name: DRAFT }))
  return shown
}

const findings = () => screen.findAllByTestId('finding')
const findingOf = async (words: string) => {
  const found = (await findings()).find(({ textContent }) => textContent?.includes(words))
  if (!found) throw new Error(`Expected a finding about “${words}”.`)
  return found
}

test('a draft is opened with its findings by gravity, each with its number, its place and what is wrong', async () => {
  await openDraft()
  await waitFor(() => expect(screen.getAllByTestId('finding')).toHaveLength(7))
  expect(screen.getAllByTestId('finding').map(({ textContent }) => textContent)).toEqual([
    '1three months’ notice¶\u00A04Accepted',
    '2Thursday 27 September 2024¶\u00A06It was a Friday.',
    '3the second day after posting¶\u00A07One word is missing from the quotation.',
    '4Penhallow v Tregarth Estates [2011] EWCA Civ 3107¶\u00A09Dismissed by you: checked on paper',
    '5Brightwater was authorised to accept notices for the Landlord.¶\u00A08',
    '6lease, page 11¶\u00A05The words are on page 2.',
    'No copy of the notice has to go to solicitors.¶\u00A010“The notice must be copied to the Landlord’s solicitors.”',
  ])
  await screen.findByText('against 14 documents and 3 reference libraries', { exact: false })
})

test('every sentence that was checked has a sign in the text, and the legend says that the rest was not checked', async () => {
  const { user } = await openDraft()
  // Only what is near is drawn: the page of the finding.
  await user.click(await findingOf('It was a Friday.'))
  await waitFor(() => expect(screen.getAllByTestId('sign')).toHaveLength(7))
  const signs = screen.getAllByTestId('sign').map((sign) => sign.getAttribute('data-group'))
  expect(signs.filter((group) => group === 'confirmed')).toHaveLength(1)
  expect(signs.filter((group) => group === 'notCheckable')).toHaveLength(1)
  expect(screen.getByRole('group', { name: 'Marks' }).textContent).toContain('Text without a mark was not checked.')
})

test('a finding shows the words of the draft and of the page with what only one of them has, and the page below', async () => {
  const { user } = await openDraft()
  await user.click(await findingOf('the second day after posting'))
  const column = await screen.findByRole('complementary', { name: 'Finding' })
  const page = within(column).getByText('Page', { selector: 'dt' }).nextElementSibling
  expect(page?.textContent).toContain('is deemed served on the second')
  expect(page?.querySelector('.put')?.textContent).toBe('only on the page: working ')
  expect(column.textContent).toContain('Lease, signed copy.pdf')
})

test('a sentence that a page says in other words is shown to be compared, and is no open finding', async () => {
  const { user } = await openDraft()
  const sentence = await findingOf('No copy of the notice has to go to solicitors.')
  const group = screen.getByRole('region', { name: 'Compare with the page' })
  expect(within(group).getAllByTestId('finding')).toEqual([sentence])
  await screen.findByText('6 findings')
  await user.click(sentence)
  const column = await screen.findByRole('complementary', { name: 'Finding' })
  expect(column.textContent).toContain('must be copied to')
  expect(within(column).queryByRole('button', { name: 'Dismiss…' })).toBeNull()
  const signs = screen.getAllByTestId('sign').map((sign) => sign.getAttribute('data-group'))
  expect(signs.filter((one) => one === 'compare')).toHaveLength(1)
})

test('a draft of which nothing is wrong, but something is to be compared, says so', async () => {
  await openDraft({
    prepare: (state) => {
      state.findings = inventFindings(state.documents).filter(({ verdict }) => verdict === 'not-checkable')
    },
  })
  await screen.findByText('1 passage to compare with its page')
  await screen.findByText('1 passage could not be checked. Read it yourself.', { exact: false })
  expect(screen.queryByText('Nothing to decide')).toBeNull()
})

test('a passage in other words whose value is another on the page is listed with both values', async () => {
  await openDraft({
    prepare: (state) => {
      state.findings = inventFindings(state.documents).flatMap((finding) => {
        if (finding.verdict !== 'not-checkable' || finding.citations.length === 0) return []
        const values = { stands: '20 mg', written: '40 mg' }
        const said = message('draftCheck.said.otherValue', values)
        return [{ ...finding, words: [{ start: finding.start, end: finding.start + 6 }], said }]
      })
    },
  })
  const group = await screen.findByRole('region', { name: 'Compare with the page' })
  expect(within(group).getByTestId('finding').textContent).toContain('with “20 mg” and not “40 mg”')
})

test('a finding that is dismissed asks for a reason, stays in the list with it, and can be opened again', async () => {
  const { user } = await openDraft()
  await user.click(await findingOf('It was a Friday.'))
  await user.click(await screen.findByRole('button', { name: 'Dismiss…' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('button', { name: 'Dismiss' }).getAttribute('aria-disabled')).toBe('true')
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'another calendar')
  await user.click(within(dialog).getByRole('button', { name: 'Dismiss' }))
  await waitFor(async () => expect((await findings())[1]?.textContent).toContain('another calendar'))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(async () => expect((await findings())[1]?.textContent).toContain('It was a Friday.'))
})

test('a note on a finding is kept with its acceptance', async () => {
  const { user } = await openDraft()
  await user.click(await findingOf('It was a Friday.'))
  await user.click(await screen.findByRole('button', { name: 'Add note' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'ask the courier')
  await user.click(within(dialog).getByRole('button', { name: 'Accept with note' }))
  await waitFor(async () => expect((await findings())[1]?.textContent).toContain('Accepted: ask the courier'))
})

test('a check says how far it is, is stopped with what was found, and goes on', async () => {
  const { user, state } = await openDraft({ prepare: (held) => void (held.heldAfterFindings = 4) })
  const running = await screen.findByRole('group', { name: 'Checking' })
  await waitFor(() => expect(running.textContent).toMatch(/3 of 12 sentences/))
  await user.click(within(running).getByRole('button', { name: 'Stop' }))
  await screen.findByText('Stopped.', { exact: false })
  expect(screen.getByText('3 of 12 sentences checked.')).not.toBeNull()
  expect(screen.getAllByTestId('finding')).toHaveLength(3)
  state.heldAfterFindings = Infinity
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(screen.getAllByTestId('finding')).toHaveLength(7))
})

test('a check that ended as the documents changed says so, and goes on', async () => {
  const { user, state } = await openDraft({ prepare: (held) => void (held.changeMeanwhile = true) })
  await screen.findByText('The draft or the documents changed during the check', { exact: false })
  expect(screen.queryByText('Stopped. The findings so far are kept.')).toBeNull()
  state.changeMeanwhile = false
  await user.click(screen.getByRole('button', { name: 'Check again' }))
  expect(await screen.findByText('Checked today', { exact: false })).not.toBeNull()
})

test('a check goes on while one is elsewhere, and no second one begins', async () => {
  const { calls, show } = await openDraft({ prepare: (held) => void (held.heldAfterFindings = 4) })
  await screen.findByRole('group', { name: 'Checking' })
  show(<p>elsewhere</p>)
  await screen.findByText('elsewhere')
  show(<Drafts />)
  await screen.findByRole('group', { name: 'Checking' })
  expect(calls.filter((call) => call === 'draft/check')).toHaveLength(1)
})

test('a draft without findings says so, with what was not looked at', async () => {
  await openDraft({ prepare: (state) => void (state.findings = []) })
  expect(await screen.findByText('Nothing to decide')).not.toBeNull()
})

test('text that is pasted becomes a draft and is opened; an empty file says what happened', async () => {
  const { user, client } = await showPart(<Drafts />)
  await user.upload(await screen.findByTestId('add-draft'), new File([], 'Empty.docx'))
  await screen.findByText('Empty.docx was not added.')
  await screen.findByText('The file is empty.')
  await user.upload(screen.getByTestId('add-draft'), new File(['MZ'], 'setup.exe'))
  await screen.findByText('No text was found in it.')
  await user.click(screen.getByRole('button', { name: 'Paste text…' }))
  const dialog = await screen.findByRole('dialog')
  await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('textbox', { name: 'Text' })))
  await user.paste('The rent is £9.')
  await user.click(within(dialog).getByRole('button', { name: 'Check' }))
  await screen.findByRole('heading', { name: /^Pasted draft, .*\.txt$/ })
  const drafts = await client.draft.list({ matter: 'm-sample-hollis-v-marlowe' })
  expect(drafts.map(({ name }) => name)).toEqual([DRAFT, expect.stringMatching(/^Pasted draft, .*\.txt$/)])
})

test('several files become drafts together, and none of them is opened', async () => {
  const { user } = await showPart(<Drafts />)
  const files = [new File(['a'], 'One.txt'), new File(['b'], 'Two.txt')]
  await user.upload(await screen.findByTestId('add-draft'), files)
  await screen.findByRole('button', { name: 'Two.txt' })
  expect(await screen.findByRole('button', { name: 'One.txt' })).not.toBeNull()
})

test('a removed draft is gone from the list, after it was asked about', async () => {
  const { user } = await showPart(<Drafts />)
  await user.click(await screen.findByRole('button', { name: `Remove ${DRAFT}` }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: DRAFT })).toBeNull())
})

test('the navigation says how many findings are open, and a file dropped in Drafts becomes a draft, no document', async () => {
  const { user, calls } = await openWindow()
  await user.click((await screen.findAllByRole('link', { name: 'Sample: Hollis v Marlowe' }))[0] as HTMLElement)
  await screen.findByTitle('4 open findings in drafts')
  await user.click(within(screen.getByRole('list', { name: 'Places' })).getByRole('link', { name: /^Drafts/ }))
  await screen.findByRole('heading', { name: 'Check a draft against the documents' })
  const file = new File(['The rent is £9.'], 'Letter.txt')
  const drop = new Event('drop', { bubbles: true, cancelable: true })
  const item = { kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }
  Object.assign(drop, { dataTransfer: { types: ['Files'], items: [item], files: [file] } })
  window.dispatchEvent(drop)
  await screen.findByRole('heading', { name: 'Letter.txt' })
  expect(calls).not.toContain('library/addBytes')
})
