import { useId } from 'react'
import type { Reference } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Toggle } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'

type Props = {
  readonly references: readonly Reference[]
  readonly onRemove: (reference: Reference) => void
}

/** What there is, where it lies, whether it fits the embedding model in use, and whether the open matter uses it. */
export function ReferenceTable({ references, onRemove }: Props) {
  const { matter } = useShell()
  const client = useClient()
  const action = useAction()
  const use = (reference: string, on: boolean) =>
    void action.run(() => client.reference.use({ matter: matter?.id ?? '', reference, on }))
  return (
    <>
      <FailureNote failure={action.failure} />
      <table className="data" aria-label="Reference libraries">
        <thead>
          <tr>
            <th scope="col">Library</th>
            <th scope="col">Holds</th>
            {matter ? <th scope="col">Searched with {matter.matter}</th> : null}
            <th scope="col" className="act">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {references.map((reference) => (
            <tr key={reference.reference} data-testid="reference">
              <th scope="row">
                {reference.reference}
                <small className="mono">{reference.address}</small>
                <ReadFrom reference={reference} />
              </th>
              <td>
                {formatCount(reference.documents, 'document')}
                <small>{formatCount(reference.passages, 'passage')}</small>
                <Built reference={reference} />
              </td>
              {matter ? (
                <td>
                  <Used
                    name={`${reference.reference} with ${matter.matter}`}
                    isOn={!reference.switchedOffIn.includes(matter.id)}
                    onChange={(on) => use(reference.reference, on)}
                  />
                </td>
              ) : null}
              <td className="act">
                <Button
                  look="quiet"
                  isSmall
                  aria-label={`Remove ${reference.reference}`}
                  onClick={() => onRemove(reference)}
                >
                  Remove…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ReadFrom({ reference: { host } }: { readonly reference: Reference }) {
  const { settings } = useShell()
  if (host === null) return null
  if (!settings.network) return <small>Not searched while the network is off.</small>
  return <small>Read from {host} when a question is asked. The question itself is not sent.</small>
}

function Built({ reference: { builtAt, embedder, fits } }: { readonly reference: Reference }) {
  if (builtAt === null) return <small>Not built yet.</small>
  return (
    <small>
      Built {formatTime(builtAt)} with {embedder}
      {fits ? '.' : null}
      {fits ? null : (
        <span className="own-line">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          Not the model in use, so it is found by words only.
        </span>
      )}
    </small>
  )
}

function Used({
  name,
  isOn,
  onChange,
}: {
  readonly name: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  const label = useId()
  return (
    <span className="row-2 centred">
      <span className="visually-hidden" id={label}>
        Search {name}
      </span>
      <Toggle labelledBy={label} isOn={isOn} onChange={onChange} />
      {isOn ? 'yes' : 'no'}
    </span>
  )
}
