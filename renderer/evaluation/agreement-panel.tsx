import {
  type AgreementKappa,
  type AgreementSeries,
  DECIDED_FOR_RATE,
  type OpinionAgreement,
  PAIRS_FOR_KAPPA,
} from '../../contract/evaluation/agreement.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatNumber, formatPercent, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { IntervalMark, PLOT, plotY, TICKS } from './plot.tsx'
import { useAgreement } from './use-evaluation.ts'

/** How often blind second opinions and this computer say the same, over all matters; nothing where there is none. */
export function AgreementPanel() {
  const { matters } = useShell()
  const { value, failure } = useAgreement(null)
  if (value?.pairs === 0 && value.notCompared === 0 && value.decided === 0) return null
  return (
    <section className="rule-top stack-4" aria-labelledby="agreement">
      <h2 className="h flush" id="agreement">
        {t('evaluation.agreement.title')}{' '}
        <span className="muted">
          {value ? t('evaluation.agreement.of', { pairs: value.pairs, matters: matters.length }) : ''}
        </span>
      </h2>
      <FailureNote failure={failure} />
      {value ? <NotCompared agreement={value} /> : null}
      {value && value.decided > 0 ? <Decided agreement={value} /> : null}
      {value?.series.map((one) => (
        <Series key={seriesKey(one)} series={one} />
      ))}
    </section>
  )
}

function NotCompared({ agreement: { notCompared } }: { readonly agreement: OpinionAgreement }) {
  if (notCompared === 0) return null
  return <p className="small soft">{t('evaluation.agreement.notCompared', { count: notCompared })}</p>
}

/** Who turned out to be right; what both sides say alike is not decided, so it is told of what differs alone. */
function Decided({ agreement }: { readonly agreement: OpinionAgreement }) {
  const { secondRight } = agreement
  return (
    <dl className="kv" data-testid="decided-rate">
      <dt>{t('evaluation.agreement.secondRight')}</dt>
      <dd>
        {decidedWords(agreement)} {secondRight ? <IntervalMark share={secondRight} /> : null}
        <small className="soft"> {t('evaluation.agreement.decidedHint')}</small>
      </dd>
    </dl>
  )
}

function seriesKey({ domain, localModel, provider, model, basis, options }: AgreementSeries): string {
  return JSON.stringify([domain, localModel, provider, model, basis, options])
}

function Series({ series }: { readonly series: AgreementSeries }) {
  const { domain, localModel, provider, model, same, kappa } = series
  return (
    <div className="agreement-series" data-testid="agreement-series">
      <AgreementChart series={series} />
      <dl className="kv agreement-numbers">
        <dt>{t('evaluation.agreement.who')}</dt>
        <dd>{t('evaluation.agreement.whoValue', { local: localModel, provider, model })}</dd>
        <dt>{t('evaluation.agreement.domain')}</dt>
        <dd>{domain ?? t('evaluation.agreement.noDomain')}</dd>
        <dt>{t('evaluation.agreement.compared')}</dt>
        <dd>{basisWords(series)}</dd>
        <dt>{t('evaluation.agreement.same')}</dt>
        <dd>{formatShareWithInterval(same)}</dd>
        <dt>{t('evaluation.agreement.kappa')}</dt>
        <dd>
          {kappa ? kappaWords(kappa) : waitingWords(series)}
          {kappa ? (
            <small className="soft">
              {' '}
              {t('evaluation.agreement.flatters', {
                same: formatPercent(same.count / same.of),
                chance: formatPercent(kappa.byChance),
              })}
            </small>
          ) : null}
        </dd>
      </dl>
    </div>
  )
}

