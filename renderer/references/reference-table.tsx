import { useId } from 'react'
import type { Reference } from '../../contract/reference.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Toggle } from '../parts/choices.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatTime } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

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
      <table className="data references" aria-label={t('references.title')}>
        <thead>
          <tr>
            <th scope="col">{t('references.table.library')}</th>
            <th scope="col">{t('references.table.contents')}</th>
            {matter ? <th scope="col">{t('references.table.searchedWith', { matter: matter.matter })}</th> : null}
            <th scope="col" className="act">
              <span className="visually-hidden">{t('references.table.actions')}</span>
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
                {t('references.table.documents', { count: reference.documents })}
                <small>{t('references.table.passages', { count: reference.passages })}</small>
                <Built reference={reference} />
              </td>
              {matter ? (
                <td>
                  <Used
                    label={t('references.table.search', { reference: reference.reference, matter: matter.matter })}
                    isOn={!reference.switchedOffIn.includes(matter.id)}
                    onChange={(on) => use(reference.reference, on)}
                  />
                </td>
              ) : null}
              <td className="act">
                <Button
                  look="quiet"
                  isSmall
                  aria-label={t('references.table.removeName', { name: reference.reference })}
                  onClick={() => onRemove(reference)}
                >
                  {t('frame.buttons.askToRemove')}
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
  if (!settings.network) return <small>{t('references.table.offline')}</small>
  return <small>{t('references.table.readFrom', { host })}</small>
}

function Built({ reference: { builtAt, embedder, fits } }: { readonly reference: Reference }) {
  if (builtAt === null) return <small>{t('references.table.notBuilt')}</small>
  return (
    <small>
      {t('references.table.built', { time: formatTime(builtAt), model: embedder })}
      {fits ? null : (
        <span className="own-line">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          {t('references.table.otherModel')}
        </span>
      )}
    </small>
  )
}

type UsedProps = { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }

function Used({ label, isOn, onChange }: UsedProps) {
  const id = useId()
  return (
    <span className="row-2 centred">
      <span className="visually-hidden" id={id}>
        {label}
      </span>
      <Toggle labelledBy={id} isOn={isOn} onChange={onChange} />
      {isOn ? t('references.table.on') : t('references.table.off')}
    </span>
  )
}
