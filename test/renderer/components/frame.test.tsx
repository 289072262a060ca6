import { screen, waitFor, within } from '@testing-library/dom'
import { Suspense, useEffect } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { expect, test } from 'vitest'
import type { Settings } from '../../../contract/application.ts'
import { DropZone } from '../../../renderer/frame/drop-zone.tsx'
import { KeyHelp } from '../../../renderer/frame/main-window.tsx'
import { Navigation } from '../../../renderer/frame/navigation.tsx'
import { ProcessNotice, SettingsNotice } from '../../../renderer/frame/notices.tsx'
import { fetchedPage } from '../../../renderer/frame/pages.tsx'
import { Palette } from '../../../renderer/frame/palette.tsx'
import type { Uploads } from '../../../renderer/library/create-uploads.ts'
import { useNavigation } from '../../../renderer/state/navigation-context.ts'
import type { PlaceName } from '../../../renderer/state/place.ts'
import { inventMatter } from '../stand-in/invented-matters.ts'
import { openWindow, showPart } from './open-window.tsx'
import { show } from './show.tsx'
import { NO_ANSWER } from '../../../wording/process-end.ts'

const nothing = () => {}

/** Says where one is, for parts that lead somewhere. */
function Where() {
  const { name, matter } = useNavigation().place
  return <output>{`${name} of ${matter}`}</output>
}

