import { useState } from 'react'
import type { Answer } from '../../contract/answer.ts'
import { scopeWords } from '../../contract/scope.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { formatDate, formatTime } from '../wording/format-time.ts'
import { type AnswerLayout, answerLayout } from './answer-layout.ts'
import { type Block, type BlockParts, partsOf } from './blocks.ts'
import { ClaimList } from './claim-list.tsx'
import { ConfidenceBand } from './confidence-band.tsx'
import { CorrectAnswer } from './correct-answer.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FinishedHeading } from './finished-heading.tsx'
import { LiveHeading } from './live-heading.tsx'
import { NotAnswered } from './not-answered.tsx'
import { NotFound } from './not-found.tsx'
import { OfferRow } from './offer-row.tsx'
import type { Party } from './parties.ts'
import { PartyAnswers } from './party-answers.tsx'
import { Prepared } from './prepared.tsx'
import { SmallPrint } from './small-print.tsx'
import { Suggestion } from './suggestion.tsx'
import { Unsearched } from './unsearched.tsx'
import type { SourceOpener } from './use-opened-source.ts'
import { usePending } from './use-pending.ts'
import { useTakeOffer } from './use-take-offer.ts'

type Props = {
  readonly block: Block
  /** Where it compares, and each party was asked by itself. */
  readonly parties: readonly Party[]
  readonly opener: SourceOpener
  readonly isFirst: boolean
  readonly onAskAgain: (question: string) => void
}

/** One question: evidence first, the answer below it, the small print last. */
export function AnswerBlock({ block, parties, opener, isFirst, onAskAgain }: Props) {
  const parts = partsOf(block)
  const { question, answerId, approach } = parts
  const { status } = useShell()
  const isFresh = usePending(useMatter().id).lives.at(-1)?.answerId === answerId
  // As it was when the block came on the screen: what is being read must not move later.
  const [{ wasWritten, hasModel }] = useState({
    wasWritten: block.kind === 'live',
    hasModel: block.kind === 'finished' || status.languageModel !== null,
  })
  const finished = block.kind === 'finished' ? block.answer : null
  const layout = answerLayout({ state: stateOf(block), wasWritten, hasModel })
  const isWhole = parties.length === 0
  const state = isWhole ? <BlockState block={block} isFirst={layout.isStateFirst} onAskAgain={onAskAgain} /> : null
  return (
    <article
      className={`block ${isFresh ? 'fresh' : ''}`}
      data-testid="answer"
      data-state={stateOf(block)}
      aria-label={question}
    >
      <h2 className="question">{question}</h2>
      <p className="asked">{askedWords(parts, isFirst)}</p>
      <BlockOffer block={block} isTaken={!isWhole} onAskAgain={onAskAgain} />
      {layout.isStateFirst ? state : null}
      <BlockEvidence block={block} kind={layout.evidence} opener={opener} onAskAgain={onAskAgain} />
      {layout.isStateFirst ? null : state}
      <Prepared approach={approach} answerId={answerId} opener={opener} />
      {isWhole ? (
        <Sentences block={block} opener={opener} />
      ) : (
        <PartyAnswers parties={parties} opener={opener} onAskAgain={onAskAgain} />
      )}
      {finished && isWhole ? <BelowAnswer answer={finished} /> : null}
    </article>
  )
}

/** The answer, and what it does not answer. */
function Sentences({ block, opener }: Pick<Props, 'block' | 'opener'>) {
  const { answerId, claims, evidence } = partsOf(block)
  if (block.kind === 'live') return <ClaimList {...{ answerId, claims, opener }} live={block.live} />
  return (
    <>
      <ClaimList {...{ answerId, claims, opener }} live={null} />
      <NotAnswered answer={block.answer} evidence={evidence} opener={opener} />
    </>
  )
}

type OfferProps = Pick<Props, 'block' | 'onAskAgain'> & { readonly isTaken: boolean }

/** What was offered stays under its question; left, the answer is written, and asked again where it was stopped. */
function BlockOffer({ block, isTaken, onAskAgain }: OfferProps) {
  const take = useTakeOffer()
  const { offered, answerId, question } = partsOf(block)
  if (!offered || answerId === null) return null
  const wasStopped = stateOf(block) === 'stopped'
  return (
    <OfferRow
      offer={offered}
      isTaken={isTaken}
      onTake={() => (isTaken ? undefined : take(offered, answerId))}
      onLeave={() => (wasStopped ? onAskAgain(question) : undefined)}
    />
  )
}

/** When it was asked, for which day, and how much of the documents was read for it. */
function askedWords({ askedAt, asOf, scope, evidence }: BlockParts, isFirst: boolean): string {
  const day = asOf ? `, rules as of ${formatDate(asOf)}` : ''
  const read = scopeWords(scope, evidence)
  return `${isFirst ? 'Asked' : 'Follow-up, asked'} ${formatTime(askedAt)}${day}.${read ? ` ${read}.` : ''}`
}

function BelowAnswer({ answer }: { readonly answer: Answer }) {
  return (
    <>
      <div className="facts-row">
        {answer.confidence ? <ConfidenceBand confidence={answer.confidence} /> : null}
        {answer.model ? <Suggestion answerId={answer.answerId} /> : null}
      </div>
      <SmallPrint answer={answer} />
      {answer.model ? <CorrectAnswer answer={answer} /> : null}
    </>
  )
}

function stateOf(block: Block): Answer['state'] | 'writing' {
  return block.kind === 'finished' ? block.answer.state : 'writing'
}

type EvidenceProps = Omit<Props, 'isFirst' | 'parties'> & { readonly kind: AnswerLayout['evidence'] }

/** Nothing until the evidence has come. A question that found nothing lists itself what was not searched. */
function BlockEvidence({ block, kind, opener, onAskAgain }: EvidenceProps) {
  if (block.kind === 'live' && !block.live.sources) return null
  const parts = partsOf(block)
  const askAgain = block.kind === 'finished' ? () => onAskAgain(parts.question) : null
  return (
    <>
      <EvidenceList {...parts} sources={parts.evidence} kind={kind} opener={opener} />
      {stateOf(block) === 'not-found' ? null : <Unsearched searched={parts.searched} onAskAgain={askAgain} />}
    </>
  )
}

type StateProps = Pick<Props, 'block' | 'onAskAgain'> & { readonly isFirst: boolean }

function BlockState({ block, isFirst, onAskAgain }: StateProps) {
  if (block.kind === 'live') return <LiveHeading live={block.live} onAskAgain={onAskAgain} />
  const { answer } = block
  const passages = isFirst ? 'below' : 'above'
  if (answer.state === 'not-found') return <NotFound answer={answer} passages={passages} />
  return <FinishedHeading answer={answer} passages={passages} onAskAgain={onAskAgain} />
}
