import { useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly matter: string; readonly row: DocumentRow }

/** Opens a document that is locked by a password, in its place. What was typed is forgotten once it was sent. */
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
  // A file's password has no recovery key, which is what else is advised for a wrong one.
  const { failure: met } = action
  const failure = met?.code === 'WRONG_KEY' ? { ...met, todo: 'Type it again, or add a copy without a password.' } : met
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
      <FailureNote failure={failure} />
    </form>
  )
}
