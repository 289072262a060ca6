import { documentName } from '../wording/document-name.ts'
import { partsOf } from './blocks.ts'
import { ClaimList } from './claim-list.tsx'
import { FinishedHeading } from './finished-heading.tsx'
import { LiveHeading } from './live-heading.tsx'
import { NotAnswered } from './not-answered.tsx'
import type { Party } from './parties.ts'
import type { SourceOpener } from './use-opened-source.ts'
import { StateMark } from '../parts/state-mark.tsx'

type Props = {
  readonly parties: readonly Party[]
  readonly opener: SourceOpener
  readonly onAskAgain: (question: string) => void
}

/** One answer for each party of a comparison, side by side, each with its own sources. */
export function PartyAnswers({ parties, opener, onAskAgain }: Props) {
  return (
    <div className="parties" data-testid="parties">
      {parties.map((party) => (
        <PartyAnswer key={party.key} {...{ party, opener, onAskAgain }} />
      ))}
    </div>
  )
}

function PartyAnswer({ party, opener, onAskAgain }: Omit<Props, 'parties'> & { readonly party: Party }) {
  const { document, question, block } = party
  return (
    <section aria-label={`${documentName(document)}: ${question}`} data-testid="party">
      <h3 className="h">{documentName(document)}</h3>
      <p className="small soft">{question}</p>
      {block ? (
        <>
          {block.kind === 'live' ? (
            <LiveHeading live={block.live} onAskAgain={onAskAgain} />
          ) : (
            <FinishedHeading answer={block.answer} passages="above" onAskAgain={onAskAgain} />
          )}
          <ClaimList
            answerId={partsOf(block).answerId}
            claims={partsOf(block).claims}
            live={block.kind === 'live' ? block.live : null}
            opener={opener}
          />
          {block.kind === 'finished' ? (
            <NotAnswered answer={block.answer} evidence={partsOf(block).evidence} opener={opener} />
          ) : null}
        </>
      ) : (
        <p className="answer-state">
          <StateMark shape="queued" tone="idle">
            Waiting
          </StateMark>
        </p>
      )}
    </section>
  )
}
