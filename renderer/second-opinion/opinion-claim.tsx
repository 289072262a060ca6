import type { Claim } from '../../contract/answer.ts'
import { Differences, NotInLibrary, Sentence } from '../ask/answer/sentence.tsx'
import { withoutMarks } from '../ask/asking/draft.ts'
import { whereWords } from '../ask/evidence/evidence-list.tsx'
import { VerdictMark } from '../parts/marks.tsx'

type Props = {
  readonly claim: Claim
  /** Citations of the reply that resolve to nothing. */
  readonly struck: readonly string[]
  readonly onOpen: (source: string) => void
}

/** A sentence in a column, its sources and how far they bear it out. A citation that leads nowhere stays, struck. */
export function OpinionClaim({
  claim: { text, verdict, citations, absent, differences, authorities },
  struck,
  onOpen,
}: Props) {
  const marks = [...new Map(citations.map((citation) => [citation.source, citation])).values()]
  const lost = struck.filter((mark) => text.includes(mark))
  return (
    <>
      <Sentence text={withoutMarks(text)} authorities={authorities} />
      {marks.map((citation) => (
        <button
          key={citation.source}
          type="button"
          className={'rule' in citation ? 'cite r' : 'cite'}
          data-testid="citation"
          aria-label={`${citation.source}, ${'rule' in citation ? `computed by rule ${citation.rule}` : whereWords(citation)}`}
          onClick={() => onOpen(citation.source)}
        >
          {citation.source}
        </button>
      ))}
      {lost.map((mark) => (
        <s key={mark} className="cite lost">
          {mark}
        </s>
      ))}
      <br />
      <VerdictMark verdict={verdict} />
      <NotInLibrary authorities={authorities} />
      <Differences differences={differences} areAll={absent.length === 0} />
      {absent.length > 0 ? <small className="why">not in the source: {absent.join(', ')}</small> : null}
    </>
  )
}
