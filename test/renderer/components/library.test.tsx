import { verbatim } from '../../../wording/message.ts'
import { screen, waitFor, within } from '@testing-library/dom'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { type DocumentRow, DocumentState } from '../../../contract/document.ts'
import { FIRST_SORTING } from '../../../renderer/library/arrange-documents.ts'
import {
  type DocumentActions,
  type NamedDocument,
  useDocumentActions,
} from '../../../renderer/library/document-actions.tsx'
import { DocumentTable } from '../../../renderer/library/document-table.tsx'
import { SelectionBar, useSelection } from '../../../renderer/library/selection-bar.tsx'
import { WatchedFolders } from '../../../renderer/library/watched-folders.tsx'
import { FailureNote } from '../../../renderer/parts/failure-note.tsx'
import { ViewerBar } from '../../../renderer/viewer/viewer-bar.tsx'
import { t } from '../../../wording/translate.ts'
import { someDocument } from '../samples.ts'
import { inventDocuments } from '../stand-in/invented-documents.ts'
import { showPart } from './open-window.tsx'
import { show } from './show.tsx'

async function showTable(documents: readonly DocumentRow[], { isSample = true } = {}) {
  const done: string[] = []
  const actions: DocumentActions = {
    failure: null,
    retry: (document) => void done.push(`retry ${document}`),
    skip: ({ documentId }) => void done.push(`skip ${documentId}`),
    accept: (document) => void done.push(`accept ${document}`),
    replace: (document, file) => void done.push(`replace ${document} by ${file.name}`),
    readAgain: (rows) => void done.push(`read again ${rows.map(({ documentId }) => documentId).join(' ')}`),
    remove: (rows) => void done.push(`remove ${rows.map(({ documentId }) => documentId).join(' ')}`),
  }
  const part = await showPart(
    <SortedTable
      matter="m-sample-hollis-v-marlowe"
      documents={documents}
      opened={null}
      onOpen={(document) => done.push(`open ${document}`)}
      onPage={(document, kind) => done.push(`page ${document} ${kind}`)}
      actions={actions}
    />,
    { prepare: ({ matters }) => matters.forEach((one) => (one.sample &&= isSample)) },
  )
  await screen.findByRole('table', { name: 'Documents' })
  return { ...part, done, row: (name: string) => screen.getByText(name).closest('tr') as HTMLElement }
}

type SortedProps = Omit<React.ComponentProps<typeof DocumentTable>, 'selection' | 'sorting' | 'onSort'>

function SortedTable(props: SortedProps) {
  const [sorting, setSorting] = useState(FIRST_SORTING)
  const selection = useSelection(props.documents)
  return (
    <>
      <SelectionBar selection={selection} actions={props.actions} />
      <DocumentTable {...props} {...{ sorting, selection }} onSort={setSorting} />
    </>
  )
}

const failed = { code: 'damaged', message: verbatim('The file is damaged.'), retry: true } as DocumentRow['error']

test('each state of a document has its word in its row, and a shape of its own kind', async () => {
  const rows = DocumentState.options.map((state) =>
    someDocument({ documentId: state, document: `${state}.pdf`, state }),
  )
  const { row } = await showTable(rows)
  for (const state of DocumentState.options) {
    expect(within(row(`${state}.pdf`)).getByText(t(`library.states.${state}`))).not.toBeNull()
    expect(row(`${state}.pdf`).querySelector('.state svg')).not.toBeNull()
  }
})

test('of thousands of documents only some rows are drawn, and the table says how many there are', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    someDocument({ documentId: `${at}`, document: `Folder/Letter ${at}.pdf`, state: 'ready' }),
  )
  const { row } = await showTable(rows)
  const drawn = screen.getAllByTestId('document')
  expect(drawn.length).toBeLessThan(200)
  // The head of the table and that of the folder come first.
  expect(screen.getByRole('table', { name: 'Documents' }).getAttribute('aria-rowcount')).toBe('3002')
  expect(['0', '2999'].map((at) => row(`Letter ${at}.pdf`).getAttribute('aria-rowindex'))).toEqual(['3', '3002'])
})

test('what needs a person stands first, and what lies in another document below it', async () => {
  await showTable([
    someDocument({ documentId: 'a', document: 'Lease.pdf' }),
    someDocument({ documentId: 'm', document: 'Mail.eml' }),
    someDocument({ documentId: 'x', document: 'Mail.eml/Plan.pdf', parent: 'm', state: 'failed', error: failed }),
  ])
  const names = screen.getAllByTestId('document').map((one) => one.querySelector('.name')?.textContent)
  expect(names).toEqual(['Mail.eml', 'Plan.pdf', 'Lease.pdf'])
  expect(screen.getAllByTestId('document')[1]?.textContent).toContain('In Mail.eml. The file is damaged.')
})

