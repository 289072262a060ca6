import type { Embedder } from '../../models/embedder.ts'
import { wordStems } from '../../text/words.ts'
import { cosine, createTextVectors, sharedShare } from '../models/text-likeness.ts'
import type { GoalView } from './kernel/kernel-methods.ts'

/** Finds which conclusions a question asks for, by the phrases that their authors gave. */
export interface GoalFinder {
  /** Best first, at most three, none that fits badly. */
  find(
    question: string,
    goals: readonly GoalView[],
    embedder: Embedder | null,
    signal?: AbortSignal,
  ): Promise<readonly FoundGoal[]>
  /** Reads the phrases of goals by meaning, before anybody asks. */
  prepare(goals: readonly GoalView[], embedder: Embedder, signal: AbortSignal): Promise<void>
}

/** `fit`: how well the question asks for it, about 0 to 1. */
export type FoundGoal = GoalView & { readonly fit: number }

const MOST_GOALS = 3

/** Phrases that are read ahead in one go: a question that comes meanwhile waits for no more. */
const AT_ONCE = 8

/**
 * Fit below which a phrase does not count: cosine similarity with all-MiniLM-L6-v2, and a little for words in common. Of 40
 * questions that goals of the two sample packs answer and 40 that they do not, it found 34 of the first and none of the second.
 */
const CLOSE_ENOUGH = 0.64

/** To the model "must be served" and "was served" are nearly one; the words themselves, small ones too, tell them apart. */
const WORDS_WEIGHT = 0.1

/** Share of words in common (Dice), where there is no embedder: .5 found 13 of the 24, and 2 of the 27. */
const ENOUGH_WORDS = 0.5

/** What asks for the record is meant for a calculator only where it is nearly one of its phrases, what asks for a meaning never. */
const FLOORS = { record: 0.85, meaning: Infinity } as const

export function createGoalFinder(): GoalFinder {
  const vectors = createTextVectors()
  const phrasesOf = (goals: readonly GoalView[]) => goals.flatMap(({ asks }) => asks)
  return {
    async prepare(goals, embedder, signal) {
      const phrases = phrasesOf(goals)
      for (let from = 0; from < phrases.length; from += AT_ONCE)
        await vectors.of(phrases.slice(from, from + AT_ONCE), embedder, signal)
    },
    async find(question, goals, embedder, signal) {
      const forms = questionForms(question)
      const wants = forms.map(asksOfRecord).find((one) => one !== null) ?? null
      if (goals.length === 0) return []
      const floor =
        (usual: number) =>
        ({ isCalculator }: GoalView) =>
          wants === null || !isCalculator ? usual : FLOORS[wants]
      const byWords = () =>
        best(
          goals,
          (phrase, { fillers }) => Math.max(...forms.map((form) => wordsInCommon(form, phrase, fillers))),
          floor(ENOUGH_WORDS),
        )
      if (!embedder) return byWords()
      const asked = await embedder.embed(forms, 'query', signal)
      const vectorOf = await vectors.of(phrasesOf(goals), embedder, signal)
      const fit = (phrase: string) =>
        Math.max(
          ...forms.map(
            (form, at) =>
              cosine(asked[at], vectorOf(phrase)) + WORDS_WEIGHT * sharedShare(wordsOf(form), wordsOf(phrase)),
          ),
        )
      const byMeaning = best(goals, fit, floor(CLOSE_ENOUGH))
      // Where a case is told first the model is led away from what is asked; there the deciding words may still be those of a phrase.
      return byMeaning.length > 0 || askingClause(question) === null ? byMeaning : byWords()
    },
  }
}

function best(
  goals: readonly GoalView[],
  fit: (phrase: string, goal: GoalView) => number,
  floor: (goal: GoalView) => number,
): readonly FoundGoal[] {
  return goals
    .map((goal) => ({ goal, fit: Math.max(...goal.asks.map((phrase) => fit(phrase, goal))) }))
    .filter((one) => one.fit >= floor(one.goal))
    .toSorted((one, other) => other.fit - one.fit)
    .slice(0, MOST_GOALS)
    .map((one) => ({ ...one.goal, fit: one.fit }))
}

/** The words that only fill the places of a phrase say nothing of what is asked. */
function wordsInCommon(question: string, phrase: string, fillers: readonly string[]): number {
  const filling = wordStems(fillers.join(' '))
  const asked = wordStems(withoutHowWell(question))
  const said = new Set([...wordStems(withoutHowWell(phrase))].filter((word) => !filling.has(word)))
  return sharedShare(asked, said)
}

