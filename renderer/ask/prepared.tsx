import type { Approach } from '../../contract/answer.ts'
import type { SourceOpener } from './use-opened-source.ts'

type Props = {
  readonly approach: Approach | null
  readonly answerId: string | null
  readonly opener: SourceOpener
}

/** What was put before the answer: sentences quoted, or what is no source and said to be none. Nothing where that is nothing. */
export function Prepared({ approach, answerId, opener }: Props) {
  if (!approach) return null
  const { quotes, recalled, examples } = approach
  if (quotes.length + examples.length === 0 && recalled === '') return null
  return (
    <div className="small my-3 grid gap-1" role="group" aria-label="Before the answer" data-testid="prepared">
      {quotes.map(({ source, documentId, start, quote }) => (
        <p key={`${documentId} ${start}`} className="read">
          “{quote.replace(/\s+/g, ' ').trim()}”{' '}
          <button
            type="button"
            className="cite"
            aria-label={`${source}, quoted`}
            onClick={() => opener.open(answerId, source, null)}
          >
            {source}
          </button>
        </p>
      ))}
      {recalled === '' ? null : (
        <details>
          <summary>Recalled by the model first: general knowledge, no source</summary>
          <p className="read">{recalled}</p>
        </details>
      )}
      {examples.length === 0 ? null : (
        <details>
          <summary>
            {examples.length === 1 ? '1 example shown to the model' : `${examples.length} examples shown to the model`}:
            no source
          </summary>
          {examples.map(({ question, answer, from }) => (
            <p key={question} className="read">
              {question} {answer} <span className="soft">From {from}.</span>
            </p>
          ))}
        </details>
      )}
    </div>
  )
}