test('a document that failed says why and can be read again; one that is read can be skipped', async () => {
  const { user, done, row } = await showTable([
    someDocument({ documentId: 'x', document: 'Plan.pdf', state: 'failed', error: failed }),
    someDocument({ documentId: 'y', document: 'Letter.pdf', state: 'reading', pagesDone: 3 }),
    someDocument({ documentId: 'z', document: 'Song.mp3', state: 'unsupported', pages: 0 }),
  ])
  expect(row('Plan.pdf').textContent).toContain('The file is damaged.')
  expect(row('Letter.pdf').textContent).toContain('3/38')
  await user.click(within(row('Plan.pdf')).getByRole('button', { name: 'Retry Plan.pdf' }))
  await user.click(within(row('Letter.pdf')).getByRole('button', { name: 'Skip Letter.pdf' }))
  await user.click(within(row('Song.mp3')).getByRole('button', { name: /^Remove Song\.mp3/ }))
  await user.click(within(row('Letter.pdf')).getByRole('button', { name: 'Letter.pdf' }))
  expect(done).toEqual(['retry x', 'skip y', 'remove z', 'open y'])
})

const beyondHelp = someDocument({
  documentId: 'x',
  document: 'Plan.pdf',
  state: 'failed',
  error: { code: 'damaged', message: verbatim('The file is damaged.'), retry: false } as DocumentRow['error'],
})

test('a sample takes no file: none is replaced in it, and it follows no folder', async () => {
  const { show: showAlso } = await showTable([beyondHelp])
  expect(screen.queryByTestId('replace-file')).toBeNull()
  showAlso(<WatchedFolders matter="m-sample-hollis-v-marlowe" />)
  // One that was followed before its matter was known to be a sample can only be left.
  const left = within(await screen.findByTestId('watched'))
  expect(left.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([t('library.watched.stop')])
  expect(screen.queryByRole('button', { name: /^Watch/ })).toBeNull()
})

test('a damaged document that cannot be read again is replaced by a better file', async () => {
  const { user, done } = await showTable([beyondHelp], { isSample: false })
  await user.upload(screen.getByTestId('replace-file'), new File(['x'], 'Plan, new scan.pdf'))
  expect(done).toEqual(['replace x by Plan, new scan.pdf'])
})

const FILED = [
  someDocument({ documentId: 'n', document: 'note.txt', pages: 1 }),
  someDocument({ documentId: 'b', document: 'Letters/b.pdf', pages: 30, state: 'partial' }),
  someDocument({ documentId: 'a', document: 'Letters/a.pdf', pages: 2 }),
  someDocument({ documentId: 'r', document: 'Letters/r.pdf', state: 'reading', pagesDone: 1 }),
]
const shownNames = () => screen.getAllByTestId('document').map((one) => one.querySelector('.name')?.textContent ?? '')

test('many documents are ticked, by themselves or by their folder, and read again or removed together', async () => {
  const { user, done } = await showTable(FILED)
  const bar = () => screen.queryByRole('group', { name: 'Selected documents' })
  expect(bar()).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select all documents in Letters' }))
  await waitFor(() => expect(bar()?.textContent).toContain('3 documents selected'))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all documents' }).indeterminate).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Read 1 incomplete document again' }))
  await user.click(screen.getByRole('checkbox', { name: 'Select Letters/a.pdf' }))
  await waitFor(() => expect(bar()?.textContent).toContain('2 documents selected'))
  await user.click(within(bar() as HTMLElement).getByRole('button', { name: /^Remove/ }))
  // What was read whole would come out the same.
  expect(done).toEqual(['read again b', 'remove b r'])
  await user.click(screen.getByRole('button', { name: 'Clear selection' }))
  await waitFor(() => expect(bar()).toBeNull())
})

test('ticked documents go with one to the table, as paths that match nothing else', async () => {
  const { user, shell } = await showTable([someDocument({ documentId: 's', document: 'Lease [signed].pdf' }), ...FILED])
  await user.click(screen.getByRole('checkbox', { name: 'Select Lease [signed].pdf' }))
  const bar = await screen.findByRole('group', { name: 'Selected documents' })
  await user.click(within(bar).getByRole('button', { name: 'Make table…' }))
  const offer = shell.offers.taken('m-sample-hollis-v-marlowe', 'table')
  expect(offer).toMatchObject({ questions: [], documents: ['Lease [[]signed].pdf'] })
})

