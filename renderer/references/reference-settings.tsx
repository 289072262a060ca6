import { useState } from 'react'
import type { Reference } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { AttachReference } from './attach-reference.tsx'
import { BuildReference } from './build-reference.tsx'
import { ReferenceTable } from './reference-table.tsx'
import { RemoveReference } from './remove-reference.tsx'
import { useReferences } from './use-references.ts'

type Open = { readonly dialog: 'attach' | 'build' } | { readonly dialog: 'remove'; readonly reference: Reference }

/** Reference libraries: which there are, where they lie, whether the open matter is searched with them. */
export function ReferenceSettings() {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <section className="grid gap-3" aria-labelledby="references">
        <h2 className="h mb-0" id="references">
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
