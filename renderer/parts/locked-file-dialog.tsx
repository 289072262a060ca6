import { useState } from 'react'
import { FormDialog } from './form-dialog.tsx'
import { PathField } from './path-field.tsx'
import { TextField } from './text-field.tsx'

type Props<T> = {
  readonly title: string
  readonly submit: string
  /** What is taken in, "backup": its path and its passphrase are asked for. */
  readonly what: string
  readonly isFolder?: boolean
  readonly hint?: string
  readonly busy: string
  readonly kept: string
  readonly work: (path: string, passphrase: string) => Promise<T>
  readonly onDone: (done: T) => void
  readonly onClose: () => void
}

/** Takes in a file or a folder that a passphrase locks. */
export function LockedFileDialog<T>({ what, isFolder = false, hint, work, ...dialog }: Props<T>) {
  const [typed, setPath] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const path = typed.trim()
  const missing =
    path === '' ? `Name the ${isFolder ? 'folder' : 'file'} first.` : `Type the passphrase of the ${what}.`
  return (
    <FormDialog
      {...dialog}
      missing={path === '' || passphrase === '' ? missing : null}
      work={() => work(path, passphrase)}
    >
      <PathField
        label={isFolder ? `Folder of the ${what}` : 'File, with its folder'}
        isFolder={isFolder}
        value={typed}
        onPath={setPath}
      />
      <TextField
        label={`Passphrase of the ${what}`}
        type="password"
        autoComplete="off"
        value={passphrase}
        onText={setPassphrase}
        {...(hint === undefined ? {} : { hint })}
      />
    </FormDialog>
  )
}
