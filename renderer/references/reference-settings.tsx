import { useState } from 'react'
import type { Reference, StoreAccess } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval, FormDialog } from '../parts/form-dialog.tsx'
import { Opening } from '../parts/progress.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import { BuildReference } from './build-reference.tsx'
import { ReferenceTable } from './reference-table.tsx'

type Open = { readonly dialog: 'attach' | 'build' } | { readonly dialog: 'remove'; readonly reference: Reference }

/** Reference libraries: which there are, where they lie, whether the open matter is searched with them. */
export function ReferenceSettings() {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <section className="stack-3" aria-labelledby="references">
        <h2 className="h flush" id="references">
          Reference libraries
        </h2>
        <p className="soft">
          Public material such as statutes and guidelines, searched together with your matters and marked wherever it is
          cited. One person builds a library, others read it from a folder or an object store. It is not encrypted, so
          put nothing of a client’s or patient’s in it.
        </p>
        <div className="btns">
          <Button isSmall onClick={() => setOpen({ dialog: 'attach' })}>
            Attach…
          </Button>
          <Button isSmall onClick={() => setOpen({ dialog: 'build' })}>
            Build from a folder…
          </Button>
        </div>
        <Libraries onRemove={(reference) => setOpen({ dialog: 'remove', reference })} />
      </section>
      {open?.dialog === 'attach' ? <AttachReference onClose={close} /> : null}
      {open?.dialog === 'build' ? <BuildReference onClose={close} /> : null}
      {open?.dialog === 'remove' ? <RemoveReference reference={open.reference} onClose={close} /> : null}
    </>
  )
}

function Libraries({ onRemove }: { readonly onRemove: (reference: Reference) => void }) {
  const { value, failure } = useReferences()
  if (failure) return <FailureNote failure={failure} />
  if (!value) return <Opening>Looking for reference libraries.</Opening>
  return value.length === 0 ? (
    <p className="soft">None yet.</p>
  ) : (
    <ReferenceTable references={value} onRemove={onRemove} />
  )
}

/** The reference libraries, as they were when last opened: looking at the list connects to nothing. */
export function useReferences(): Loaded<readonly Reference[]> {
  return useLoaded((of) => of.reference.list, undefined)
}

/** Attaches a library that another built; nothing is written where it lies. */
function AttachReference({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const { settings } = useShell()
  const [reference, setReference] = useState('')
  const [address, setAddress] = useState('')
  const [store, setStore] = useState(emptyStore)
  const [wordsOnly, setWordsOnly] = useState(false)
  const isStore = /^s3:\/\//i.test(address.trim())
  const missing = attachProblem(reference, address, isStore && !settings.network)
  const attach = () => {
    const access = isStore ? storeAccess(store) : null
    return client.reference.attach({ reference: reference.trim(), address: address.trim(), access, wordsOnly })
  }
  return (
    <FormDialog
      title="Attach a reference library"
      submit="Attach"
      missing={missing}
      work={attach}
      kept="Nothing was attached."
      onClose={onClose}
    >
      <TextField label="Name here" value={reference} onText={setReference} placeholder="Prescribing guidelines" />
      <TextField
        label="Folder, or address in an object store"
        value={address}
        onText={setAddress}
        placeholder="/media/office/guidelines or s3://bucket/guidelines"
      />
      {isStore ? <StoreFields value={store} onChange={setStore} /> : null}
      <CheckBox isOn={wordsOnly} onChange={setWordsOnly}>
        Also when it was built with another embedding model; it is then found by words only
      </CheckBox>
    </FormDialog>
  )
}

function attachProblem(reference: string, address: string, isOffline: boolean): string | null {
  if (!reference.trim()) return 'Give it a name first.'
  if (!address.trim()) return 'Say where it lies first.'
  return isOffline ? 'The network is off. Switch it on first, or attach a folder.' : null
}

type Fields = Readonly<Record<keyof StoreAccess, string>>

const emptyStore: Fields = { endpoint: '', region: '', keyId: '', secret: '' }

type StoreFieldsProps = { readonly value: Fields; readonly onChange: (value: Fields) => void }

/** How an object store is reached, and what reaching it means. */
function StoreFields({ value, onChange }: StoreFieldsProps) {
  return (
    <fieldset className="stack-3">
      <legend className="small soft below-2">
        Whenever a question is asked, parts of its files are read from there. The words of a question are not sent; the
        store can see which parts are read, and when. The secret is kept encrypted.
      </legend>
      <TextField
        label="Endpoint; empty for Amazon’s"
        value={value.endpoint}
        onText={(endpoint) => onChange({ ...value, endpoint })}
        placeholder="https://minio.practice.example:9000"
      />
      <TextField
        label="Access key; empty to use the AWS settings of this computer"
        value={value.keyId}
        onText={(keyId) => onChange({ ...value, keyId })}
      />
      <TextField
        label="Secret"
        type="password"
        value={value.secret}
        onText={(secret) => onChange({ ...value, secret })}
      />
      <TextField
        label="Region, if it needs one"
        value={value.region}
        onText={(region) => onChange({ ...value, region })}
      />
    </fieldset>
  )
}

function storeAccess({ endpoint, region, keyId, secret }: Fields): StoreAccess {
  const given = (text: string) => text.trim() || null
  return { endpoint: given(endpoint), region: given(region), keyId: given(keyId), secret: given(secret) }
}

type RemoveReferenceProps = { readonly reference: Reference; readonly onClose: () => void }

/** Forgets a library; of one that was built here the files may go as well. */
function RemoveReference({ reference: { reference, own, address }, onClose }: RemoveReferenceProps) {
  const client = useClient()
  const [deleteFiles, setDeleteFiles] = useState(false)
  return (
    <ConfirmRemoval
      title={`Remove ${reference}?`}
      work={() => client.reference.remove({ reference, deleteFiles })}
      kept="It is still there."
      onClose={onClose}
    >
      <p className="soft">
        It is no longer searched. Earlier answers keep the passages that they cite, but their pages can no longer be
        opened. {own ? null : `What lies at ${address} stays as it is.`}
      </p>
      {own ? (
        <CheckBox isOn={deleteFiles} onChange={setDeleteFiles}>
          Also delete its files on this computer
        </CheckBox>
      ) : null}
    </ConfirmRemoval>
  )
}
