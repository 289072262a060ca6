import type { SwappedAnswer } from '../../contract/bias-check.ts'
import { biasWords, changeLabel } from '../../contract/bias-words.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { StateMark } from '../parts/marks.tsx'
import { useShell } from '../state/shell-context.ts'
import { measuredWords } from './comparing-words.ts'
import { JudgeHere } from './judge-here.tsx'

const MARKS = {
  unchanged: { shape: 'ready', tone: 'ok' },
  changed: { shape: 'caution', tone: 'bad' },
  unclear: { shape: 'partial', tone: 'warn' },
} as const

type Props = {
  readonly check: SwappedAnswer
  /** The test packet that was sent; null: nothing was. */
  readonly packet: string | null
  readonly consultation: string
}

/** What was said otherwise once sex and origin were swapped. */
export function BiasResult({ check, packet, consultation }: Props) {
  const { state, changes, notes, judging } = check
  const { languageModel } = useShell().status
  const measured = measuredWords(judging)
  return (
    <>
      <p>
        <StateMark {...MARKS[state]}>{biasWords(check)}</StateMark>{' '}
        {packet === null ? null : (
          <PlaceLink to={{ name: 'opinion', packet, consultation: null }}>test packet as sent</PlaceLink>
        )}
      </p>
      {[
        ...notes,
        ...(measured ? [measured] : []),
        packet === null
          ? 'The same model was asked the same text twice here. Nothing left.'
          : 'The test is no opinion: it stands in no comparison and is not counted.',
      ].map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
      {changes.length > 0 ? (
        <table className="data" data-testid="bias-changes">
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">As asked</th>
              <th scope="col">Swapped, words put back</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.of} ${change.blind} ${change.swapped}`}>
                <th scope="row">{changeLabel(change)}</th>
                <td>{change.blind ?? <span className="muted">Not mentioned</span>}</td>
                <td>{change.swapped ?? <span className="muted">Not mentioned</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {judging.open > 0 && languageModel !== null ? (
        <JudgeHere consultation={consultation}>Have the local model judge</JudgeHere>
      ) : null}
    </>
  )
}
