import type { AgreementSeries, OpinionAgreement } from '../../contract/agreement.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { formatPercent, formatShareWithInterval } from '../wording/format-share.ts'
import { AgreementChart } from './agreement-chart.tsx'
import { basisWords, decidedWords, kappaWords, waitingWords } from './agreement-words.ts'
import { IntervalMark } from './interval-mark.tsx'
import { useAgreement } from './use-evaluation.ts'

/** How often blind second opinions and this computer say the same, over all matters; nothing where there is none. */
export function AgreementPanel() {
  const { matters } = useShell()
  const { value, failure } = useAgreement(null)
  if (value?.pairs === 0 && value.notCompared === 0 && value.decided === 0) return null
  return (
    <section className="rule-top grid gap-4" aria-labelledby="agreement">
      <h2 className="h mb-0" id="agreement">
        Agreement with the second opinion{' '}
        <span className="muted">
          {value
            ? `${formatCount(value.pairs, 'pair')} in ${formatCount(matters.length, 'matter')}; blind ones only`
            : ''}
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
  return (
    <p className="small soft">
      {formatCount(notCompared, 'blind opinion')} could not be compared: they chose nothing of the list, or speak of
      other things.
    </p>
  )
}

/** Who turned out to be right; what both sides say alike is not decided, so it is told of what differs alone. */
function Decided({ agreement }: { readonly agreement: OpinionAgreement }) {
  const { secondRight } = agreement
  return (
    <dl className="kv" data-testid="decided-rate">
      <dt>Second opinion right</dt>
      <dd>
        {decidedWords(agreement)} {secondRight ? <IntervalMark share={secondRight} /> : null}
        <small className="soft"> Counted where the two differ and you decided who was right.</small>
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
      <dl className="kv content-start">
        <dt>Who</dt>
        <dd>
          {localModel} and {provider} ({model})
        </dd>
        <dt>Domain</dt>
        <dd>{domain ?? 'not named'}</dd>
        <dt>Compared</dt>
        <dd>{basisWords(series)}</dd>
        <dt>Same</dt>
        <dd>{formatShareWithInterval(same)}</dd>
        <dt>Kappa</dt>
        <dd>
          {kappa ? kappaWords(kappa) : waitingWords(series)}
          {kappa ? (
            <small className="soft">
              {' '}
              {formatPercent(same.count / same.of)} % flatters: chance alone gives {formatPercent(kappa.byChance)} %.
            </small>
          ) : null}
        </dd>
      </dl>
    </div>
  )
}
