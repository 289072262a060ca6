import type { Answer } from '../../../contract/answers/answer.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { HashText } from '../../parts/hash-text.tsx'
import { formatCount, formatInterval, formatNumber, formatPercent } from '../../../wording/format-quantity.ts'
import { formatSeconds } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { strategyWords } from '../question/how-to-answer.ts'

type Confidence = NonNullable<Answer['confidence']>

const WIDTH = 320

/** How sure an answer is: the band's name, a scale with mark and interval, then the count in words. Never one bare number. */
export function ConfidenceBand({ confidence }: { readonly confidence: Confidence }) {
  const { score, band, calibrated, like, limits, answers } = confidence
  if (score === null || band === null || !limits)
    return (
      <div className="band" role="group" aria-label="Confidence">
        <h3 className="h">
          {calibrated ? 'Confidence: not measured ' : 'Confidence: not calibrated '}
          <span className="end muted small">
            {calibrated ? 'the first words of this answer were not measured' : 'calibrate the model under Evaluation'}
          </span>
        </h3>
      </div>
    )
  return (
    <div className="band" role="group" aria-label="Confidence">
      <h3 className="h">
        Confidence: {band} <span className="end muted small">calibrated on {answers} answers</span>
      </h3>
      <Scale score={score} like={like} limits={limits} />
      <p className="small soft">
        {likeWords(like)}
        {limits.high === null ? ' With this model no answer is shown as high: too many sure ones were wrong.' : ''}
      </p>
    </div>
  )
}

type ScaleProps = {
  readonly score: number
  readonly like: Confidence['like']
  readonly limits: NonNullable<Confidence['limits']>
}

function Scale({ score, like, limits }: ScaleProps) {
  const [low, high] = like?.interval ?? [score, score]
  const ticks = [0, limits.medium, ...(limits.high === null ? [] : [limits.high]), 1]
  return (
    <svg viewBox={`0 -8 ${WIDTH} 44`} role="img" aria-label={`${formatPercent(score)} of 100. ${likeWords(like)}`}>
      <path className="line" d={`M0 14.5h${WIDTH}`} />
      {ticks.map((at) => (
        <path key={at} className="line" d={`M${WIDTH * at} 9v11`} />
      ))}
      <rect className="spread" x={WIDTH * low} y={11.5} width={WIDTH * (high - low)} height={6} />
      <rect className="mark" x={WIDTH * score - 1.5} y={7} width={3} height={15} />
      <text className="value" x={WIDTH * score} y={3} textAnchor="middle">
        {formatPercent(score)}
      </text>
      <text x={0} y={34}>
        low
      </text>
      <text x={WIDTH * limits.medium} y={34}>
        medium {formatPercent(limits.medium)}
      </text>
      {limits.high === null ? null : (
        <text x={WIDTH} y={34} textAnchor="end">
          high {formatPercent(limits.high)}
        </text>
      )}
    </svg>
  )
}

function likeWords(like: Confidence['like']): string {
  if (!like || like.of === 0) return 'No earlier answer was scored like this one.'
  const { count, of, interval } = like
  const range = interval ? `, interval ${formatInterval(interval)}` : ''
  return `Of ${of} earlier answers in this band, ${count} were right: ${formatPercent(count / of)} %${range}.`
}

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
      {model?.purpose === 'tests' ? <span className="warn">{t('models.testWarning')}</span> : null}
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
