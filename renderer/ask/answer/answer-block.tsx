import { messageText } from '../../../wording/message-text.ts'
import { useState } from 'react'
import type { Answer, Approach } from '../../../contract/answers/answer.ts'
import { scopeWords } from '../../../contract/answers/answer-words.ts'
import { useMatter, usePending, useShell } from '../../state/shell-context.ts'
import { formatDate, formatTime } from '../../../wording/format-time.ts'
import { ClaimList } from './claim-list.tsx'
import { ConfidenceBand, SmallPrint } from './answer-foot.tsx'
import { CorrectAnswer, Corrections } from './correct-answer.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { FinishedHeading, LiveHeading } from './answer-heading.tsx'
import { NotAnswered } from './not-answered.tsx'
import { NotFound, Unsearched } from '../evidence/what-was-searched.tsx'
import { OfferRow, Suggestion, useTakeOffer } from './suggestions.tsx'
import { type Party, PartyAnswers } from './party-answers.tsx'
import { type Block, type BlockParts, partsOf } from '../threads.ts'
import type { SourceOpener } from '../evidence/opened-source.ts'
import { t } from '../../../wording/translate.ts'
import { quoted } from '../../../wording/phrases.ts'

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

/** The answer, what was corrected in it, and what it does not answer. */
function Sentences({ block, opener }: Pick<Props, 'block' | 'opener'>) {
  const { answerId, claims, evidence } = partsOf(block)
  if (block.kind === 'live') return <ClaimList {...{ answerId, claims, opener }} live={block.live} />
  return (
    <>
      <Corrections answer={block.answer} />
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
  const read = scopeWords(scope, evidence)
  const time = formatTime(askedAt)
  return `${asked(time, asOf, isFirst)}${read ? ` ${read}.` : ''}`
}

function asked(time: string, asOf: string | null, isFirst: boolean): string {
  if (asOf === null) return isFirst ? t('ask.thread.asked.first', { time }) : t('ask.thread.asked.followUp', { time })
  const when = { time, day: formatDate(asOf) }
  return isFirst ? t('ask.thread.asked.firstAsOf', when) : t('ask.thread.asked.followUpAsOf', when)
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
      <EvidenceList
        answerId={parts.answerId}
        question={parts.question}
        sources={parts.evidence}
        evidenceMs={parts.evidenceMs}
        kind={kind}
        opener={opener}
      />
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

type AnswerLayout = {
  readonly evidence: 'evidence' | 'passages' | 'closest'
  readonly isStateFirst: boolean
}

type Seen = {
  readonly state: Answer['state'] | 'writing'
  /** It was written while it stood on the screen. */
  readonly wasWritten: boolean
  readonly hasModel: boolean
}

/**
 * Where nothing was found or written the state comes first and the passages are shown in full; without a model that is
 * known from the beginning. But what was being written keeps its order even if it ends like that: nothing moves that is
 * being read.
 */
export function answerLayout({ state, wasWritten, hasModel }: Seen): AnswerLayout {
  const isStateFirst = !hasModel || (!wasWritten && (state === 'not-found' || state === 'extractive'))
  if (state === 'extractive' || (state === 'writing' && !hasModel)) return { evidence: 'passages', isStateFirst }
  if (state === 'not-found' && isStateFirst) return { evidence: 'closest', isStateFirst }
  return { evidence: 'evidence', isStateFirst }
}

type PreparedProps = {
  readonly approach: Approach | null
  readonly answerId: string | null
  readonly opener: SourceOpener
}

/** What was put before the answer: sentences quoted, or what is no source and said to be none. Nothing where that is nothing. */
function Prepared({ approach, answerId, opener }: PreparedProps) {
  if (!approach) return null
  const { quotes, recalled, examples } = approach
  if (quotes.length + examples.length === 0 && recalled === '') return null
  return (
    <div className="small stack-1 prepared" role="group" aria-label={t('ask.answer.before')} data-testid="prepared">
      {quotes.map(({ source, documentId, start, quote }) => (
        <p key={`${documentId} ${start}`} className="read">
          {quoted(quote.replace(/\s+/g, ' ').trim())}{' '}
          <button
            type="button"
            className="cite"
            aria-label={t('ask.answer.quoted', { source })}
            onClick={() => opener.open(answerId, source, null)}
          >
            {source}
          </button>
        </p>
      ))}
      {recalled === '' ? null : (
        <details>
          <summary>{t('ask.answer.recalled')}</summary>
          <p className="read">{recalled}</p>
        </details>
      )}
      {examples.length === 0 ? null : (
        <details>
          <summary>{t('ask.answer.examples', { count: examples.length })}</summary>
          {examples.map(({ question, answer, from }) => (
            <p key={question} className="read">
              {question} {answer}{' '}
              <span className="soft">{t('ask.answer.exampleFrom', { from: messageText(from) })}</span>
            </p>
          ))}
        </details>
      )}
    </div>
  )
}
