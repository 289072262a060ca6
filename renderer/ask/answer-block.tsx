import type { Answer } from '../../contract/answer.ts'
import { useMatter } from '../state/shell-context.ts'
import { formatTime } from '../wording/format-time.ts'
import { type Block, partsOf } from './blocks.ts'
import { ClaimList } from './claim-list.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { FinishedHeading } from './finished-heading.tsx'
import { LiveHeading } from './live-heading.tsx'
import { NotFound } from './not-found.tsx'
import { SmallPrint } from './small-print.tsx'
import { Unsearched } from './unsearched.tsx'
import { useLiveAnswer } from './use-live-answer.ts'
import type { SourceOpener } from './use-opened-source.ts'

type Props = {
  readonly block: Block
  readonly opener: SourceOpener
  readonly isFirst: boolean
  readonly onAskAgain: (question: string) => void
}

/** One question: evidence first, the answer below it, the small print last. */
export function AnswerBlock({ block, opener, isFirst, onAskAgain }: Props) {
  const { question, askedAt, answerId, claims } = partsOf(block)
  const live = useLiveAnswer(useMatter().id)
  const finished = block.kind === 'finished' ? block.answer : null
  const running = block.kind === 'live' ? block.live : null
  const isFresh = live?.answerId === answerId
  const layout = layoutOf(stateOf(block), isFresh)
  const state = finished ? <AnswerState answer={finished} onAskAgain={onAskAgain} /> : null
  return (
    <article
      className={`block ${isFresh ? 'fresh' : ''}`}
      data-testid="answer"
      data-state={stateOf(block)}
      aria-label={question}
    >
      <h2 className="question">{question}</h2>
      <p className="asked">{`${isFirst ? 'Asked' : 'Follow-up, asked'} ${formatTime(askedAt)}`}</p>
      {layout.isStateFirst ? state : null}
      <BlockEvidence block={block} kind={layout.evidence} opener={opener} onAskAgain={onAskAgain} />
      <div aria-live="polite">
        {running ? <LiveHeading live={running} onAskAgain={onAskAgain} /> : null}
        {layout.isStateFirst ? null : state}
        <ClaimList answerId={answerId} claims={claims} live={running} opener={opener} />
      </div>
      {finished ? <SmallPrint answer={finished} /> : null}
    </article>
  )
}

function stateOf(block: Block): Answer['state'] | 'writing' {
  return block.kind === 'finished' ? block.answer.state : 'writing'
}

type EvidenceProps = Omit<Props, 'isFirst'> & { readonly kind: Layout['evidence'] }

/** Nothing until the evidence has come. A question that found nothing lists itself what was not searched. */
function BlockEvidence({ block, kind, opener, onAskAgain }: EvidenceProps) {
  if (block.kind === 'live' && !block.live.sources) return null
  const parts = partsOf(block)
  const askAgain = block.kind === 'finished' ? () => onAskAgain(parts.question) : null
  return (
    <>
      <EvidenceList {...parts} kind={kind} opener={opener} />
      {stateOf(block) === 'not-found' ? null : <Unsearched searched={parts.searched} onAskAgain={askAgain} />}
    </>
  )
}

type Layout = { readonly evidence: 'evidence' | 'passages' | 'closest'; readonly isStateFirst: boolean }

/**
 * Where nothing was found or written the state comes first and the passages are shown in full. But what was written a
 * moment ago keeps its order even if it ends as not found: nothing moves that is being read.
 */
function layoutOf(state: Answer['state'] | 'writing', wasJustWritten: boolean): Layout {
  if (state === 'extractive') return { evidence: 'passages', isStateFirst: true }
  if (state === 'not-found' && !wasJustWritten) return { evidence: 'closest', isStateFirst: true }
  return { evidence: 'evidence', isStateFirst: false }
}

function AnswerState({ answer, onAskAgain }: { readonly answer: Answer; readonly onAskAgain: Props['onAskAgain'] }) {
  if (answer.state === 'not-found') return <NotFound answer={answer} />
  return <FinishedHeading answer={answer} onAskAgain={onAskAgain} />
}
