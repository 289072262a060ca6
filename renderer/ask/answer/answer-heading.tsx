import { useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import { confirmedWords, shownState } from '../../../contract/answers/answer-words.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StateMark } from '../../parts/marks.tsx'
import { useShell } from '../../state/shell-context.ts'
import { useLate } from '../../state/use-delayed.ts'
import { formatTimeLeft } from '../../../wording/format-time.ts'
import { answerHeading, stateSummary } from './answer-summary.ts'
import { draftSentences, isWriting, type LiveAnswer, type Reading } from '../live-answer.ts'
import { t } from '../../../wording/translate.ts'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'

type Props = {
  readonly answer: Answer
  /** Where the passages are, seen from here. */
  readonly passages: 'above' | 'below'
  readonly onAskAgain: (question: string) => void
}

/** The state of an answer and how much of it its sources support. */
export function FinishedHeading({ answer, passages, onAskAgain }: Props) {
  const { shape, tone, word } = answerHeading(shownState(answer))
  return (
    <p className="answer-state" data-testid="answer-state">
      <StateMark shape={shape} tone={tone}>
        {word}
      </StateMark>
      <span className="small soft">{stateSummary(answer, passages)}</span>
      {answer.state === 'stopped' ? (
        <Button isSmall className="push" onClick={() => onAskAgain(answer.question)}>
          {t('ask.askAgain')}
        </Button>
      ) : null}
    </p>
  )
}

type LiveHeadingProps = { readonly live: LiveAnswer; readonly onAskAgain: (question: string) => void }

/** What is happening with an answer that is not finished, and the way to stop it. */
export function LiveHeading({ live, onAskAgain }: LiveHeadingProps) {
  const { asking, status } = useShell()
  // As it was when the answer began: the process is ready before it has loaded the model.
  const [wasReady] = useState(status.languageModel?.state === 'ready')
  const isLate = useLate(live.sources === null && isWriting(live))
  if (live.failure)
    return (
      <div className="answer-state">
        <FailureNote failure={live.failure}>
          <Button isSmall onClick={() => onAskAgain(live.question)}>
            {t('ask.askAgain')}
          </Button>
        </FailureNote>
      </div>
    )
  if (live.sources === null && !isLate) return null
  const { word, sub } = liveWords(live, wasReady)
  return (
    <p className="answer-state">
      <StateMark shape="running" tone="info">
        {word}
      </StateMark>
      <span className="small soft num">{sub}</span>
      <Button isSmall className="push" onClick={() => asking.stop(live.matter)}>
        {t.rich('ask.stop', TEXT_TAGS)}
      </Button>
    </p>
  )
}

type LiveWords = { readonly word: string; readonly sub: string }

/** What is happening with an answer that is being written. A model that is ready reads the passages; another comes first. */
export function liveWords({ sources, loading, reading, claims, draft }: LiveAnswer, isModelReady: boolean): LiveWords {
  if (sources === null) return { word: t('ask.writing.searching'), sub: t('ask.writing.searchingHint') }
  const checking = draftSentences(draft).complete.length
  const isFirst = claims.length + checking === 0
  const canRead = t('ask.writing.canRead')
  if (reading) {
    const word = isFirst ? t('ask.writing.reading') : t('ask.writing.readingMore')
    return { word, sub: `${readingWords(reading)} ${canRead}` }
  }
  if (loading && !isModelReady) {
    const hint = t('ask.writing.loadingHint', { model: loading })
    return { word: t('ask.writing.loading'), sub: `${hint} ${canRead}` }
  }
  if (loading) return { word: t('ask.writing.reading'), sub: canRead }
  const confirmed = claims.length > 0 ? confirmedWords({ claims, notAnswered: [] }) : ''
  const waiting = checking > 0 ? t('ask.writing.checking', { count: checking }) : ''
  return { word: t('ask.writing.writing'), sub: [confirmed, waiting, canRead].filter(Boolean).join(' ') }
}

/** `60 % · about 10 s left.` Never 100 % of what is not all read. */
function readingWords({ share, secondsLeft }: Reading): string {
  const percent = Math.floor(100 * share)
  const left = formatTimeLeft(secondsLeft)
  return left === '' ? t('ask.writing.read', { percent }) : t('ask.writing.readWithTime', { percent, left })
}
