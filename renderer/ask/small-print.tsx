import type { Answer } from '../../contract/answer.ts'
import { TEST_MODEL_WARNING } from '../../contract/model-purpose.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { strategyWords } from './strategy-words.ts'
import { formatCount, formatNumber } from '../wording/format-count.ts'
import { formatSeconds } from '../wording/format-time.ts'

/** How an answer came about: times, the model by its hash, the entry of the ledger. */
export function SmallPrint({ answer }: { readonly answer: Answer }) {
  const { timing, model, ledgerEntry, knowledge } = answer
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
      {model?.purpose === 'tests' ? <span className="warn">{TEST_MODEL_WARNING}</span> : null}
      {model ? <span data-testid="strategy">{strategyWords(answer)}</span> : null}
      {knowledgeWords(knowledge) ? <span>{knowledgeWords(knowledge)}</span> : null}
      <PlaceLink to={{ name: 'ledger', ledgerTab: 'matter', entry: ledgerEntry }}>
        ledger entry {formatNumber(ledgerEntry)}
      </PlaceLink>
    </p>
  )
}

/** Whether the model was sure by itself; empty where no card fitted. */
function knowledgeWords({ gate, margin, cards }: Answer['knowledge']): string {
  const sure = margin === null ? '' : `, margin ${margin.toFixed(2)}`
  if (gate === 'skipped' && cards.length === 0) return `a card fits, not used: the model was sure${sure}`
  return cards.length === 0 ? '' : `${formatCount(cards.length, 'card')} used${sure}`
}
