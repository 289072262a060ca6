import type { Claim } from '../../contract/answer.ts'

type Props = {
  readonly differences: Claim['differences']
  /** Nothing else of the sentence is missing on the page. */
  readonly areAll: boolean
}

/** The words of a close sentence that stand otherwise on the page; nothing where none do. */
export function Differences({ differences, areAll }: Props) {
  if (differences.length === 0) return null
  return (
    <span className="why">
      The page has{' '}
      {differences.map(({ written, stands }, index) => (
        // A word may differ twice, in the same way.
        <span key={`${index} ${written}`}>
          {index > 0 ? ', ' : ''}
          {stands === '' ? 'no ' : <span className="diff-in">{stands}</span>}
          {stands !== '' && written !== '' ? ' for ' : null}
          {stands !== '' && written === '' ? ' besides' : null}
          {written === '' ? null : <span className="diff-out">{written}</span>}
        </span>
      ))}
      .{areAll ? ' All other words agree.' : null}
    </span>
  )
}