test('what lies in another document cannot be ticked, also where that one is not shown', async () => {
  const { user, done } = await showTable([
    someDocument({ documentId: 'a', document: 'Lease.pdf' }),
    someDocument({ documentId: 'x', document: 'Mail.eml/Plan.pdf', parent: 'm' }),
  ])
  expect(screen.queryByRole('checkbox', { name: 'Select Mail.eml/Plan.pdf' })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Select all documents' }))
  const bar = await screen.findByRole('group', { name: 'Selected documents' })
  await user.click(within(bar).getByRole('button', { name: /^Remove/ }))
  expect(done).toEqual(['remove a'])
})

test('of several documents, what one that fails leaves as it was is not said of those read again before it', async () => {
  const [first, second] = (await inventDocuments()).map(({ detail }) => detail)
  const gone = { document: 'Gone.pdf', documentId: 'gone' }
  const rows = [first, second].filter((row) => row !== undefined)
  const { user, calls, show: showNext } = await showPart(<ReadAgain rows={[...rows, gone]} />)
  await user.click(await screen.findByRole('button', { name: 'Again' }))
  const failure = async () => (await screen.findByTestId('failure')).textContent
  expect(await failure()).toContain('The table shows which documents are read again. The others are unchanged.')
  expect(calls.filter((path) => path === 'job/retry')).toHaveLength(3)
  showNext(<ReadAgain key="one" rows={[gone]} />)
  await waitFor(() => expect(screen.queryByTestId('failure')).toBeNull())
  await user.click(await screen.findByRole('button', { name: 'Again' }))
  expect(await failure()).toContain('The document is unchanged.')
})

function ReadAgain({ rows }: { readonly rows: readonly NamedDocument[] }) {
  const actions = useDocumentActions('m-sample-hollis-v-marlowe', () => {})
  return (
    <>
      <FailureNote failure={actions.failure} />
      <button type="button" onClick={() => actions.readAgain(rows)}>
        Again
      </button>
    </>
  )
}

test('the head of a column sorts by it, and a folder is folded away', async () => {
  const { user } = await showTable(FILED)
  expect(shownNames()).toEqual(['note.txt', 'b.pdf', 'r.pdf', 'a.pdf'])
  const head = () => screen.getByRole('columnheader', { name: /^Pages/ })
  await user.click(within(head()).getByRole('button'))
  await waitFor(() => expect(shownNames()).toEqual(['note.txt', 'r.pdf', 'b.pdf', 'a.pdf']))
  expect(head().getAttribute('aria-sort')).toBe('descending')
  await user.click(within(head()).getByRole('button'))
  await waitFor(() => expect(shownNames()).toEqual(['note.txt', 'a.pdf', 'b.pdf', 'r.pdf']))
  expect(head().getAttribute('aria-sort')).toBe('ascending')
  await user.click(screen.getByRole('button', { name: /^Letters/ }))
  await waitFor(() => expect(shownNames()).toEqual(['note.txt']))
})

test('a locked document takes its password in its row, unseen, and does not keep it', async () => {
  const locked = (await inventDocuments()).map(({ detail }) => detail).filter((one) => one.state === 'needs-password')
  const { user, calls } = await showTable(locked)
  const field = screen.getByLabelText<HTMLInputElement>(`Password of ${locked[0]?.document}`)
  expect(field.type).toBe('password')
  await user.type(field, '{Enter}')
  expect(calls).not.toContain('library/unlock')
  await user.type(field, 'wrong{Enter}')
  await waitFor(() => expect(field.value).toBe(''))
  expect(calls).toContain('library/unlock')
})

test('the head of a source steps to its neighbours, stops at the ends, and stands alone where there is one', async () => {
  const steps: number[] = []
  let closed = 0
  const bar = (at: number, all: number) => (
    <ViewerBar
      mark={`S${at}`}
      title="Lease.pdf"
      at={at}
      all={all}
      onStep={(by) => steps.push(by)}
      onClose={() => (closed += 1)}
    />
  )
  const { user, show: showAlso } = show(bar(1, 3))
  expect((await screen.findByRole('heading', { name: 'Lease.pdf' })).title).toBe('Lease.pdf')
  expect(screen.getByText('1 of 3')).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'Previous source' }))
  await user.click(screen.getByRole('button', { name: 'Next source' }))
  expect(steps).toEqual([1])
  showAlso(bar(3, 3))
  await screen.findByText('3 of 3')
  await user.click(screen.getByRole('button', { name: 'Next source' }))
  await user.click(screen.getByRole('button', { name: 'Previous source' }))
  expect(steps).toEqual([1, -1])
  showAlso(bar(1, 1))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Next source' })).toBeNull())
  await user.click(screen.getByRole('button', { name: /^Close/ }))
  expect(closed).toBe(1)
})
