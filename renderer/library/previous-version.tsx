import { useState } from 'react'
import type { DocumentDetail } from '../../contract/document.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { previousPlace } from '../state/place.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { formatTime } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

type Props = { readonly matter: string; readonly document: DocumentDetail }

/** What is kept of a document from before its file was replaced: compared with what it is now, or deleted. */
export function PreviousVersion({ matter, document: { document, documentId, previous } }: Props) {
  const client = useClient()
  const [isAsked, ask] = useState(false)
  if (previous === null) return null
  const size = formatBytes(previous.bytes)
  return (
    <section className="stack-2" aria-label={t('library.panel.previous')}>
      <h3 className="h">{t('library.panel.previous')}</h3>
      <p className="soft">{t('library.panel.replaced', { time: formatTime(previous.replacedAt), size })}</p>
      <div className="btns">
        <PlaceLink className="btn small" to={previousPlace(documentId)}>
          {t('library.panel.comparePrevious')}
        </PlaceLink>
        <Button look="quiet" isSmall onClick={() => ask(true)}>
          {t('library.panel.deletePrevious')}
        </Button>
      </div>
      {isAsked ? (
        <ConfirmRemoval
          verb="delete"
          title={t('library.remove.askPrevious', { document })}
          work={() => client.library.removePrevious({ matter, document: documentId })}
          kept={t('library.remove.previousKept')}
          onClose={() => ask(false)}
        >
          <p className="soft">{t('library.remove.whatGoesOfPrevious')}</p>
        </ConfirmRemoval>
      ) : null}
    </section>
  )
}
