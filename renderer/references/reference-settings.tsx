import { useState } from 'react'
import { t } from '../../wording/translate.ts'
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
          {t('references.title')}
        </h2>
        <p className="soft">{t('references.intro')}</p>
        <div className="btns">
          <Button isSmall onClick={() => setOpen({ dialog: 'attach' })}>
            {t('references.attach')}
          </Button>
          <Button isSmall onClick={() => setOpen({ dialog: 'build' })}>
            {t('references.build')}
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
  if (!value) return <Opening>{t('references.loading')}</Opening>
  return value.length === 0 ? (
    <p className="soft">{t('references.none')}</p>
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
      title={t('references.attaching.title')}
      submit={t('references.attaching.submit')}
      missing={missing}
      work={attach}
      kept={t('references.attaching.kept')}
      onClose={onClose}
    >
      <TextField
        label={t('references.attaching.name')}
        value={reference}
        onText={setReference}
        placeholder={t('references.attaching.nameExample')}
      />
      <TextField
        label={t('references.attaching.address')}
        value={address}
        onText={setAddress}
        placeholder={t('references.attaching.addressExample')}
      />
      {isStore ? <StoreFields value={store} onChange={setStore} /> : null}
      <CheckBox isOn={wordsOnly} onChange={setWordsOnly}>
        {t('references.attaching.wordsOnly')}
      </CheckBox>
    </FormDialog>
  )
}

function attachProblem(reference: string, address: string, isOffline: boolean): string | null {
  if (!reference.trim()) return t('references.attaching.missingName')
  if (!address.trim()) return t('references.attaching.missingAddress')
  return isOffline ? t('references.attaching.offline') : null
}

type Fields = Readonly<Record<keyof StoreAccess, string>>

const emptyStore: Fields = { endpoint: '', region: '', keyId: '', secret: '' }

type StoreFieldsProps = { readonly value: Fields; readonly onChange: (value: Fields) => void }

/** How an object store is reached, and what reaching it means. */
function StoreFields({ value, onChange }: StoreFieldsProps) {
  return (
    <fieldset className="stack-3">
      <legend className="small soft below-2">{t('references.store.what')}</legend>
      <TextField
        label={t('references.store.endpoint')}
        value={value.endpoint}
        onText={(endpoint) => onChange({ ...value, endpoint })}
        placeholder="https://minio.practice.example:9000"
      />
      <TextField
        label={t('references.store.keyId')}
        value={value.keyId}
        onText={(keyId) => onChange({ ...value, keyId })}
      />
      <TextField
        label={t('references.store.secret')}
        type="password"
        value={value.secret}
        onText={(secret) => onChange({ ...value, secret })}
      />
      <TextField
        label={t('references.store.region')}
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
      title={t('references.removal.title', { name: reference })}
      work={() => client.reference.remove({ reference, deleteFiles })}
      kept={t('references.removal.kept')}
      onClose={onClose}
    >
      <p className="soft">{own ? t('references.removal.own') : t('references.removal.attached', { address })}</p>
      {own ? (
        <CheckBox isOn={deleteFiles} onChange={setDeleteFiles}>
          {t('references.removal.deleteFiles')}
        </CheckBox>
      ) : null}
    </ConfirmRemoval>
  )
}
