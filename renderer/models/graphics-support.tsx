import { useState } from 'react'
import type { GraphicsOffer } from '../../contract/model.ts'
import { Button } from '../parts/button.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useDownloads } from '../state/shell-context.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { AgreeToDownload, type ToDownload } from './download-jobs.tsx'

type Open = { readonly dialog: 'download' | 'remove'; readonly offer: GraphicsOffer }

/** What this computer's graphics processor needs, downloaded on request like a model. */
export function GraphicsSupport({ offers }: { readonly offers: readonly GraphicsOffer[] }) {
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  // A copy that was built without an address has nothing to offer.
  const shown = offers.filter(({ address, ...offer }) => address !== null || canBeRemoved(offer))
  if (shown.length === 0) return null
  return (
    <section className="rule-top" aria-labelledby="graphics-support">
      <h3 className="h" id="graphics-support">
        {t('models.graphics.title')}
      </h3>
      <p className="small soft">{t('models.graphics.what')}</p>
      <dl className="kv above-2">
        {shown.map((offer) => (
          <Offer key={offer.id} offer={offer} onOpen={(dialog) => setOpen({ dialog, offer })} />
        ))}
      </dl>
      {open?.dialog === 'download' ? <AgreeToDownload model={graphicsToDownload(open.offer)} onClose={close} /> : null}
      {open?.dialog === 'remove' ? <RemoveSupport offer={open.offer} onClose={close} /> : null}
    </section>
  )
}

/** What is said of it before it is downloaded. */
export function graphicsToDownload(offer: GraphicsOffer): ToDownload {
  const { kind } = offer
  return {
    ...offer,
    title: t(`models.graphics.names.${kind}`),
    licence: 'MIT',
    fits: t(`models.graphics.fits.${kind}`),
  }
}

const LABELS = { download: 'models.table.downloadName', remove: 'models.table.removeName' } as const
const WORDS = { download: 'models.table.download', remove: 'frame.buttons.askToRemove' } as const

/** Also what came only in part. */
function canBeRemoved({ installed, partialBytes }: Pick<GraphicsOffer, 'installed' | 'partialBytes'>): boolean {
  return installed || partialBytes > 0
}

function actsFor(offer: GraphicsOffer): readonly Open['dialog'][] {
  const canBeGot = !offer.installed && offer.address !== null
  return [...(canBeGot ? (['download'] as const) : []), ...(canBeRemoved(offer) ? (['remove'] as const) : [])]
}

function stateOf({ installed, bytes, partialBytes }: GraphicsOffer, isComing: boolean): string {
  if (isComing) return t('models.table.downloading')
  if (installed) return t('models.graphics.downloaded')
  const size = formatBytes(bytes)
  return partialBytes > 0 ? `${size}. ${t('models.table.partlyHere', { size: formatBytes(partialBytes) })}` : size
}

type OfferProps = { readonly offer: GraphicsOffer; readonly onOpen: (dialog: Open['dialog']) => void }

function Offer({ offer, onOpen }: OfferProps) {
  const isComing = useDownloads().some(({ id }) => id === offer.id)
  const name = t(`models.graphics.names.${offer.kind}`)
  return (
    <>
      <dt>{t(`models.graphics.fits.${offer.kind}`)}</dt>
      <dd>
        {stateOf(offer, isComing)}{' '}
        {isComing
          ? null
          : actsFor(offer).map((act) => (
              <Button key={act} isSmall look="quiet" aria-label={t(LABELS[act], { name })} onClick={() => onOpen(act)}>
                {t(WORDS[act])}
              </Button>
            ))}
      </dd>
    </>
  )
}

type RemoveProps = { readonly offer: GraphicsOffer; readonly onClose: () => void }

function RemoveSupport({ offer, onClose }: RemoveProps) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={t('models.removal.title', { name: t(`models.graphics.names.${offer.kind}`) })}
      work={() => client.model.remove({ id: offer.id })}
      kept={t('models.graphics.removal.kept')}
      onClose={onClose}
    >
      <p className="soft">{t('models.graphics.removal.what')}</p>
    </ConfirmRemoval>
  )
}
