import { useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly matter: string; readonly row: DocumentRow }

/** Reads a document that is locked with its password, in its place. A wrong one shows in the row, once it was tried. */
export function PasswordForm({ matter, row: { document, documentId } }: Props) {
  const client = useClient()
  const action = useAction()
  const [password, setPassword] = useState('')
  const open = async () => {
    if (password === '') return
    await action.run(
      () => client.library.unlock({ matter, document: documentId, password }),
      'The document is kept and still locked.',
    )
    setPassword('')
  }
  return (
    <form
      className="grid gap-1 mt-1 font-normal"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <div className="btns">
        <input
          type="password"
          className="w-36!"
          autoComplete="off"
          aria-label={`Password of ${document}`}
          placeholder="Password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button type="submit" isSmall isOff={password === '' || action.isBusy} aria-label={`Open ${document}`}>
          Open
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </form>
  )
}
