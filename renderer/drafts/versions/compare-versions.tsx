import type { DocumentRow } from '../../../contract/document.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { PREVIOUS } from '../../state/place.ts'
import { useMatter } from '../../state/shell-context.ts'
import { type Loaded, useLoaded } from '../../state/use-loaded.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { askedBefore, presentSide, previousSide, previousTitle } from './use-comparison.ts'
import { ComparedVersions } from './compared-versions.tsx'
import { useId, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import { t } from '../../../wording/translate.ts'

/** Two documents of the matter, or two versions of one: chosen, or compared as soon as both are. */
export function CompareVersions() {
  const matter = useMatter()
  const { place, go } = useNavigation()
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })
  const find = (id: string | null) => documents.value?.find(({ documentId }) => documentId === id) ?? null
  const after = find(place.later)
  const before = place.earlier === PREVIOUS ? after && previousSide(after) : presentOf(find(place.earlier))
  if (before && after && askedBefore(before) !== after.documentId)
    return (
      <ComparedVersions key={`${askedBefore(before)} ${after.documentId}`} before={before} after={presentSide(after)} />
    )
  return (
    <DraftsFrame tab="compare">
      <ChooseVersions
        key={`${place.earlier} ${place.later}`}
        documents={documents}
        earlier={place.earlier}
        later={place.later}
        onCompare={(earlier, later) => go({ earlier, later })}
      />
    </DraftsFrame>
  )
}

function presentOf(row: DocumentRow | null) {
  return row && presentSide(row)
}

type Props = {
  readonly documents: Loaded<readonly DocumentRow[]>
  readonly earlier: string | null
  readonly later: string | null
  readonly onCompare: (earlier: string, later: string) => void
}

/** Which two documents are compared, or which one with the version before it. */
function ChooseVersions({ documents: { value, failure }, ...chosen }: Props) {
  const readable = value?.filter(({ characters }) => characters > 0) ?? []
  const areTooFew = readable.length < 2 && readable.every(({ previous }) => previous === null)
  return (
    <div className="col stack-4 start-items">
      <h2 className="question">{t('drafts.compare.title')}</h2>
      <p className="soft to-measure">{t('drafts.compare.lead')}</p>
      <FailureNote failure={failure} />
      {value || failure ? null : <Opening>{t('library.panel.opening')}</Opening>}
      {value && areTooFew ? <p className="note">{t('drafts.compare.tooFew')}</p> : null}
      {areTooFew ? null : <VersionForm documents={readable} {...chosen} />}
    </div>
  )
}

type FormProps = Omit<Props, 'documents'> & { readonly documents: readonly DocumentRow[] }

function VersionForm({ documents, earlier, later, onCompare }: FormProps) {
  const [chosen, choose] = useState({ earlier: earlier ?? '', later: later ?? '' })
  const known = (id: string) => (documents.some(({ documentId }) => documentId === id) ? id : '')
  const replaced = documents.filter(({ previous }) => previous !== null)
  const second = known(chosen.later)
  const isPrevious = chosen.earlier === PREVIOUS && replaced.some(({ documentId }) => documentId === second)
  const first = isPrevious ? PREVIOUS : known(chosen.earlier)
  const missing = missingWords(first, second)
  return (
    <form
      className="stack-3 full-width"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === null) onCompare(first, second)
      }}
    >
      <div className="version-choice">
        <VersionSelect
          label={t('drafts.compare.earlier')}
          value={isPrevious ? previousValue(second) : first}
          documents={documents}
          replaced={replaced}
          onChoose={(option) => choose(earlierChosen(option, second))}
        />
        <Button
          look="quiet"
          whyOff={whyNotSwapped(isPrevious, !first && !second)}
          onClick={() => choose({ earlier: second, later: first })}
        >
          {t('drafts.compare.swap')}
        </Button>
        <VersionSelect
          label={t('drafts.compare.later')}
          value={second}
          documents={documents}
          onChoose={(documentId) => choose({ earlier: first, later: documentId })}
        />
        <Button type="submit" look="primary" whyOff={missing} isWhyBeside>
          {t('drafts.compare.submit')}
        </Button>
      </div>
      <p className="small muted" aria-live="polite">
        {missing}
      </p>
    </form>
  )
}

function whyNotSwapped(isPrevious: boolean, isEmpty: boolean): string | null {
  if (isEmpty) return t('drafts.compare.missing')
  return isPrevious ? t('frame.off.previousIsEarlier') : null
}

function missingWords(first: string, second: string): string | null {
  if (first === '' || second === '') return t('drafts.compare.missing')
  return first === second ? t('drafts.compare.same') : null
}

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly documents: readonly DocumentRow[]
  /** Those that have a previous version, which can be chosen too. */
  readonly replaced?: readonly DocumentRow[]
  readonly onChoose: (value: string) => void
}

function VersionSelect({ label, value, documents, replaced = [], onChoose }: SelectProps) {
  const id = useId()
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{t('drafts.compare.choose')}</option>
        {documents.map(({ documentId, document }) => (
          <option key={documentId} value={documentId}>
            {document}
          </option>
        ))}
        {replaced.map(({ documentId, document }) => (
          <option key={documentId} value={previousValue(documentId)}>
            {previousTitle(document)}
          </option>
        ))}
      </select>
    </div>
  )
}

function previousValue(documentId: string): string {
  return `${PREVIOUS} ${documentId}`
}

/** A previous version is compared with what the document is now. */
function earlierChosen(value: string, later: string) {
  const [kind, documentId] = value.split(' ')
  return kind === PREVIOUS ? { earlier: PREVIOUS, later: documentId ?? '' } : { earlier: value, later }
}
