import { confirmedWords } from '../../contract/confirmed.ts'
import { draftSentences } from './draft.ts'
import type { LiveAnswer } from './live-answer.ts'

type LiveWords = { readonly word: string; readonly sub: string }

/** What is happening with an answer that is being written. A model that is ready reads the passages; another comes first. */
export function liveWords({ sources, loading, claims, draft }: LiveAnswer, isModelReady: boolean): LiveWords {
  if (sources === null) return { word: 'Searching', sub: 'Looking through the documents.' }
  if (loading && !isModelReady)
    return {
      word: 'Loading the model',
      sub: `${loading} comes into memory; the next answers start at once. ${CAN_READ}`,
    }
  if (loading) return { word: 'Reading the passages', sub: CAN_READ }
  const checking = draftSentences(draft).complete.length
  if (claims.length + checking === 0) return { word: 'Writing', sub: CAN_READ }
  const confirmed = claims.length > 0 ? confirmedWords({ claims, notAnswered: [] }) : ''
  const waiting = checking > 0 ? `${checking} being checked.` : ''
  return { word: 'Writing', sub: [confirmed, waiting, CAN_READ].filter(Boolean).join(' ') }
}

const CAN_READ = 'You can read and open sources now.'
