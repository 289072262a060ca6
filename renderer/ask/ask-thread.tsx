import { useEffect } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { AnswerBlock } from './answer-block.tsx'
import { type Block, LIVE, partsOf } from './blocks.ts'
import { Composer } from './composer.tsx'
import type { DocumentChoice } from './document-choice.tsx'
import { EvidenceColumn } from './evidence-column.tsx'
import { isWriting } from './live-answer.ts'
import { coverageWords } from './new-question.tsx'
import { neighbour } from './opened-source.ts'
import { ThreadBar } from './thread-bar.tsx'
import { type SourceOpener, useOpenedSource } from './use-opened-source.ts'

type Props = {
  readonly blocks: readonly Block[]
  readonly isKnown: boolean
  readonly failure: UserFailure | null
  readonly choice: DocumentChoice
  readonly onAsk: (question: string, follows: string | null) => void
  readonly onGone: () => void
}

/** A question, its evidence and answer, its follow-ups; at the right the page that is opened. */
export function AskThread({ blocks, isKnown, failure, choice, onAsk, onGone }: Props) {
  const opener = useOpenedSource(blocks)
  const { opened } = opener
  const last = blocks.at(-1)
  const isBusy = last?.kind === 'live' && isWriting(last.live)
  const cited = blocks.map(partsOf).find(({ answerId }) => answerId === opened?.answerId) ?? null
  const step = (by: 1 | -1) => {
    const next = opened && cited ? neighbour(cited.sources, opened.source, by) : null
    if (opened && next) opener.open(opened.answerId, next.source, null)
  }
  useThreadKeys(step, opener, isBusy)
  useFollowUpInView(isBusy ? blocks.length : 0)
  return (
    <>
      <main className="work" id="work" tabIndex={-1}>
        <ThreadBar blocks={blocks} sub={coverageWords(choice)} onGone={onGone} />
        <div className="col">
          {blocks.length === 0 && isKnown ? <p className="soft">This answer is no longer here.</p> : null}
          {blocks.length === 0 && !isKnown && !failure ? <Opening>Opening the answer.</Opening> : null}
          <FailureNote failure={failure} />
          {blocks.map((block, index) => (
            <AnswerBlock
              key={partsOf(block).answerId ?? LIVE}
              block={block}
              opener={opener}
              isFirst={index === 0}
              onAskAgain={(question) => onAsk(question, partsOf(block).follows)}
            />
          ))}
        </div>
        <Composer
          choice={choice}
          isWriting={isBusy}
          onAsk={(question) => onAsk(question, last ? partsOf(last).answerId : null)}
        />
      </main>
      <EvidenceColumn cited={cited} opened={opened} onStep={step} onClose={opener.close} />
    </>
  )
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

/** A follow-up that was just asked comes into view; it stands below what is being read. */
function useFollowUpInView(blocks: number): void {
  useEffect(() => {
    if (blocks > 1) document.querySelector('#work article:last-of-type')?.scrollIntoView({ block: 'start' })
  }, [blocks])
}
