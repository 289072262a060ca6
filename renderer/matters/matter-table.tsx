import { useState } from 'react'
import type { Matter } from '../../contract/matter.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { ROVING } from '../keys/move-in-list.ts'
import { rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../wording/format-bytes.ts'
import { formatDate } from '../wording/format-time.ts'
import { DeleteMatter } from './delete-matter.tsx'
import { ExportMatter } from './export-matter.tsx'

type Props = { readonly matters: readonly Matter[]; readonly label: string }
type Open = { readonly dialog: 'delete' | 'export'; readonly matter: Matter }

/** Matters in a table, each with what can be done with it. */
export function MatterTable({ matters, label }: Props) {
  const client = useClient()
  const { place, replace } = useNavigation()
  const action = useAction()
  const [open, setOpen] = useState<Open | null>(null)
  const archive = ({ id, archived }: Matter) =>
    void action.run(() => client.matter.archive({ matter: id, archived: !archived }))
  const forget = (id: string) => {
    setOpen(null)
    if (place.matter === id) replace({ matter: null, answer: null })
  }
  return (
    <>
      <table className="data lib" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Matter</th>
            <th scope="col" className="n">
              Documents
            </th>
            <th scope="col" className="n hide-narrow">
              Size
            </th>
            <th scope="col" className="hide-narrow">
              Created
            </th>
            <th scope="col" className="act">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody ref={rovingList}>
          {matters.map((matter) => (
            <MatterRow
              key={matter.id}
              matter={matter}
              onArchive={() => archive(matter)}
              onOpen={(dialog) => setOpen({ dialog, matter })}
            />
          ))}
        </tbody>
      </table>
      <FailureNote failure={action.failure} />
      {open?.dialog === 'delete' ? (
        <DeleteMatter matter={open.matter} onDeleted={() => forget(open.matter.id)} onClose={() => setOpen(null)} />
      ) : null}
      {open?.dialog === 'export' ? <ExportMatter matter={open.matter} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

type RowProps = {
  readonly matter: Matter
  readonly onArchive: () => void
  readonly onOpen: (dialog: Open['dialog']) => void
}

function MatterRow({ matter, onArchive, onOpen }: RowProps) {
  const { matter: name, subtitle, documents, bytes, createdAt, archived, sample } = matter
  return (
    <tr>
      <th scope="row">
        <PlaceLink {...{ [ROVING]: '' }} to={{ name: 'ask', matter: matter.id, answer: null }}>
          {name}
        </PlaceLink>
        {sample ? <span className="tag ml-2">sample</span> : null}
        <small>{subtitle}</small>
      </th>
      <td className="n">{documents}</td>
      <td className="n hide-narrow">{formatBytes(bytes)}</td>
      <td className="hide-narrow whitespace-nowrap">{formatDate(createdAt)}</td>
      <td className="act">
        <Button look="quiet" isSmall aria-label={`Export ${name}`} onClick={() => onOpen('export')}>
          Export…
        </Button>
        <Button look="quiet" isSmall aria-label={`${archived ? 'Take back' : 'Archive'} ${name}`} onClick={onArchive}>
          {archived ? 'Take back' : 'Archive'}
        </Button>
        <Button look="quiet" isSmall aria-label={`Delete ${name}`} onClick={() => onOpen('delete')}>
          Delete…
        </Button>
      </td>
    </tr>
  )
}
