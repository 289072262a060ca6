import { inventChanges } from '../stand-in/invented-comparison.ts'
import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import type { DocumentActions } from '../../../renderer/library/document-actions.tsx'
import { DocumentPanel } from '../../../renderer/library/document-panel.tsx'
import { Drafts } from '../../../renderer/drafts/drafts.tsx'
import { leaseVersions } from '../stand-in/invented-documents.ts'
import { DocumentViewer } from '../../../renderer/viewer/document-viewer.tsx'
import type { StandInState } from '../stand-in/stand-in-assistant.ts'
import { showPart } from './open-window.tsx'

const MATTER = 'm-sample-hollis-v-marlowe'

/** In Drafts with both versions of the lease in the matter, and what is chosen of them. */
async function openVersions(
  chosen: { readonly earlier?: string; readonly later?: string },
  prepare: (state: StandInState) => void = () => {},
) {
  const [before, after] = leaseVersions()
  const ids = { earlier: before.detail.documentId, later: after.detail.documentId }
  const place = {
    name: 'drafts',
    matter: MATTER,
    draftsTab: 'compare',
    earlier: chosen.earlier ?? null,
    later: chosen.later ?? null,
  }
  history.replaceState({ place }, '')
  const shown = await showPart(<Drafts />, {
    prepare(state) {
      state.documents.push(before, after)
      prepare(state)
    },
  })
  return { ...shown, ids }
}

const [BEFORE, AFTER] = leaseVersions().map(({ detail }) => detail.documentId) as [string, string]
const compared = (prepare?: (state: StandInState) => void) => openVersions({ earlier: BEFORE, later: AFTER }, prepare)

test('two documents are chosen, swapped and compared; one and the same is refused before', async () => {
  const { user } = await openVersions({ earlier: BEFORE })
  const submit = await screen.findByRole('button', { name: 'Compare' })
  await waitFor(() => expect((screen.getByLabelText('Earlier version') as HTMLSelectElement).value).toBe(BEFORE))
  expect(submit.getAttribute('aria-disabled')).toBe('true')
  await user.selectOptions(screen.getByLabelText('Later version'), BEFORE)
  await screen.findByText('Choose two different documents.')
  await user.selectOptions(screen.getByLabelText('Later version'), AFTER)
  await user.click(screen.getByRole('button', { name: 'Swap' }))
  expect((screen.getByLabelText('Earlier version') as HTMLSelectElement).value).toBe(AFTER)
  await user.click(submit)
  await screen.findByRole('heading', { name: '8 changes' })
})

const REPLACED = { textVersion: 7, bytes: 48_000, replacedAt: '2026-06-03T09:58:00.000Z' }
const withPrevious = ({ documents }: StandInState) => {
  for (const { detail } of documents) if (detail.documentId === AFTER) Object.assign(detail, { previous: REPLACED })
}

test('the version before is chosen for the earlier side, and goes with its document alone', async () => {
  const { user } = await openVersions({}, withPrevious)
  const earlier = (await screen.findByLabelText('Earlier version')) as HTMLSelectElement
  const later = screen.getByLabelText('Later version') as HTMLSelectElement
  expect(within(later).queryByRole('option', { name: /^Previous version/ })).toBeNull()
  await user.selectOptions(earlier, 'Previous version of Lease, draft 3.docx')
  expect(later.value).toBe(AFTER)
  expect(screen.getByRole('button', { name: 'Swap' }).getAttribute('aria-disabled')).toBe('true')
  await user.selectOptions(later, BEFORE)
  expect(earlier.value).toBe('')
  await user.selectOptions(earlier, 'Previous version of Lease, draft 3.docx')
  await user.click(screen.getByRole('button', { name: 'Compare' }))
  await screen.findByRole('heading', { name: '8 changes' })
  expect(screen.getByText('Previous version of Lease, draft 3.docx → Lease, draft 3.docx')).toBeTruthy()
})

test('where the version before is not kept any more, another is to be chosen', async () => {
  await openVersions({ earlier: 'previous', later: AFTER })
  const earlier = (await screen.findByLabelText('Earlier version')) as HTMLSelectElement
  expect([earlier.value, (screen.getByLabelText('Later version') as HTMLSelectElement).value]).toEqual(['', AFTER])
})