test('a place is gone to by a few letters of its name, and its heading takes the focus', async () => {
  const { user } = await openWindow()
  await screen.findByRole('table', { name: 'Matters' })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'audit{Enter}')
  const heading = await screen.findByRole('heading', { level: 1, name: 'Audit log' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
})

test('the engine that is lost is said above all places, and that nothing is lost', async () => {
  const { lines } = await openWindow()
  await screen.findByRole('table', { name: 'Matters' })
  lines[0]?.close('killed by SIGKILL')
  const notice = screen.getByRole('status', { name: 'Connection' })
  await waitFor(() =>
    expect(notice.textContent).toBe(
      'The engine stopped (ended by the system or another program) and is being restarted. Nothing was lost.',
    ),
  )
  await waitFor(() => expect(notice.textContent).toBe(''))
})

test('where the program that serves the window is gone, nothing is said to be restarted, and what to do is', async () => {
  const { lines } = await openWindow()
  await screen.findByRole('table', { name: 'Matters' })
  lines[0]?.close(NO_ANSWER)
  const notice = screen.getByRole('status', { name: 'Connection' })
  await waitFor(() => expect(notice.textContent).toMatch(/^Consilium does not respond\..* start it again\./))
  expect(notice.textContent).not.toContain('is being restarted')
})

test('a locked home shows one field, and a wrong passphrase says so beside it', async () => {
  const { user } = await openWindow({ lock: 'locked' })
  await user.type(await screen.findByLabelText('Passphrase'), 'wrong one{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('Try again, or use the recovery key.')
  await user.clear(screen.getByLabelText('Passphrase'))
  await user.type(screen.getByLabelText('Passphrase'), 'correct horse{Enter}')
  expect(await screen.findByRole('table', { name: 'Matters' })).not.toBeNull()
})

test('the palette moves with the arrows, chooses with Enter, and opens a document where it is', async () => {
  const opened: string[] = []
  let closed = 0
  const { user, state } = await showPart(
    <>
      <Palette onClose={() => (closed += 1)} onNewMatter={nothing} onDocument={(document) => opened.push(document)} />
      <Where />
    </>,
  )
  const box = await screen.findByRole('combobox')
  await user.type(box, 'site survey')
  const [first] = await screen.findAllByRole('option', { name: /Site survey\.pdf/ })
  expect(first?.getAttribute('aria-selected')).toBe('true')
  expect(box.getAttribute('aria-activedescendant')).toBe(first?.id)
  await user.keyboard('{Enter}')
  expect(closed).toBe(1)
  const survey = state.documents.find(({ detail }) => detail.document === 'Site survey.pdf')
  expect(opened).toEqual([survey?.detail.documentId])
  await screen.findByText(/^library of/)
  await user.clear(box)
  await user.type(box, 'zzz')
  expect(screen.getByText('No matches')).not.toBeNull()
  await user.clear(box)
  const all = screen.getAllByRole('option')
  await user.keyboard('{ArrowUp}{ArrowDown}')
  expect(box.getAttribute('aria-activedescendant')).toBe(all[1]?.id)
})

test('the navigation names the place one is at, the other matters, and what waits for a yes', async () => {
  const { user, shell } = await showPart(
    <>
      <Navigation onNewMatter={nothing} />
      <Where />
    </>,
  )
  const places = await screen.findByRole('list', { name: 'Places' })
  await within(places).findByText('2')
  expect(within(places).getByTitle('2 facts to confirm').textContent).toContain('to confirm')
  await user.click(within(places).getByRole('link', { name: /^Facts/ }))
  await screen.findByText(/^facts of/)
  expect(within(places).getByRole('link', { current: 'page' }).textContent).toContain('Facts')
  const others = screen.getByRole('heading', { name: 'Other matters' }).parentElement as HTMLElement
  expect(within(others).queryByText(shell.matter?.matter ?? '')).toBeNull()
  expect(within(others).queryByText('Old boundary dispute')).toBeNull()
  await user.click(within(others).getByRole('link', { name: 'Estate of R. Tamsin' }))
  expect(await screen.findByText('ask of m-estate-of-r-tamsin')).not.toBeNull()
})

test('the network is switched from the navigation, by a switch with its name', async () => {
  const changes: Partial<Settings>[] = []
  const { user } = await showPart(<Navigation onNewMatter={nothing} />, {
    shell: {
      changeSettings: async (change) => {
        changes.push(change)
      },
    },
  })
  const network = await screen.findByRole('switch', { name: 'Network' })
  expect(network.getAttribute('aria-checked')).toBe('false')
  await user.click(network)
  expect(changes).toEqual([{ network: true }])
})

test('a part of the program that stopped for good has a button that starts it; one that starts again has none', async () => {
  const { user, calls } = await showPart(<ProcessNotice />, {
    shell: {
      processes: [
        { process: 'language', state: 'failed', reason: 'killed by SIGKILL' },
        { process: 'reader', state: 'restarting', reason: null },
        { process: 'embedding', state: 'ready', reason: null },
      ],
    },
  })
  const notice = await screen.findByRole('status', { name: 'Parts of the program' })
  expect(notice.textContent).toContain('The language model stopped several times in a row')
  expect(notice.textContent).toContain('Reading of documents stopped and is being restarted. Nothing was lost.')
  expect(notice.textContent).not.toMatch(/Search by meaning|SIGKILL/)
  await user.click(within(notice).getByRole('button', { name: 'Start it again' }))
  await waitFor(() => expect(calls).toContain('application/restart'))
})

test('a setting that could not be changed says so until it is closed', async () => {
  let isForgotten = false
  const { user } = await showPart(<SettingsNotice />, {
    shell: {
      settingsFailure: { code: 'READ_ONLY', happened: 'It can only be read.', kept: 'As before.', todo: '' },
      forgetSettingsFailure: () => {
        isForgotten = true
      },
    },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('It can only be read.')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(isForgotten).toBe(true)
})

function drag(type: 'dragover' | 'drop', dataTransfer: object): void {
  window.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer }))
}

/** Uploads that only remember what they are given. */
function rememberedUploads(added: [string, number][]): Uploads {
  return {
    list: [],
    add: (id, files) => void added.push([id, files.length]),
    replace: nothing,
    refuse: nothing,
    stop: nothing,
    forget: nothing,
    onChange: () => nothing,
  }
}

/** Drops a file; before that, what the window says while it is held over it. */
async function dropFile(name: string, words: RegExp): Promise<void> {
  const file = new File(['x'], name)
  const items = [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }]
  const dataTransfer = { types: ['Files'], items, files: [file] }
  // It is told again and again while something is held over the window.
  await waitFor(() => {
    drag('dragover', dataTransfer)
    expect(screen.getByText(words)).not.toBeNull()
  })
  drag('drop', dataTransfer)
}

/** The drop zone at another place than the first. */
function DropAt({ place }: { readonly place: PlaceName }) {
  const { replace } = useNavigation()
  useEffect(() => replace({ name: place }), [replace, place])
  return dropZone
}

const dropZone = (
  <>
    <DropZone />
    <Where />
  </>
)

test('files dropped where no matter is open make a new one, named after them, or go to one of the user', async () => {
  const added: [string, number][] = []
  const { user } = await showPart(dropZone, { shell: { matter: null, uploads: rememberedUploads(added) } })
  await screen.findByText(/^matters of/)
  await dropFile('Lease.pdf', /Drop to create a matter/)
  const dialog = await screen.findByRole('dialog', { name: 'New matter with 1 file' })
  expect(within(dialog).getByLabelText<HTMLInputElement>('Name of the matter').value).toBe('Lease')
  expect(within(dialog).queryByRole('button', { name: 'Old boundary dispute' })).toBeNull()
  expect(within(dialog).queryByRole('button', { name: /Hollis/ })).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: 'A. Okafor' }))
  expect(added).toEqual([['m-a-okafor', 1]])
  expect(await screen.findByText('library of m-a-okafor')).not.toBeNull()
})

