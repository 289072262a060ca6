import { useId, useState } from 'react'
import type { DocumentRow } from '../../../contract/document.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import type { Loaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly documents: Loaded<readonly DocumentRow[]>
  readonly earlier: string | null
  readonly later: string | null
  readonly onCompare: (earlier: string, later: string) => void
}

/** Which two documents are compared. */
export function ChooseVersions({ documents: { value, failure }, earlier, later, onCompare }: Props) {
  const readable = value?.filter(({ characters }) => characters > 0) ?? []
  const [chosen, choose] = useState({ earlier: earlier ?? '', later: later ?? '' })
  const known = (id: string) => (readable.some(({ documentId }) => documentId === id) ? id : '')
  const [first, second] = [known(chosen.earlier), known(chosen.later)]
  const missing = missingWords(first, second)
  return (
    <div className="col stack-4 start-items">
      <h2 className="question">{t('drafts.compare.title')}</h2>
      <p className="soft to-measure">{t('drafts.compare.lead')}</p>
      <FailureNote failure={failure} />
      {value || failure ? null : <Opening>{t('library.panel.opening')}</Opening>}
      {value && readable.length < 2 ? <p className="note">{t('drafts.compare.tooFew')}</p> : null}
      {readable.length < 2 ? null : (
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
              value={first}
              documents={readable}
              onChoose={(documentId) => choose({ ...chosen, earlier: documentId })}
            />
            <Button look="quiet" isOff={!first && !second} onClick={() => choose({ earlier: second, later: first })}>
              {t('drafts.compare.swap')}
            </Button>
            <VersionSelect
              label={t('drafts.compare.later')}
              value={second}
              documents={readable}
              onChoose={(documentId) => choose({ ...chosen, later: documentId })}
            />
            <Button type="submit" look="primary" isOff={missing !== null}>
              {t('drafts.compare.submit')}
            </Button>
          </div>
          <p className="small muted" aria-live="polite">
            {missing}
          </p>
        </form>
      )}
    </div>
  )
}

function missingWords(first: string, second: string): string | null {
  if (first === '' || second === '') return t('drafts.compare.missing')
  return first === second ? t('drafts.compare.same') : null
}

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly documents: readonly DocumentRow[]
  readonly onChoose: (documentId: string) => void
}

function VersionSelect({ label, value, documents, onChoose }: SelectProps) {
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
      </select>
    </div>
  )
}
