import { screen, waitFor, within } from '@testing-library/dom'
import { expect, test } from 'vitest'
import { AsideColumn } from '../../../renderer/viewer/aside-column.tsx'
import { DocumentViewer } from '../../../renderer/viewer/document-viewer.tsx'
import { viewKind } from '../../../renderer/viewer/view-kind.ts'
import { ViewerBar } from '../../../renderer/viewer/viewer-bar.tsx'
import { inventDocuments } from '../stand-in/invented-documents.ts'
import { showPart } from './open-window.tsx'

const MATTER = 'm-sample-hollis-v-marlowe'

/** The column of a document, in the frame over which the second half lies. */
function column(documentId: string, page: number | null = null) {
  return (
    <div className="app">
      <AsideColumn label="Document" isOpened focusKey={documentId} onClose={() => {}}>
        <ViewerBar title={documentId} documentId={documentId} page={page} onClose={() => {}} />
        <DocumentViewer matter={MATTER} documentId={documentId} textVersion={null} page={page} spans={[]} />
      </AsideColumn>
    </div>
  )
}

async function openColumn() {
  const [first = '', other = '', third = ''] = (await inventDocuments())
    .map(({ detail }) => detail)
    .filter((detail) => viewKind(detail) === 'text' && detail.state === 'ready')
    .map(({ documentId }) => documentId)
  const shown = await showPart(column(first))
  const press = async (name: string | RegExp) => shown.user.click(await screen.findByRole('button', { name }))
  return { ...shown, press, first, other, third }
}

const half = () => screen.queryByRole('complementary', { name: 'Second document' })
async function chosen(): Promise<HTMLSelectElement> {
  const second = within(await screen.findByRole('complementary', { name: 'Second document' }))
  await second.findAllByRole('option')
  return second.getByRole('combobox', { name: 'Document' })
}

test('the second document stays, and keeps its place, while the first gives way to another', async () => {
  const { user, press, show, holdAnswers, first, other, third } = await openColumn()
  await press('Full window')
  await press('Side by side')
  await waitFor(async () => expect((await chosen()).value).toBe(first))
  await user.selectOptions(await chosen(), other)
  const before = half()
  const release = holdAnswers('library/document')
  show(column(third))
  await screen.findByRole('heading', { name: third })
  expect(half()).toBe(before)
  release()
  await waitFor(() => expect(document.querySelectorAll('aside:not(.second) .viewer-tools')).toHaveLength(1))
  expect(half()).toBe(before)
  expect((await chosen()).value).toBe(other)
})

test('the same document in the second half keeps its page, whatever page or document the first goes to', async () => {
  const { user, press, show, first, other } = await openColumn()
  const paged = (await inventDocuments())
    .map(({ detail }) => detail)
    .find((one) => viewKind(one) === 'text' && one.pages > 2)
  const documentId = paged?.documentId ?? ''
  const choicesOfPages = () => screen.findAllByRole('combobox', { name: /^Sheet/ })
  const pages = async () => (await choicesOfPages()).map((choice) => (choice as HTMLSelectElement).value)
  show(column(documentId, 2))
  await press('Full window')
  await press('Side by side')
  await waitFor(async () => expect(await pages()).toEqual(['2', '2']))
  show(column(documentId, 1))
  await waitFor(async () => expect(await pages()).toEqual(['1', '2']))
  const [, second] = await choicesOfPages()
  await user.selectOptions(second as HTMLElement, '3')
  show(column(documentId, 2))
  await waitFor(async () => expect(await pages()).toEqual(['2', '3']))
  show(column(first))
  await waitFor(async () => expect(await pages()).toEqual(['3']))
  show(column(documentId, 1))
  await waitFor(async () => expect(await pages()).toEqual(['1', '3']))
  // What is chosen there later begins at its beginning, not at the page of before.
  await user.selectOptions(await chosen(), other)
  await user.selectOptions(await chosen(), documentId)
  await waitFor(async () => expect(await pages()).toEqual(['1', '1']))
})

/** A rule or a lesson, or a source of a reference library: what is no document of the matter, in the same column. */
function otherColumn(isPlain: boolean) {
  return (
    <div className="app">
      <AsideColumn label="Proof" isPlain={isPlain} isOpened focusKey="R1" onClose={() => {}}>
        <p>It follows.</p>
        <ViewerBar title="Computed by rules" onClose={() => {}} />
      </AsideColumn>
    </div>
  )
}

test.each([
  ['a rule or a lesson', true],
  ['a source of a reference library', false],
])('the second document stays while the first gives way to %s and comes back', async (_what, isPlain) => {
  const { user, press, show, first, other } = await openColumn()
  await press('Full window')
  await press('Side by side')
  await user.selectOptions(await chosen(), other)
  const before = half()
  show(otherColumn(isPlain))
  await screen.findByRole('heading', { name: 'Computed by rules' })
  expect(half()).toBe(before)
  expect(screen.queryByRole('button', { name: /^Back to the column/ })).not.toBeNull()
  show(column(first))
  await screen.findByRole('heading', { name: first })
  expect(half()).toBe(before)
  expect((await chosen()).value).toBe(other)
  // Closed, the column is as any other again.
  show(
    <div className="app">
      <AsideColumn label="Source" isPlain isOpened={false} focusKey="" onClose={() => {}}>
        <p>Nothing is opened.</p>
      </AsideColumn>
    </div>,
  )
  await waitFor(() => expect(half()).toBeNull())
  show(otherColumn(isPlain))
  await screen.findByRole('heading', { name: 'Computed by rules' })
  expect(screen.queryByRole('button', { name: /^Back to the column/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Full window' }) === null).toBe(isPlain)
})

test('what is closed in the whole window leaves it, also for a panel of the same column', async () => {
  const { user, press, show, first } = await openColumn()
  const panel = (
    <div className="app">
      <AsideColumn label="Document" isPlain isOpened focusKey={first} onClose={() => {}}>
        <ViewerBar title="Its panel" onClose={() => {}} />
      </AsideColumn>
    </div>
  )
  await press('Full window')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  show(panel)
  await screen.findByRole('heading', { name: 'Its panel' })
  expect(screen.queryByRole('button', { name: /^Back to the column/ })).toBeNull()
})

test('whoever leaves the reading room, by its button, by Esc or by closing, finds one document there the next time', async () => {
  const { user, press, show, first, other } = await openColumn()
  const split = async () => {
    await press('Full window')
    expect(half()).toBeNull()
    await press('Side by side')
    await user.selectOptions(await chosen(), other)
  }
  await split()
  await press(/^Back to the column/)
  await split()
  await user.keyboard('{Escape}')
  await split()
  show(<div className="app" />)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Side by side' })).toBeNull())
  show(column(first))
  await split()
  await user.click(within(half() as HTMLElement).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(half()).toBeNull())
  await press('Side by side')
  expect((await chosen()).value).toBe(first)
})

test('the documents of the matter are not read before there is a second one to choose', async () => {
  const { press, calls } = await openColumn()
  await press('Full window')
  await waitFor(() => expect(calls).toContain('library/document'))
  await screen.findByRole('button', { name: 'Side by side' })
  expect(calls).not.toContain('library/documents')
  await press('Side by side')
  await waitFor(() => expect(calls).toContain('library/documents'))
})
