import { useState } from 'react'
import { FormDialog } from './form-dialog.tsx'
import { PathField } from './path-field.tsx'
import { TextField } from './text-field.tsx'

type Props<T> = {
  readonly title: string
  readonly submit: string
  readonly words: {
    readonly path: string
    readonly missingPath: string
    readonly passphrase: string
    readonly missingPassphrase: string
  }
  readonly isFolder?: boolean
  readonly hint?: string
  readonly busy: string
  readonly kept: string
  readonly work: (path: string, passphrase: string) => Promise<T>
  readonly onDone: (done: T) => void
  readonly onClose: () => void
}

/** Takes in a file or a folder that a passphrase locks. */
export function LockedFileDialog<T>({ words, isFolder = false, hint, work, ...dialog }: Props<T>) {
  const [typed, setPath] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const path = typed.trim()
  const missing = path === '' ? words.missingPath : words.missingPassphrase
  return (
    <FormDialog
      {...dialog}
      missing={path === '' || passphrase === '' ? missing : null}
      work={() => work(path, passphrase)}
    >
      <PathField label={words.path} isFolder={isFolder} value={typed} onPath={setPath} />
      <TextField
        label={words.passphrase}
        type="password"
        autoComplete="off"
        value={passphrase}
        onText={setPassphrase}
        {...(hint === undefined ? {} : { hint })}
      />
    </FormDialog>
  )
}