/** "How well" asks and names nothing; folded to its stem, the name "Wells" would find it. */
export function withoutHowWell(text: string): string {
  return text.replace(/\bhow well\b/giu, '')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** Short forms of the trade that stand for one thing only; the model of meanings does not know them. Capitals as people write them. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  AF: 'atrial fibrillation',
  BP: 'blood pressure',
  BSA: 'body surface area',
  CAP: 'pneumonia',
  CKD: 'chronic kidney disease',
  CrCl: 'creatinine clearance',
  DOAC: 'anticoagulant',
  DVT: 'deep vein thrombosis',
  HR: 'heart rate',
  LMWH: 'enoxaparin',
  MI: 'heart attack',
  NOAC: 'anticoagulant',
  PE: 'pulmonary embolism',
  RR: 'respiratory rate',
  alb: 'albumin',
  bicarb: 'bicarbonate',
  bili: 'bilirubin',
  crea: 'creatinine',
  creat: 'creatinine',
  dex: 'dexamethasone',
  hydrocort: 'hydrocortisone',
  methylpred: 'methylprednisolone',
  obs: 'vital signs',
  pred: 'prednisolone',
  sats: 'oxygen saturation',
}
const CLAUSE_END = /[,:;.–—]\s+/u
const ASKS =
  /^(?:what|which|when|how|by when|until when|is|are|was|were|does|do|did|can|could|should|must|may|will|has|have|who|where|why)\b/iu

/** "Is it?" says nothing by itself. */
const FEWEST_WORDS = 4

/** A question as it is asked, with its short forms spelled out, and the clause alone that asks where a case is told before it. */
export function questionForms(question: string): readonly string[] {
  const clause = askingClause(question)
  return [...new Set([question, spelledOut(question), ...(clause === null ? [] : [spelledOut(clause)])])]
}

/** "Calf swollen, on the pill: could it be a clot?" asks "could it be a clot?"; null where the whole asks. */
export function askingClause(question: string): string | null {
  const clauses = question.trim().split(CLAUSE_END)
  const last = clauses.at(-1) ?? ''
  const isQuestion = last.endsWith('?') && ASKS.test(last) && last.split(/\s+/u).length >= FEWEST_WORDS
  return clauses.length > 1 && isQuestion ? last : null
}

function spelledOut(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => (Object.hasOwn(SHORT_FORMS, word) ? (SHORT_FORMS[word] ?? word) : word))
}

/** "What is NEWS?", "What does QTc stand for?": what a word means. With "the" it asks for a value: "What is the QTc?" */
const MEANING =
  /^what(?:'s| is| are| does) (?!the\b|his\b|her\b|their\b|my\b|our\b)(?:an? )?[\p{L}\p{N}-]+(?: (?:stand for|mean))?\s*\?*$/iu
const RECORD: readonly RegExp[] = [
  // Who did it, where it stands, why it is so.
  /^(?:who|whose|whom|where|why)\b/i,
  /^(?:please )?(?:summari[sz]e|list|show|find|quote|describe|translate)\b/i,
  // "What did the cardiologist say", "What does clause 12 say", "What was said about".
  /\b(?:what|which|how) (?:do|does|did|was|were)\b.*\b(?:say|says|said|state|stated|conclude|concluded|write|wrote|written|mention|mentioned|record|recorded|note|noted|recommend|recommended)\b/i,
  /\b(?:which|what) (?:documents?|letters?|reports?|notes?|pages?|clauses?|nurse|doctor)\b/i,
  // "Was the pneumonia treated", "When was the creatinine last measured": what happened.
  /^(?:when|how often|how) (?:was|were|did)\b/i,
  /^(?:was|were|did)\b/i,
  /\b(?:wrote|written|write) down\b/i,
]

/**
 * What a question wants that no rule computes: what a word means, or what the documents say has happened. Of a rule's own phrases
 * some look like that ("When was the notice served?"), so that one of the second kind is only a reason to doubt.
 */
export function asksOfRecord(question: string): 'meaning' | 'record' | null {
  const asked = question.trim()
  if (MEANING.test(asked)) return 'meaning'
  return RECORD.some((pattern) => pattern.test(asked)) ? 'record' : null
}
