import type { Offer } from '../../contract/answers/offer.ts'
import type { Answer, AnswerEvent, Approach, Claim, Searched, Source } from '../../contract/answers/answer.ts'
import type { CardSource } from '../../contract/knowledge/card.ts'
import type { UserFailure } from '../state/user-failure.ts'
import type { HowToAnswer } from './question/how-to-answer.ts'

/** An answer while it is being written. */
export type LiveAnswer = {
  /** Its address in the window until it has a name. */
  readonly key: string
  readonly matter: string
  readonly question: string
  /** The answer that it follows, by its name or, where it has none, its key. */
  readonly follows: string | null
  /** The answer of whose comparison this asks one party; null: none. */
  readonly partOf: string | null
  /** The day that was chosen for the rules. */
  readonly asOf: string | null
  readonly askedAt: string
  /** Null until the assistant has given it a name. */
  readonly answerId: string | null
  /** Null until the evidence is there; it never changes afterwards. */
  readonly sources: readonly Source[] | null
  readonly searched: Searched | null
  /** Those that it is written with, known before its first word. */
  readonly cards: readonly CardSource[]
  /** What the strategy prepared; null while, or where, that is nothing. */
  readonly approach: Approach | null
  readonly evidenceMs: number | null
  /** Another way that suits the question better; known with the evidence. */
  readonly offered: Offer | null
  /** The model that is being loaded, until its first word. */
  readonly loading: string | null
  /** How much the model has read of what it was given; null while it reads nothing. */
  readonly reading: Reading | null
  readonly claims: readonly Claim[]
  /** What was written and has not become a claim yet. */
  readonly draft: string
  readonly finished: Answer | null
  readonly failure: UserFailure | null
}

export type Reading = {
  /** 0 to 1. */
  readonly share: number
  /** Null until it is known. */
  readonly secondsLeft: number | null
}

export type Question = {
  readonly matter: string
  readonly question: string
  readonly follows: string | null
  /** The name of the thread in which it is asked; absent: it begins one. */
  readonly thread?: string
  /** The answer of whose comparison this asks one party; absent: none. */
  readonly partOf?: string
  readonly documents: readonly string[]
  /** The day for which rules are asked; null: today. */
  readonly asOf: string | null
  readonly how: HowToAnswer
}

/** A question as it was asked; `key` is its address in the window until its answer has a name. */
export type AskedQuestion = Question & { readonly key: string }

export function startLiveAnswer(
  { key, matter, question, follows, partOf, asOf }: AskedQuestion,
  now: Date,
): LiveAnswer {
  return {
    key,
    matter,
    question,
    follows,
    partOf: partOf ?? null,
    asOf,
    askedAt: now.toISOString(),
    answerId: null,
    sources: null,
    searched: null,
    cards: [],
    approach: null,
    evidenceMs: null,
    offered: null,
    loading: null,
    reading: null,
    claims: [],
    draft: '',
    finished: null,
    failure: null,
  }
}

/** The answer after one more event. Claims keep their order; what is shown is only ever added to, but for a verdict that comes later. */
export function applyAnswerEvent(live: LiveAnswer, event: AnswerEvent): LiveAnswer {
  switch (event.type) {
    case 'answer-start':
      return { ...live, answerId: event.answerId }
    case 'evidence':
      return withEvidence(live, event)
    case 'offer':
      return { ...live, offered: event.offer }
    case 'model-loading':
      return { ...live, loading: event.model }
    case 'knowledge':
      return { ...live, cards: event.sources }
    case 'approach': {
      const { type: _, strategy: __, ...approach } = event
      return { ...live, approach }
    }
    case 'answer-delta':
      return { ...live, ...NO_WAIT, draft: live.draft + event.text }
    case 'claim': {
      const { type: _, ...claim } = event
      if (live.claims.some(({ index }) => index === claim.index))
        return { ...live, claims: live.claims.map((one) => (one.index === claim.index ? claim : one)) }
      return { ...live, ...NO_WAIT, claims: [...live.claims, claim], draft: draftAfterClaim(live.draft, claim.text) }
    }
    case 'answer-end': {
      const { type: _, ...answer } = event
      return { ...live, ...NO_WAIT, draft: '', finished: answer }
    }
    case 'reading':
      return { ...live, ...NO_WAIT, reading: readingOf(event) }
  }
}

/** What takes longer to find, and the order of reading, are known a little later. Once there is a word, nothing moves any more. */
function withEvidence(live: LiveAnswer, event: Extract<AnswerEvent, { type: 'evidence' }>): LiveAnswer {
  const { sources, searched, evidenceMs } = event
  if (!live.sources) return { ...live, sources, searched, evidenceMs }
  return live.draft === '' && live.claims.length === 0 ? { ...live, sources, searched } : live
}

/** Null once all of it is read: what comes next is written. */
function readingOf({ done, total, secondsLeft }: Extract<AnswerEvent, { type: 'reading' }>): Reading | null {
  return done < total ? { share: done / total, secondsLeft } : null
}

const NO_WAIT = { loading: null, reading: null } as const

export function isWriting(live: LiveAnswer): boolean {
  return live.finished === null && live.failure === null
}

const MARKS = /\s?\[[A-Z]\d+\]/g
/** A mark whose end has not come yet. */
const HALF_MARK = /\s?\[[A-Z]?\d*$/

/** Text without its source marks, which stand beside it as links. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '').replace(HALF_MARK, '').replace(/\s+/g, ' ').trim()
}

/** What is left of the draft once one of its sentences has come as a claim. */
export function draftAfterClaim(draft: string, claim: string): string {
  const wanted = letters(withoutMarks(claim))
  let seen = ''
  let at = 0
  while (at < draft.length && seen.length < wanted.length) {
    const mark = /^\s?\[[A-Z]\d+\]/.exec(draft.slice(at))
    if (mark) at += mark[0].length
    else seen += letters(draft[at++] ?? '')
  }
  if (seen !== wanted) return draft.slice(firstSentenceLength(draft))
  return draft.slice(at).replace(/^(\s?\[[A-Z]\d+\]|[.!?,;:”’")\s])+/, '')
}

/** The sentences of a draft: those that are complete and wait to be checked, then the one that is being written. */
export function draftSentences(draft: string): { readonly complete: readonly string[]; readonly writing: string } {
  const complete: string[] = []
  let rest = draft.trimStart()
  for (let length = firstSentenceLength(rest); length < rest.length; length = firstSentenceLength(rest)) {
    complete.push(withoutMarks(rest.slice(0, length)))
    rest = rest.slice(length)
  }
  return { complete, writing: withoutMarks(rest) }
}

/** A sentence ends with its marks, before or behind the full stop; without marks, where a stop is followed by a new word. */
function firstSentenceLength(draft: string): number {
  const end = /((\s?\[[A-Z]\d+\])+[.!?]?|[.!?]["”’)]?)\s+(?=[^\s[])/.exec(draft)
  return end ? end.index + end[0].length : draft.length
}

function letters(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).join('')
}
