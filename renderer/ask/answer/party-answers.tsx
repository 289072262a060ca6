import type { Answer } from '../../../contract/answers/answer.ts'
import { StateMark } from '../../parts/marks.tsx'
import { documentName } from '../../../wording/document-name.ts'
import type { Pending } from '../create-asking.ts'
import { NotAnswered } from './not-answered.tsx'
import { addressOf, type Block, liveBlock, partsOf } from '../threads.ts'
import type { SourceOpener } from '../evidence/opened-source.ts'
import { FinishedHeading, LiveHeading } from './answer-heading.tsx'
import { ClaimList } from './claim-list.tsx'
import { t } from '../../../wording/translate.ts'

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
            {t('ask.waiting')}
          </StateMark>
        </p>
      )}
    </section>
  )
}

/** One side of a comparison that is asked by itself; no block: its question waits. */
export type Party = {
  readonly key: string
  readonly document: string
  readonly question: string
  readonly block: Block | null
}

export type Compared = Pick<Answer, 'answerId' | 'offered'>

/** The answers that were asked for the parties of an answer, the newest of each, in the order of the offer; none where it was not taken. */
export function partiesOf(
  { answerId, offered }: Compared,
  answers: readonly Answer[],
  { lives, waiting }: Pending,
): readonly Party[] {
  if (offered?.kind !== 'each') return []
  const blocks: readonly Block[] = [
    ...lives.filter(({ partOf }) => partOf === answerId).map(liveBlock),
    ...answers.filter(({ partOf }) => partOf === answerId).map((answer): Block => ({ kind: 'finished', answer })),
  ]
  const queued = waiting.filter(({ partOf }) => partOf === answerId)
  return offered.parties.flatMap(({ document, question }) => {
    const block = blocks.find((one) => questionOf(one) === question) ?? null
    const isWaiting = queued.some((one) => one.question === question)
    if (!block && !isWaiting) return []
    return [{ key: block ? addressOf(block) : question, document, question, block: isWaiting ? null : block }]
  })
}

function questionOf(block: Block): string {
  return block.kind === 'finished' ? block.answer.question : block.live.question
}
