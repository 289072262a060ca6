import { useEffect } from 'react'
import type { Answer } from '../../contract/answer.ts'
import { useKeys } from '../keys/use-keys.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { AnswerBlock } from './answer-block.tsx'
import { addressOf, type Block, lastDayOf, lastOf, partsOf, type ThreadParts } from './blocks.ts'
import { Composer } from './composer.tsx'
import type { DocumentChoice } from './document-choice.tsx'
import { EvidenceColumn } from './evidence-column.tsx'
import type { HowChoice } from './how-picker.tsx'
import { isWriting } from './live-answer.ts'
import { type Compared, partiesOf } from './parties.ts'
import { coverageWords } from './new-question.tsx'
import type { DayChoice } from './rules-day.tsx'
import { neighbour } from './opened-source.ts'
import { SpokenAnswer } from './spoken-answer.tsx'
import { ThreadBar } from './thread-bar.tsx'
import { type SourceOpener, useOpenedSource } from './use-opened-source.ts'
import { usePending } from './use-pending.ts'
import { WaitingBlock } from './waiting-block.tsx'

type Props = {
  readonly thread: ThreadParts
  /** All of the matter; null until they are known. */
  readonly answers: readonly Answer[] | null
  readonly failure: UserFailure | null
  readonly choice: DocumentChoice
  readonly dayChoice: DayChoice
  readonly howChoice: HowChoice
  readonly onAsk: (question: string, follows: string | null, asOf: string | null) => void
  readonly onGone: () => void
}

/** A question, its evidence and answer, its follow-ups; at the right the page that is opened. */
export function AskThread({ thread, answers, failure, choice, dayChoice, howChoice, onAsk, onGone }: Props) {
  const { blocks, waiting } = thread
  const pending = usePending(useMatter().id)
  const partsIn = (block: Block) => partiesOf(comparedIn(block), answers ?? [], pending)
  // Each answer with those of the parties that it compares.
  const all = blocks.flatMap((block) => [...partsIn(block).flatMap((party) => party.block ?? []), block])
  const opener = useOpenedSource(all)
  const { opened } = opener
  const isEmpty = blocks.length + waiting.length === 0
  const isBusy = all.some((block) => block.kind === 'live' && isWriting(block.live))
  const cited = all.map(partsOf).find(({ answerId }) => answerId === opened?.answerId) ?? null
  const dayBefore = lastDayOf(thread)
  const step = (by: 1 | -1) => {
    const next = opened && cited ? neighbour(cited.sources, opened.source, by) : null
    if (opened && next) opener.open(opened.answerId, next.source, null)
  }
  useThreadKeys(step, opener, isBusy)
  useFollowUpInView(isBusy ? blocks.length : 0)
  useFocusWhereItIsLost()
  return (
    <>
      <main className="work" id="work" tabIndex={-1}>
        <ThreadBar blocks={all} sub={coverageWords(choice)} onGone={onGone} />
        <div className="col">
          {isEmpty && answers ? <p className="soft">This answer is no longer here.</p> : null}
          {isEmpty && !answers && !failure ? <Opening>Opening the answer.</Opening> : null}
          <FailureNote failure={failure} />
          {blocks.map((block, index) => (
            <AnswerBlock
              key={addressOf(block)}
              block={block}
              parties={partsIn(block)}
              opener={opener}
              isFirst={index === 0}
              onAskAgain={(question) => onAsk(question, partsOf(block).follows, partsOf(block).asOf)}
            />
          ))}
          {waiting.map((question, index) => (
            <WaitingBlock
              key={question.key}
              question={question}
              isFirst={blocks.length + index === 0}
              // A thread of nothing but this question is gone with it.
              onTakenBack={() => (blocks.length + waiting.length === 1 ? onGone() : undefined)}
            />
          ))}
        </div>
        <SpokenAnswer blocks={all} />
        <Composer
          {...{ choice, dayChoice, howChoice }}
          dayBefore={dayBefore}
          isWriting={isBusy}
          onAsk={(question) => onAsk(question, lastOf(thread), dayChoice.day || dayBefore)}
        />
      </main>
      <EvidenceColumn cited={cited} opened={opened} onStep={step} onClose={opener.close} />
    </>
  )
}

function comparedIn(block: Block): Compared {
  const { answerId, offered } = partsOf(block)
  return { answerId: answerId ?? '', offered }
}

/** [ and ] leaf through the sources; Esc stops the writing, or closes the evidence when that has the focus or nothing is written. */
function useThreadKeys(step: (by: 1 | -1) => void, opener: SourceOpener, isBusy: boolean): void {
  const matter = useMatter()
  const { asking, settings } = useShell()
  useKeys(
    {
      '[': () => step(-1),
      ']': () => step(1),
      Escape: () => {
        const isInEvidence = document.activeElement?.closest('aside') != null
        if (isBusy && !isInEvidence) asking.stop(matter.id)
        else if (opener.opened) opener.close()
      },
    },
    settings.singleKeys,
  )
}

/** A follow-up that begins to be answered comes into view; it stands below what is being read. */
function useFollowUpInView(blocks: number): void {
  useEffect(() => {
    if (blocks > 1) document.querySelector('#work article[data-state=writing]')?.scrollIntoView({ block: 'start' })
  }, [blocks])
}

/** What had the focus may have gone with the thread that was shown before; then the heading has it. */
function useFocusWhereItIsLost(): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('#work h1')?.focus()
  }, [])
}
