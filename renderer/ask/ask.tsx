import { useEffect, useState } from 'react'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, usePending, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { typedDay } from '../../wording/typed-day.ts'
import {
  addressOf,
  type Block,
  lastDayOf,
  lastOf,
  partsOf,
  threadParts,
  type ThreadParts,
  threadsOf,
} from './threads.ts'
import { type DocumentChoice, exactGlob } from '../library/document-picker.tsx'
import { AS_MEASURED, type HowToAnswer } from './question/how-to-answer.ts'
import { Composer, coverageWords, NewQuestion } from './question/composer.tsx'
import type { Answer, Claim } from '../../contract/answers/answer.ts'
import {
  insteadWords,
  notFoundWords,
  openParts,
  openPartWords,
  shownState,
  takenBackWords,
} from '../../contract/answers/answer-words.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { StateMark } from '../parts/marks.tsx'
import { Opening } from '../parts/progress.tsx'
import type { UserFailure } from '../state/user-failure.ts'
import { formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import { AnswerBlock } from './answer/answer-block.tsx'
import { answerHeading, stateSummary } from './answer/answer-summary.ts'
import { type AskedQuestion, isWriting, type LiveAnswer, withoutMarks } from './live-answer.ts'
import { EvidenceColumn } from './evidence/evidence-column.tsx'
import { neighbour, type SourceOpener, useOpenedSource } from './evidence/opened-source.ts'
import { type Compared, partiesOf } from './answer/party-answers.tsx'
import type { DayChoice, HowChoice } from './question/question-options.tsx'
import { ThreadBar } from './thread-bar.tsx'

/** The place where questions are asked: a new one, or a thread of answers. */
export function Ask() {
  const matter = useMatter()
  const { asking } = useShell()
  const { place, go, replace } = useNavigation()
  const pending = usePending(matter.id)
  const [day, setDay] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [how, setHow] = useState<HowToAnswer>(AS_MEASURED)
  const answers = useLoaded((of) => of.answer.list, { matter: matter.id })
  const documents = useLoaded((of) => of.library.documents, { matter: matter.id })

  // The thread gets its lasting address as soon as the answer has a name.
  const named = place.answer === null ? null : asking.nameOf(place.answer)
  useEffect(() => {
    if (named) replace({ answer: named })
  }, [named, replace])

  const ask = (question: string, follows: string | null, asOf: string | null, thread?: string) => {
    const key = asking.ask({
      matter: matter.id,
      question,
      follows,
      ...(follows !== null && thread !== undefined ? { thread } : {}),
      documents: chosen.map(exactGlob),
      asOf: typedDay(asOf ?? ''),
      how,
    })
    // A day that was chosen belongs to the thread, not to the next question of another one.
    setDay('')
    if (!follows) go({ answer: key })
  }
  const choice = { documents: documents.value, chosen, onChoose: setChosen }
  const dayChoice = { day, onDay: setDay }
  const howChoice = { how, onHow: setHow }
  if (place.answer === null)
    return <NewQuestion {...{ choice, dayChoice, howChoice }} onAsk={(question) => ask(question, null, day || null)} />
  const address = named ?? place.answer
  const thread = threadParts(threadsOf(answers.value ?? []), pending, address)
  const [first] = thread.blocks
  const root = first ? addressOf(first) : (thread.waiting[0]?.key ?? address)
  // One a thread, from its question on: where it is scrolled, what is closed and half typed belongs to it alone.
  const name = asking.keyOf(root) ?? root
  return (
    <AskThread
      key={name}
      name={name}
      thread={thread}
      answers={answers.value}
      failure={answers.failure}
      choice={choice}
      dayChoice={dayChoice}
      howChoice={howChoice}
      onAsk={(question, follows, asOf) => ask(question, follows, asOf, name)}
      onGone={() => go({ answer: null })}
    />
  )
}

type Props = {
  readonly thread: ThreadParts
  readonly name: string
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
export function AskThread({ name, thread, answers, failure, choice, dayChoice, howChoice, onAsk, onGone }: Props) {
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
          {isEmpty && answers ? <p className="soft">{t('ask.thread.gone')}</p> : null}
          {isEmpty && !answers && !failure ? <Opening>{t('ask.thread.opening')}</Opening> : null}
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
          thread={name}
          {...{ choice, dayChoice, howChoice }}
          dayBefore={dayBefore}
          isMissingSaid={isMissingSaidIn(all.at(-1))}
          isWriting={isBusy}
          onAsk={(question) => onAsk(question, lastOf(thread), dayChoice.day || dayBefore)}
        />
      </main>
      <EvidenceColumn cited={cited} opened={opened} onStep={step} onClose={opener.close} />
    </>
  )
}

function isMissingSaidIn(block: Block | undefined): boolean {
  return block?.kind === 'finished' && block.answer.missingModel !== undefined
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

type WaitingBlockProps = {
  readonly question: AskedQuestion
  readonly isFirst: boolean
  readonly onTakenBack: () => void
}

/** A question that waits until the answers before it have ended: one answer is written at a time. */
function WaitingBlock({ question: { key, matter, question, asOf }, isFirst, onTakenBack }: WaitingBlockProps) {
  const { asking } = useShell()
  const cancel = () => {
    asking.forgetWaiting(matter, key)
    onTakenBack()
  }
  return (
    <article className="block" data-testid="answer" data-state="waiting" aria-label={question}>
      <h2 className="question">{question}</h2>
      <p className="asked">{notAskedWords(isFirst, asOf)}</p>
      <p className="answer-state">
        <StateMark shape="queued" tone="idle">
          {t('ask.thread.waits')}
        </StateMark>
        <Button isSmall className="push" onClick={cancel}>
          {t('frame.buttons.cancel')}
        </Button>
      </p>
    </article>
  )
}

function notAskedWords(isFirst: boolean, asOf: string | null): string {
  if (asOf === null) return isFirst ? t('ask.thread.notAsked.first') : t('ask.thread.notAsked.followUp')
  const day = formatDate(asOf)
  return isFirst ? t('ask.thread.notAsked.firstAsOf', { day }) : t('ask.thread.notAsked.followUpAsOf', { day })
}

/** Older lines were said; who reads through the page should not come upon the whole answer a second time. */
const LINES_KEPT = 4

/** Says an answer of this thread as it is written, unseen. Stands there before there is anything to say, else nothing is said. */
function SpokenAnswer({ blocks }: { readonly blocks: readonly Block[] }) {
  const live = usePending(useMatter().id).lives.at(-1)
  const isHere = live && blocks.some((block) => addressOf(block) === (live.answerId ?? live.key))
  const lines = isHere ? spokenLines(live).map((line, index) => ({ line, key: `${live.key} ${index}` })) : []
  const kept = Math.max(LINES_KEPT, isHere ? spokenEnd(live).length : 0)
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="spoken">
      {lines.slice(-kept).map(({ line, key }) => (
        <p key={key}>{line}</p>
      ))}
    </div>
  )
}

/** What a screen reader says of an answer that is being written, each line once: passages, checked sentences, the end. */
export function spokenLines(live: LiveAnswer): readonly string[] {
  const found = live.sources ? [t('ask.spoken.found', { count: live.sources.length })] : []
  return [...found, ...live.claims.map(spokenSentence), ...spokenEnd(live)]
}

/** What comes with the end: which sentences are taken back, what is quoted in their place, the state, what is not answered. */
function spokenEnd({ claims, finished }: LiveAnswer): readonly string[] {
  if (!finished) return []
  const takenBack = takenBackWords(claims, finished.claims)
  const quotes = finished.state === 'not-written' ? finished.claims.map(spokenSentence) : []
  const { word } = answerHeading(shownState(finished))
  const summary =
    finished.state === 'not-found'
      ? notFoundWords(finished)
      : stateSummary(finished, finished.model ? 'above' : 'below')
  const open = openParts(finished).map(openPartWords)
  return [
    ...(takenBack === null ? [] : [takenBack]),
    ...quotes,
    t('ask.spoken.finished', { state: word, summary }),
    ...open,
  ]
}

function spokenSentence(claim: Claim): string {
  const instead = insteadWords(claim)
  const said = { text: withoutMarks(claim.text), verdict: t(`verdicts.marks.${claim.verdict}`) }
  return instead === null ? t('ask.spoken.sentence', said) : t('ask.spoken.corrected', { ...said, ...instead })
}
