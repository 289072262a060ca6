import { confirmedWords } from '../../contract/confirmed.ts'
import { formatTimeLeft } from '../wording/format-time.ts'
import { draftSentences } from './draft.ts'
import type { LiveAnswer, Reading } from './live-answer.ts'

type LiveWords = { readonly word: string; readonly sub: string }

/** What is happening with an answer that is being written. A model that is ready reads the passages; another comes first. */
export function liveWords({ sources, loading, reading, claims, draft }: LiveAnswer, isModelReady: boolean): LiveWords {
  if (sources === null) return { word: 'Searching', sub: 'Looking through the documents.' }
  const checking = draftSentences(draft).complete.length
  const isFirst = claims.length + checking === 0
  if (reading) return { word: isFirst ? 'Reading the passages' : 'Reading more passages', sub: readingWords(reading) }
  if (loading && !isModelReady)
    return {
      word: 'Loading the model',
      sub: `${loading}. Later answers start at once. ${CAN_READ}`,
    }
  if (loading) return { word: 'Reading the passages', sub: CAN_READ }
  if (isFirst) return { word: 'Writing', sub: CAN_READ }
  const confirmed = claims.length > 0 ? confirmedWords({ claims, notAnswered: [] }) : ''
  const waiting = checking > 0 ? `${checking} being checked.` : ''
  return { word: 'Writing', sub: [confirmed, waiting, CAN_READ].filter(Boolean).join(' ') }
}

const CAN_READ = 'You can read and open sources now.'

/** `60 % · about 10 s left.` Never 100 % of what is not all read. */
function readingWords({ share, secondsLeft }: Reading): string {
  const left = formatTimeLeft(secondsLeft)
  return `${Math.floor(100 * share)} %${left && ` · ${left}`}. ${CAN_READ}`
}