test('files dropped while a sample is open make a new matter, under the name one gives it; the sample gets none', async () => {
  const added: [string, number][] = []
  const changes: Partial<Settings>[] = []
  const { user, state, shell } = await showPart(<DropAt place="ask" />, {
    shell: { uploads: rememberedUploads(added), changeSettings: async (change) => void changes.push(change) },
    prepare: (remembered) => {
      remembered.settings.welcomed = false
    },
  })
  expect(shell.matter?.sample).toBe(true)
  await dropFile('Lease.pdf', /Drop to create a matter/)
  const dialog = await screen.findByRole('dialog', { name: 'New matter with 1 file' })
  const name = within(dialog).getByLabelText('Name of the matter')
  await user.clear(name)
  await user.type(name, 'Wexcombe{Enter}')
  await waitFor(() => expect(added).toHaveLength(1))
  const made = state.matters.find(({ matter }) => matter === 'Wexcombe')
  expect(added).toEqual([[made?.id, 1]])
  expect(changes).toEqual([{ welcomed: true }])
})

test('files dropped on a matter of the user go to it at once', async () => {
  const added: [string, number][] = []
  const own = { ...inventMatter('Wexcombe', ''), sample: false }
  await showPart(<DropAt place="library" />, { shell: { matter: own, uploads: rememberedUploads(added) } })
  await dropFile('Lease.pdf', /Drop to add to Wexcombe/)
  await waitFor(() => expect(added).toEqual([[own.id, 1]]))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('files dropped while a dialog asks something are not taken', async () => {
  const asking = (
    <>
      <DropAt place="library" />
      <KeyHelp onClose={nothing} />
    </>
  )
  await showPart(asking)
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  const dataTransfer = { types: ['Files'], items: [], files: [], dropEffect: 'copy' }
  drag('dragover', dataTransfer)
  expect(dataTransfer.dropEffect).toBe('none')
  expect(screen.queryByText(/^Drop to/)).toBeNull()
})

test('a matter is made from the navigation and from the palette as well', async () => {
  const { user } = await openWindow()
  await screen.findByRole('table', { name: 'Matters' })
  const navigation = screen.getByRole('navigation')
  await user.click(within(navigation).getByRole('button', { name: 'New matter…' }))
  await screen.findByRole('dialog', { name: 'New matter' })
  await user.keyboard('{Escape}')
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'new matt{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'New matter' })
  await user.type(within(dialog).getByLabelText('Name of the matter'), 'Wexcombe{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: 'Documents' })).not.toBeNull()
  expect(screen.getByTestId('matter-menu').textContent).toContain('Wexcombe')
})

test('the list of keys says whether single letters act', async () => {
  const { shell } = await showPart(<KeyHelp onClose={() => {}} />)
  expect(shell.settings.singleKeys).toBe(true)
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(dialog.textContent).toContain('Single letters work outside text fields.')
  expect(dialog.textContent).toContain('No shortcut ever sends anything.')
})

test('a page whose script has come is there in the first picture, without a word of waiting', async () => {
  const Page = fetchedPage(() => Promise.resolve(() => <h1>Ledger</h1>))
  Page.fetch()
  await Promise.resolve()
  show(
    <Suspense fallback="waiting">
      <Page />
    </Suspense>,
  )
  await waitFor(() => expect(document.body.textContent).not.toBe(''))
  expect(document.body.textContent).toBe('Ledger')
})

test('a page whose script did not come is asked for once, and again after its failure is forgotten', async () => {
  let times = 0
  const Page = fetchedPage<object>(async () => {
    times += 1
    if (times < 2) throw new Error('404')
    return () => <h1>Ledger</h1>
  })
  const { user } = show(
    <ErrorBoundary
      onError={() => {}}
      onReset={Page.forgetFailure}
      fallbackRender={({ resetErrorBoundary }) => (
        <button type="button" onClick={resetErrorBoundary}>
          Show again
        </button>
      )}
    >
      <Suspense fallback="waiting">
        <Page />
      </Suspense>
    </ErrorBoundary>,
  )
  const again = await screen.findByRole('button', { name: 'Show again' })
  expect(times).toBe(1)
  await user.click(again)
  expect(await screen.findByRole('heading', { name: 'Ledger' })).not.toBeNull()
  expect(times).toBe(2)
})