/** The share that says the same, pair after pair, with its interval; kappa beside it from 30 pairs on. */
function AgreementChart({ series: { same, points } }: { readonly series: AgreementSeries }) {
  const most = Math.max(PAIRS_FOR_KAPPA, same.of)
  const x = (pairs: number) => PLOT.left + (PLOT.width * pairs) / most
  const bottom = PLOT.top + PLOT.height
  const share = points.map((one) => ({ at: x(one.same.of), value: one.same.count / one.same.of, of: one.same }))
  const kappas = points.flatMap((one) =>
    one.kappa ? [{ at: x(one.same.of), value: Math.max(0, one.kappa.kappa) }] : [],
  )
  const [first, last] = [points[0], points.at(-1)]
  const label = t('evaluation.agreement.chart.label', { share: formatShareWithInterval(same), count: same.of })
  return (
    <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${bottom + 40}`} role="img" aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={plotY(tick)} y2={plotY(tick)} />
          <text x={PLOT.left - 6} y={plotY(tick) + 4} textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      <path className="spread" d={spreadPath(share)} />
      <polyline className="a" points={line(share)} />
      <polyline className="b" points={line(kappas)} />
      {share.length === 1 ? (
        <circle className="a-fill" cx={share[0]?.at} cy={plotY(share[0]?.value ?? 0)} r={4} />
      ) : null}
      <text x={x(PAIRS_FOR_KAPPA)} y={bottom + 18} textAnchor="middle">
        {PAIRS_FOR_KAPPA}
      </text>
      <text x={PLOT.left} y={bottom + 18}>
        1
      </text>
      <text x={PLOT.left + PLOT.width / 2} y={bottom + 36} textAnchor="middle">
        {t('evaluation.agreement.chart.pairs', { from: formatDate(first?.at ?? ''), to: formatDate(last?.at ?? '') })}
      </text>
      <text x={0} y={6}>
        {t('evaluation.agreement.chart.axis')}
      </text>
    </svg>
  )
}

type Point = { readonly at: number; readonly value: number }

function line(points: readonly Point[]): string {
  return points.map(({ at, value }) => `${at},${plotY(value)}`).join(' ')
}

function spreadPath(points: readonly (Point & { readonly of: AgreementSeries['same'] })[]): string {
  const ends = points.map(({ at, of }) => ({ at, low: of.interval?.[0] ?? 0, high: of.interval?.[1] ?? 1 }))
  const around = [
    ...ends.map(({ at, high }) => `${at} ${plotY(high)}`),
    ...ends.toReversed().map(({ at, low }) => `${at} ${plotY(low)}`),
  ]
  return around.length === 0 ? '' : `M${around.join('L')}Z`
}

function basisWords({ basis, options: list, ordinal }: Pick<AgreementSeries, 'basis' | 'options' | 'ordinal'>): string {
  if (basis !== 'list') return t(`evaluation.agreement.basis.${basis}`)
  const options = (list ?? []).join(', ')
  return ordinal
    ? t('evaluation.agreement.basis.ordered', { options })
    : t('evaluation.agreement.basis.list', { options })
}

/** `0.59, interval 0.39–0.76`. */
function kappaWords({ kappa, interval, weights }: AgreementKappa): string {
  const ends = interval.map((end) => formatNumber(end, 2)).join('–')
  return t(`evaluation.agreement.kappaValue.${weights}`, { kappa: formatNumber(kappa, 2), interval: ends })
}

function waitingWords({ basis, same }: Pick<AgreementSeries, 'basis' | 'same'>): string {
  if (basis !== 'list') return t(`evaluation.agreement.noKappa.${basis}`)
  if (same.of < PAIRS_FOR_KAPPA)
    return t('evaluation.agreement.noKappa.tooFew', { count: same.of, least: PAIRS_FOR_KAPPA })
  return t('evaluation.agreement.noKappa.constant')
}

/** How often the second opinion was right where the user decided who was; no share of too few. */
export function decidedWords({ decided, secondRight }: Pick<OpinionAgreement, 'decided' | 'secondRight'>): string {
  if (secondRight) return formatShareWithInterval(secondRight)
  return t('evaluation.agreement.tooFewDecided', { count: decided, least: DECIDED_FOR_RATE })
}
