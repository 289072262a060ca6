import type { Optimisation } from '../../../contract/evaluation/optimisation.ts'
import { settingWords } from '../../../contract/evaluation/answer-setting-words.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { t } from '../../../wording/translate.ts'
import { PLOT } from '../plot.tsx'

/** What was tried, the best first. */
export function TriedTable({ tried }: Pick<Optimisation, 'tried'>) {
  const ranked = tried
    .map(({ settings, score }, at) => ({ words: settingWords(settings), score, number: at + 1 }))
    .toSorted((one, other) => other.score - one.score)
  return (
    <div className="table-scroll">
      <table className="data" aria-label={t('optimisation.tried.label')}>
        <thead>
          <tr>
            <th scope="col" className="n">
              {t('optimisation.tried.score')}
            </th>
            <th scope="col">{t('optimisation.tried.settings')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ words, score, number }) => (
            <tr key={number} data-testid="tried">
              <td className="n">{formatNumber(score, 2)}</td>
              <td className="small">{number === 1 ? t('optimisation.tried.usual', { settings: words }) : words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const BOTTOM = PLOT.top + PLOT.height

/** The score of each of the settings in their order, and the best so far. */
export function BestChart({ tried, of }: { readonly tried: Optimisation['tried']; readonly of: number }) {
  const best = bestCurve(tried)
  const scores = tried.map(({ score }) => score)
  const low = Math.min(...scores)
  const high = Math.max(...scores)
  const x = (at: number) => PLOT.left + (PLOT.width * at) / Math.max(1, of - 1)
  // All alike: one line in the middle.
  const y = (score: number) => BOTTOM - PLOT.height * (high === low ? 0.5 : (score - low) / (high - low))
  const last = best.at(-1) ?? 0
  const words = t('optimisation.tried.summary', {
    usual: formatNumber(scores[0] ?? 0, 2),
    count: tried.length,
    best: formatNumber(last, 2),
  })
  return (
    <>
      <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${BOTTOM + 40}`} role="img" aria-label={words}>
        {[...new Set([low, high])].map((score) => (
          <g key={score}>
            <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={y(score)} y2={y(score)} />
            <text x={PLOT.left - 6} y={y(score) + 4} textAnchor="end">
              {formatNumber(score, 2)}
            </text>
          </g>
        ))}
        <polyline className="a" points={best.map((score, at) => `${x(at)},${y(score)}`).join(' ')} />
        {scores.map((score, at) => (
          <circle key={at} className="a-fill" cx={x(at)} cy={y(score)} r={3} />
        ))}
        <text x={PLOT.left + PLOT.width / 2} y={BOTTOM + 36} textAnchor="middle">
          {t('optimisation.tried.axis', { of })}
        </text>
        <text x={0} y={6}>
          {t('optimisation.tried.scoreAxis')}
        </text>
      </svg>
      <p className="small soft above-3">{words}</p>
    </>
  )
}

/** The best score so far after each of the settings. */
function bestCurve(tried: Optimisation['tried']): readonly number[] {
  const best: number[] = []
  for (const { score } of tried) best.push(Math.max(score, best.at(-1) ?? Number.NEGATIVE_INFINITY))
  return best
}