test('a document that was replaced leads to its comparison, and the version before can be deleted', async () => {
  const actions = {} as DocumentActions
  const { user, state } = await showPart(
    <DocumentPanel matter={MATTER} documentId={AFTER} onRead={() => {}} actions={actions} onClose={() => {}} />,
    {
      prepare(prepared) {
        prepared.documents.push(...leaseVersions())
        withPrevious(prepared)
      },
    },
  )
  await screen.findByRole('link', { name: 'Compare with the previous version' })
  await user.click(screen.getByRole('button', { name: 'Delete the previous version…' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Compare with the previous version' })).toBeNull())
  expect(state.documents.some(({ detail }) => detail.documentId === AFTER)).toBe(true)
})

test.each([
  ['leads to what changed in it where a version before is kept', withPrevious, 1],
  ['leads to no comparison where none is', () => {}, 0],
])('a document that is read %s', async (_, prepare, links) => {
  await showPart(<DocumentViewer matter={MATTER} documentId={AFTER} textVersion={null} page={null} spans={[]} />, {
    prepare(state) {
      state.documents.push(...leaseVersions())
      prepare(state)
    },
  })
  await screen.findByRole('toolbar')
  expect(screen.queryAllByRole('link', { name: 'Compare with the previous version' })).toHaveLength(links)
})

test('changes stand in their groups with clause and sentence, small ones are folded, and who tracked them is said', async () => {
  const { user } = await compared()
  await screen.findByText('6 tracked by R. Lindqvist, 2 not tracked')
  const numbers = screen.getByRole('region', { name: 'Numbers and dates' })
  expect(
    within(numbers)
      .getAllByTestId('change')
      .map(({ textContent }) => textContent),
  ).toEqual(['12.1six months → three months', '3.1£42,500 a year → £44,750 a year', '1,250 → 1,400not tracked'])
  expect(screen.getAllByTestId('change')).toHaveLength(7)
  await user.click(screen.getByRole('button', { name: /1 change of spelling/ }))
  expect(screen.getAllByTestId('change')).toHaveLength(8)
  expect(screen.getByRole('region', { name: 'Comments in the files' }).textContent).toContain(
    'My client insists on this.',
  )
})

test('the list is narrowed to a kind of change; kinds without any cannot be pressed', async () => {
  const { user } = await compared()
  await screen.findByRole('heading', { name: '8 changes' })
  const filter = screen.getByRole('group', { name: 'Show changes' })
  expect(within(filter).getByRole('button', { name: 'Parties 0' }).getAttribute('aria-disabled')).toBe('true')
  await user.click(within(filter).getByRole('button', { name: 'Not tracked 2' }))
  expect(screen.getAllByTestId('change').map(({ textContent }) => textContent)).toEqual([
    '1,250 → 1,400not tracked',
    '12.3shall repay → may repaynot tracked',
  ])
})

test('both texts stand level, with removed and added words told apart, at the chosen change', async () => {
  const { user } = await compared()
  const texts = await screen.findByTestId('paired-texts')
  await waitFor(() => expect(texts.querySelectorAll('.now').length).toBe(2))
  expect([...texts.querySelectorAll('.now del, .now ins')].map(({ textContent }) => textContent)).toEqual([
    'removed: six',
    'added: three',
  ])
  await user.click(screen.getByRole('button', { name: 'Next change' }))
  await screen.findByText('2 of 7')
  await waitFor(() => expect(texts.querySelector('.now ins')?.textContent).toBe('added: £44,750'))
  await screen.findByText('Selected: 3.1, tracked by R. Lindqvist on', { exact: false })
})

test('the words of the chosen change are told from those of others, and of text that moved all of it', async () => {
  const { user } = await compared()
  const texts = await screen.findByTestId('paired-texts')
  const current = () => [...texts.querySelectorAll('.current')].map(({ textContent }) => textContent)
  await waitFor(() => expect(current()).toEqual(['removed: six', 'added: three']))
  await user.click(screen.getByRole('button', { name: 'Next change' }))
  await waitFor(() => expect(current()).toEqual(['removed: £42,500', 'added: £44,750']))
  const moved = (await screen.findAllByTestId('change')).find(({ textContent }) => textContent?.includes('To 16.2'))
  await user.click(moved as HTMLElement)
  await waitFor(() =>
    expect(current().join(' ')).toMatch(/A notice to the Tenant may be left.*A notice to the Tenant may be left/),
  )
})

test('a clause that moved and was reworded keeps its changed words in sight, and is not called unchanged', async () => {
  const { user } = await compared((held) => {
    const changes = inventChanges()
    const at = changes.findIndex(({ kind }) => kind === 'moved')
    const moved = changes[at]
    if (!moved?.after) throw new Error('Expected a change that moved.')
    const { start, text } = moved.after
    const words = [{ start: start + text.indexOf('Tenant'), end: start + text.indexOf('Tenant') + 6 }]
    const edit = {
      ...moved,
      changeId: 'reworded',
      kind: 'changed' as const,
      before: null,
      after: { ...moved.after, words },
    }
    held.comparison.changes = [...changes.with(at, { ...moved, isReworded: true }), edit]
  })
  const moved = (await screen.findAllByTestId('change')).find(({ textContent }) => textContent?.includes('To 16.2'))
  await user.click(moved as HTMLElement)
  const texts = screen.getByTestId('paired-texts')
  await waitFor(() => expect(texts.textContent).toContain('13.2 moved to 16.2.'))
  expect(texts.textContent).not.toContain('Words unchanged.')
  const row = texts.querySelector('.now[data-side=after]')
  expect(row?.querySelector('ins')?.textContent).toBe('added: Tenant')
  expect(row?.textContent?.replace('added: ', '')).toContain('A notice to the Tenant may be left')
})

test('a change of text without a number is called by what changed', async () => {
  const { user } = await compared()
  const unnumbered = (await screen.findAllByTestId('change')).find(({ textContent }) => textContent?.includes('1,400'))
  await user.click(unnumbered as HTMLElement)
  expect(await screen.findByText('Selected: 1,250 → 1,400, not tracked')).not.toBeNull()
})

test('a clause that moved leaves word of where it went, and leads there', async () => {
  const { user } = await compared()
  const moved = (await screen.findAllByTestId('change')).find(({ textContent }) => textContent?.includes('To 16.2'))
  await user.click(moved as HTMLElement)
  const texts = screen.getByTestId('paired-texts')
  await waitFor(() => expect(texts.textContent).toContain('13.2 moved to 16.2. Words unchanged.'))
  expect(texts.textContent).toContain('Moved here from 13.2. Words unchanged.')
  await user.click(within(texts).getByRole('button', { name: 'Go to 16.2' }))
  await waitFor(() => expect(texts.querySelector('.now[data-side=after]')?.textContent).toMatch(/^16\.2/))
})

test('comparing is stopped and begun again, and says what hindered it', async () => {
  const { user, state } = await compared((held) => void (held.comparison.isHeld = true))
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  await screen.findByText('Stopped. The documents are not compared to the end.')
  Object.assign(state.comparison, { isHeld: false, isRefused: true })
  await user.click(screen.getByRole('button', { name: 'Compare again' }))
  await screen.findByText('Draft 2.pdf has no text to compare.')
  state.comparison.isRefused = false
  await user.click(screen.getByRole('button', { name: 'Compare again' }))
  expect(await screen.findByRole('heading', { name: '8 changes' })).not.toBeNull()
})

test('equal texts and texts that are hardly versions of one document are said to be so', async () => {
  const { user, state } = await compared((held) => void (held.comparison.changes = []))
  await screen.findByText('Both texts are the same, word for word.')
  Object.assign(state.comparison, { changes: null, end: { unrelated: true, sameShare: 0.08 } })
  await user.click(screen.getByRole('button', { name: 'Other versions' }))
  await user.selectOptions(await screen.findByLabelText('Earlier version'), AFTER)
  await user.selectOptions(screen.getByLabelText('Later version'), BEFORE)
  await user.click(screen.getByRole('button', { name: 'Compare' }))
  expect((await screen.findByRole('note')).textContent).toMatch(/They share 8.?% of their words\./)
})

test('a redline that could not keep everything is saved, and what is missing is said until it is closed', async () => {
  const { user } = await compared((state) => void (state.comparison.losses = ['look', 'numbers']))
  await screen.findByRole('heading', { name: '8 changes' })
  await user.click(screen.getByRole('button', { name: 'Export redline' }))
  await user.click(await screen.findByRole('button', { name: 'Word' }))
  await screen.findByText('“Redline.docx” was saved, with these limits:')
  const limits = within(screen.getByRole('dialog')).getAllByRole('listitem')
  expect(limits.map(({ textContent }) => textContent)).toEqual([
    'The redline has the text of “Lease, draft 2.docx”, but not its fonts, pictures, headers, footers and macros.',
    'Automatic numbers follow “Lease, draft 2.docx”. They differ from those in “Lease, draft 3.docx”.',
  ])
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a redline that keeps everything closes its dialog', async () => {
  const { user } = await compared()
  await screen.findByRole('heading', { name: '8 changes' })
  await user.click(screen.getByRole('button', { name: 'Export redline' }))
  await user.click(await screen.findByRole('button', { name: 'Word' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
