import { isWritten } from '../../../contract/answers/answer-words.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { modelName } from '../../../wording/model-name.ts'
import { formatInterval, formatPercent } from '../../../wording/format-quantity.ts'
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
      <div className="band" role="group" aria-label={t('ask.confidence.label')}>
        <h3 className="h">
          {t.rich(calibrated ? 'ask.confidence.notMeasured' : 'ask.confidence.notCalibrated', { soft: atEnd })}
        </h3>
      </div>
    )
  return (
    <div className="band" role="group" aria-label={t('ask.confidence.label')}>
      <h3 className="h">{t.rich(`ask.confidence.${band}`, { answers, soft: atEnd })}</h3>
      <Scale score={score} like={like} limits={limits} />
      <p className="small soft">
        {likeWords(like)} {limits.high === null ? t('ask.confidence.noHigh') : ''}
      </p>
    </div>
  )
}

function atEnd(chunks: React.ReactNode): React.ReactNode {
  return <span className="end muted small">{chunks}</span>
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
    <svg
      viewBox={`0 -8 ${WIDTH} 44`}
      role="img"
      aria-label={t('ask.confidence.score', { score: formatPercent(score), like: likeWords(like) })}
    >
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
        {t('ask.confidence.lowEnd')}
      </text>
      <text x={WIDTH * limits.medium} y={34}>
        {t('ask.confidence.mediumFrom', { score: formatPercent(limits.medium) })}
      </text>
      {limits.high === null ? null : (
        <text x={WIDTH} y={34} textAnchor="end">
          {t('ask.confidence.highFrom', { score: formatPercent(limits.high) })}
        </text>
      )}
    </svg>
  )
}

function likeWords(like: Confidence['like']): string {
  if (!like || like.of === 0) return t('ask.confidence.noneLike')
  const { count, of, interval } = like
  const counted = { count, of, percent: formatPercent(count / of) }
  return interval === null
    ? t('ask.confidence.like', counted)
    : t('ask.confidence.likeWithInterval', { ...counted, interval: formatInterval(interval) })
}

/** How an answer came about: times, the model, the entry of the audit log, which has its checksum. */
export function SmallPrint({ answer }: { readonly answer: Answer }) {
  const { timing, model, ledgerEntry, knowledge } = answer
  const times = { evidence: formatSeconds(timing.evidenceMs), all: formatSeconds(timing.totalMs) }
  const lessons = lessonWords(knowledge)
  return (
    <p className="foot-print">
      <span>
        {timing.firstTokenMs === null
          ? t('ask.smallPrint.times', times)
          : t('ask.smallPrint.timesWithFirst', { ...times, first: formatSeconds(timing.firstTokenMs) })}
      </span>
      {model ? <span>{modelName(model.id)}</span> : <span>{t('ask.smallPrint.noModel')}</span>}
      {model?.purpose === 'tests' && isWritten(answer) ? <span className="warn">{t('models.testWarning')}</span> : null}
      {model ? <span data-testid="strategy">{strategyWords(answer)}</span> : null}
      {lessons ? <span>{lessons}</span> : null}
      <PlaceLink to={{ name: 'ledger', ledgerTab: 'matter', entry: ledgerEntry }}>
        {t('ask.smallPrint.entry', { entry: ledgerEntry })}
      </PlaceLink>
    </p>
  )
}

/** Whether a lesson was used, or the model was sure by itself; empty where none fitted. */
function lessonWords({ gate, cards }: Answer['knowledge']): string {
  if (cards.length > 0) return t('ask.smallPrint.lessonsUsed', { count: cards.length })
  return gate === 'skipped' ? t('ask.smallPrint.lessonSkipped') : ''
}
