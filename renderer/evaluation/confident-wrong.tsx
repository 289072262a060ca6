import type { ConfidenceMeasures } from '../../contract/confidence.ts'
import { Button } from '../parts/button.tsx'
import { formatInterval, formatPercent, formatShare } from '../wording/format-share.ts'
import { IntervalMark } from './interval-mark.tsx'

type Props = {
  readonly measures: ConfidenceMeasures
  readonly before: ConfidenceMeasures | null
  readonly onRead: () => void
}

/** How often the program was sure and wrong: the figure that matters most. */
export function ConfidentWrong({ measures, before, onRead }: Props) {
  const { confidentWrong, highBand, wrongInHigh, auroc, aurocInterval, ece, eceInterval } = measures
  const { count, of, interval } = confidentWrong
  const was = before && before.confidentWrong.of > 0 ? before.confidentWrong.count / before.confidentWrong.of : null
  const two = (values: readonly number[]) => values.map((value) => value.toFixed(2)).join('–')
  return (
    <section aria-labelledby="confident-wrong">
      <h2 className="h" id="confident-wrong">
        Confident and wrong
      </h2>
      {highBand.count === 0 ? (
        <p className="small soft">
          No answer is in the band “high”: with this model and these questions none of the scores is high enough to be
          wrong at most 5 times in 100. So nothing is shown as high.
        </p>
      ) : (
        <>
          <p className="figure">{formatPercent(count / of)} %</p>
          <p className="my-1">
            <IntervalMark share={confidentWrong} />
          </p>
          <p className="small soft">
            {count} of {of} in the band “high”, and wrong{interval ? `; 95 % interval ${formatInterval(interval)}` : ''}
            .{was === null ? '' : ` Compared run: ${formatPercent(was)} %.`} In the band: {highBand.count}, wrong{' '}
            {formatShare(wrongInHigh)}.{' '}
            {count > 0 ? (
              <Button look="link" isSmall onClick={onRead}>
                read the {count}
              </Button>
            ) : null}
          </p>
        </>
      )}
      <dl className="kv mt-3">
        <dt>Area under the curve</dt>
        <dd>
          {auroc.toFixed(2)}, interval {two(aurocInterval)}; 0.50 is chance
        </dd>
        <dt>Calibration error</dt>
        <dd>
          {ece.toFixed(2)}, interval {two(eceInterval)}
        </dd>
        <dt>Answers</dt>
        <dd>
          {measures.answers}, {measures.right} right
        </dd>
      </dl>
    </section>
  )
}
