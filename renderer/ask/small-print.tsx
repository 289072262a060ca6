import type { Answer } from '../../contract/answer.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { formatNumber } from '../wording/format-count.ts'
import { formatSeconds } from '../wording/format-time.ts'

/** How an answer came about: times, the model by its hash, the entry of the ledger. */
export function SmallPrint({ answer: { timing, model, ledgerEntry } }: { readonly answer: Answer }) {
  const firstWord = timing.firstTokenMs === null ? '' : `first word ${formatSeconds(timing.firstTokenMs)}, `
  return (
    <p className="foot-print">
      <span>
        Evidence {formatSeconds(timing.evidenceMs)}, {firstWord}all {formatSeconds(timing.totalMs)}
      </span>
      {model ? (
        <span>
          {model.id} <HashText hash={model.sha256} />
        </span>
      ) : (
        <span>no model used</span>
      )}
      <PlaceLink to={{ name: 'ledger', ledgerTab: 'matter', entry: ledgerEntry }}>
        ledger entry {formatNumber(ledgerEntry)}
      </PlaceLink>
    </p>
  )
}
