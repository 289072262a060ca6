import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { emptyStore, StoreFields, storeAccess } from './store-fields.tsx'

/** Attaches a library that another built; nothing is written where it lies. */
export function AttachReference({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const { settings } = useShell()
  const action = useAction()
  const [reference, setReference] = useState('')
  const [address, setAddress] = useState('')
  const [store, setStore] = useState(emptyStore)
  const [wordsOnly, setWordsOnly] = useState(false)
  const isStore = /^s3:\/\//i.test(address.trim())
  const missing = whatIsMissing(reference, address, isStore && !settings.network)
  const attach = async () => {
    const access = isStore ? storeAccess(store) : null
    const input = { reference: reference.trim(), address: address.trim(), access, wordsOnly }
    if (await action.run(() => client.reference.attach(input), 'Nothing was attached.')) onClose()
  }
  return (
    <Modal title="Attach a reference library" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === null && !action.isBusy) void attach()
        }}
      >
        <TextField label="Name here" value={reference} onText={setReference} placeholder="Prescribing guidelines" />
        <TextField
          label="Folder, or address in an object store"
          value={address}
          onText={setAddress}
          placeholder="/media/office/guidelines or s3://bucket/guidelines"
        />
        {isStore ? <StoreFields value={store} onChange={setStore} /> : null}
        <label className="flex items-baseline gap-2">
          <input type="checkbox" checked={wordsOnly} onChange={({ target }) => setWordsOnly(target.checked)} />
          Also when it was built with another embedding model; it is then found by words only
        </label>
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={missing !== null || action.isBusy}>
            Attach
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {missing ? <span className="small muted">{missing}</span> : null}
        </div>
      </form>
    </Modal>
  )
}

function whatIsMissing(reference: string, address: string, isOffline: boolean): string | null {
  if (!reference.trim()) return 'Give it a name first.'
  if (!address.trim()) return 'Say where it lies first.'
  return isOffline ? 'The network is off. Switch it on first, or attach a folder.' : null
}
