import { fireEvent, screen, waitFor } from '@testing-library/dom'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { ConnectionLostError } from '../../../renderer/connection/browser-socket.ts'
import { ConfirmRemoval, FormDialog } from '../../../renderer/parts/form-dialog.tsx'
import { ExportFile } from '../../../renderer/parts/export-file.tsx'
import { LockedFileDialog } from '../../../renderer/parts/locked-file-dialog.tsx'
import { Modal } from '../../../renderer/parts/modal.tsx'
import { NewPassphrase } from '../../../renderer/parts/new-passphrase.tsx'
import { TextField } from '../../../renderer/parts/text-field.tsx'
import { show } from './show.tsx'
import { refused } from '../refused.ts'

/** A button that opens a dialog, as each dialog of the window is opened. */
function Opener({ children }: { readonly children: (close: () => void) => React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <main id="work" tabIndex={-1}>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen ? children(() => setOpen(false)) : null}
    </main>
  )
}

async function openDialog(dialog: (close: () => void) => React.ReactNode) {
  const { user } = show(<Opener>{dialog}</Opener>)
  const opener = await screen.findByRole('button', { name: 'Open' })
  await user.click(opener)
  return { user, opener, dialog: await screen.findByRole('dialog') }
}

const isGone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

test('a dialog has its title as its name, takes the focus, and gives it back when Esc closes it', async () => {
  const { user, opener, dialog } = await openDialog((close) => (
    <Modal title="Keys" onClose={close}>
      <button type="button">Inside</button>
    </Modal>
  ))
  expect(screen.getByRole('dialog', { name: 'Keys' })).toBe(dialog)
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
  await user.keyboard('{Escape}')
  await isGone()
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

test('a dialog that is held stays at Esc: what it shows cannot be shown again', async () => {
  const { user } = await openDialog((close) => (
    <Modal title="Recovery key" isHeld onClose={close}>
      <button type="button" onClick={close}>
        I have it
      </button>
    </Modal>
  ))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeNull()
  await user.click(screen.getByRole('button', { name: 'I have it' }))
  await isGone()
})

test('a form does nothing and says why while something is missing, then does it once, closes and tells what came', async () => {
  const told: string[] = []
  function NameIt({ close }: { readonly close: () => void }) {
    const [name, setName] = useState('')
    return (
      <FormDialog
        title="Name it"
        submit="Save"
        missing={name ? null : 'Type a name first.'}
        work={() => Promise.resolve(name)}
        onDone={(done) => told.push(done)}
        onClose={close}
      >
        <TextField label="Name" value={name} onText={setName} />
      </FormDialog>
    )
  }
  const { user } = await openDialog((close) => <NameIt close={close} />)
  const save = screen.getByRole('button', { name: 'Save' })
  expect(save.getAttribute('aria-disabled')).toBe('true')
  await user.click(save)
  expect(screen.getByText('Type a name first.')).not.toBeNull()
  await user.type(screen.getByLabelText('Name'), 'lease{Enter}')
  await isGone()
  expect(told).toEqual(['lease'])
})

test('a form that fails stays open with what was typed, and says what happened, what was kept and what to do', async () => {
  const { user } = await openDialog((close) => (
    <FormDialog
      title="Copy"
      submit="Copy"
      work={() => Promise.reject(refused('ALREADY_EXISTS', 'That name is taken.'))}
      kept="Nothing was copied."
      onClose={close}
    >
      <input aria-label="Name" defaultValue="lease" />
    </FormDialog>
  ))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  const failure = await screen.findByRole('alert')
  expect(failure.textContent).toContain('That name is taken.')
  expect(failure.textContent).toContain('Nothing was copied.')
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('lease')
})

test('a form whose line broke does not claim that nothing was done', async () => {
  const { user } = await openDialog((close) => (
    <FormDialog
      title="Copy"
      submit="Copy"
      work={() => Promise.reject(new ConnectionLostError('killed by SIGKILL'))}
      kept="Nothing was copied."
      onClose={close}
    >
      {null}
    </FormDialog>
  ))
  await user.click(screen.getByRole('button', { name: 'Copy' }))
  const failure = await screen.findByRole('alert')
  expect(failure.textContent).toContain('It is not known whether it was done.')
  expect(failure.textContent).not.toContain('Nothing was copied.')
})

test('a form that is being done says so, and is not done a second time', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let times = 0
  const { user } = await openDialog((close) => (
    <FormDialog
      title="Restore"
      submit="Restore"
      busy="Reading the backup."
      work={() => {
        times += 1
        return promise
      }}
      onClose={close}
    >
      {null}
    </FormDialog>
  ))
  await user.dblClick(screen.getByRole('button', { name: 'Restore' }))
  expect(await screen.findByText('Reading the backup.')).not.toBeNull()
  resolve()
  await isGone()
  expect(times).toBe(1)
})

test('what removes something has a button that does not stand out, and Cancel leaves all as it is', async () => {
  let isRemoved = false
  const { user } = await openDialog((close) => (
    <ConfirmRemoval
      title="Remove Lease.pdf?"
      work={() => {
        isRemoved = true
      }}
      kept="It is still there."
      onClose={close}
    >
      <p>Its text goes with it.</p>
    </ConfirmRemoval>
  ))
  expect(screen.getByRole('button', { name: 'Remove' }).className).not.toContain('primary')
  await user.click(screen.getByRole('button', { name: /^Cancel/ }))
  await isGone()
  expect(isRemoved).toBe(false)
})

test('a locked file wants its place and its passphrase, says which is missing, and hands both over', async () => {
  const given: string[][] = []
  const { user } = await openDialog((close) => (
    <LockedFileDialog
      title="Restore a backup"
      submit="Restore"
      words={{
        path: 'Folder of the backup',
        missingPath: 'Choose the folder first.',
        passphrase: 'Passphrase of the backup',
        missingPassphrase: 'Type the passphrase of the backup.',
      }}
      isFolder
      hint="From then on it opens Consilium on this computer as well."
      busy=""
      kept="The backup is unchanged."
      work={async (path, passphrase) => void given.push([path, passphrase])}
      onDone={() => {}}
      onClose={close}
    />
  ))
  expect(screen.getByText('Choose the folder first.')).not.toBeNull()
  await user.type(screen.getByLabelText('Folder of the backup'), ' /media/backup ')
  expect(screen.getByText('Type the passphrase of the backup.')).not.toBeNull()
  const passphrase = screen.getByLabelText<HTMLInputElement>('Passphrase of the backup')
  expect(passphrase.type).toBe('password')
  await user.type(passphrase, 'correct horse{Enter}')
  await isGone()
  expect(given).toEqual([['/media/backup', 'correct horse']])
})

test('what is exported comes as a file of the format that is pressed; a failure keeps the dialog', async () => {
  const made: string[] = []
  const saved: string[] = []
  const press = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function save() {
    saved.push(this.download)
  }
  try {
    const { user } = await openDialog((close) => (
      <ExportFile
        formats={['docx', 'pdf', 'md']}
        title="Export 1 answer"
        make={async (format) => {
          made.push(format)
          if (format === 'pdf') throw new Error('no room')
          return { file: new File(['x'], `answers.${format}`) }
        }}
        onClose={close}
      >
        It is not encrypted.
      </ExportFile>
    ))
    await user.click(screen.getByRole('button', { name: 'PDF' }))
    expect((await screen.findByRole('alert')).textContent).toContain('no room')
    await user.click(screen.getByRole('button', { name: 'Word' }))
    await isGone()
  } finally {
    HTMLAnchorElement.prototype.click = press
  }
  expect(made).toEqual(['pdf', 'docx'])
  expect(saved).toEqual(['answers.docx'])
})

test('a new passphrase that is too long says so and is neither taken nor cut', async () => {
  const taken: string[] = []
  show(<NewPassphrase submit="Protect" isBusy={false} onSubmit={(passphrase) => taken.push(passphrase)} />)
  const long = 'x'.repeat(1025)
  await screen.findByLabelText('Passphrase')
  for (const label of ['Passphrase', 'Repeat passphrase'])
    fireEvent.change(screen.getByLabelText(label), { target: { value: long } })
  expect(screen.getByText('The passphrase has 1,025 characters. At most 1,024 are allowed.')).not.toBeNull()
  fireEvent.submit(screen.getByRole('button', { name: 'Protect' }).closest('form') ?? document.body)
  expect(taken).toEqual([])
  expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe(long)
})

test('a new passphrase is taken only when it is long enough and twice the same', async () => {
  const taken: string[] = []
  const { user } = show(
    <NewPassphrase submit="Protect" isBusy={false} onSubmit={(passphrase) => taken.push(passphrase)} />,
  )
  await user.type(await screen.findByLabelText('Passphrase'), 'short{Enter}')
  expect(screen.getByText('The passphrase has 5 of at least 8 characters.')).not.toBeNull()
  await user.type(screen.getByLabelText('Passphrase'), ' but longer')
  await user.type(screen.getByLabelText('Repeat passphrase'), 'another{Enter}')
  expect(screen.getByText('The two are not the same yet.')).not.toBeNull()
  expect(taken).toEqual([])
  await user.clear(screen.getByLabelText('Repeat passphrase'))
  await user.type(screen.getByLabelText('Repeat passphrase'), 'short but longer{Enter}')
  expect(taken).toEqual(['short but longer'])
})
