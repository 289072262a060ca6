import type { Claim } from '../../contract/answer.ts'
import { rovingList } from '../keys/roving-list.ts'
import { VerdictMark } from '../parts/verdict-mark.tsx'
import { ClaimItem } from './claim-item.tsx'
import { draftSentences } from './draft.ts'
import { isWriting, type LiveAnswer } from './live-answer.ts'
import type { SourceOpener } from './use-opened-source.ts'

type Props = {
  readonly answerId: string | null
  readonly claims: readonly Claim[]
  /** While it is being written. */
  readonly live: LiveAnswer | null
  readonly opener: SourceOpener
}

/** The answer, sentence by sentence. Checked sentences first, then those being checked, then the one being written. */
export function ClaimList({ answerId, claims, live, opener }: Props) {
  if (claims.length === 0 && !live?.draft.trim()) return null
  const { opened } = opener
  const current = opened?.answerId === answerId ? opened.claim : null
  return (
    <ol ref={rovingList} className="claims" aria-label="Answer, sentence by sentence">
      {claims.map((claim) => (
        <ClaimItem
          key={claim.index}
          claim={claim}
          isCurrent={claim.index === current}
          onFollow={() => opener.follow(answerId, claim.citations[0]?.source ?? null, claim.index)}
          onOpen={(source) => opener.open(answerId, source, claim.index)}
        />
      ))}
      {live ? <Draft live={live} /> : null}
    </ol>
  )
}

function Draft({ live }: { readonly live: LiveAnswer }) {
  const { complete, writing } = draftSentences(live.draft)
  const first = live.claims.length + 1
  return (
    <>
      {complete.map((sentence, index) => (
        // A sentence keeps its number for as long as it is a draft.
        <li key={first + index}>
          <span className="no">{first + index}</span>
          <span className="say">{sentence}</span>
          <VerdictMark verdict="pending" />
        </li>
      ))}
      {writing ? (
        // Read out once it is whole.
        <li aria-hidden="true">
          <span className="no">{first + complete.length}</span>
          <span className="say">
            {writing}
            {isWriting(live) ? <span className="caret" /> : null}
          </span>
          <span />
        </li>
      ) : null}
    </>
  )
}
