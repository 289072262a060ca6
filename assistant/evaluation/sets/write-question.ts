import { absentFacts } from '../../../checks/absent-facts.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import { type Sentence, splitSentences } from '../../../text/sentences.ts'
import { contentWords } from '../../../text/words.ts'

type WrittenQuestion = { readonly question: string; readonly answer: string }

const MOST_TOKENS = 96

const INSTRUCTIONS =
  'You write one question about a passage and its short answer. The question names the person or thing that it asks about and can be understood without the passage. The answer is a few words copied from the passage.'

const EXAMPLE: readonly [string, string] = [
  'The lease of 7 Mill Lane was signed on 4 May 2021. The rent is 18,000 pounds a year, payable quarterly in advance.',
  'Question: What is the yearly rent of 7 Mill Lane?\nAnswer: 18,000 pounds',
]

/** A line each: what has another form could not be read. */
const GRAMMAR = String.raw`root ::= "Question: " [A-Z] [^\n]+ "?\nAnswer: " [^\n]+ "\n"?`

/** Null where it was cut off. */
export async function writeQuestion(
  passage: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<WrittenQuestion | null> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: EXAMPLE[0] },
    { role: 'assistant', text: EXAMPLE[1] },
    { role: 'user', text: passage },
  ]
  let text = ''
  const request = { turns, maxTokens: MOST_TOKENS, seed: 0, grammar: GRAMMAR }
  for await (const item of model.generate(request, signal)) text += item.text
  const found = /^Question: (.+\?)\s*\nAnswer: (.+)/.exec(text.trim())
  return found?.[1] && found[2] ? { question: found[1].trim(), answer: found[2].trim() } : null
}

type CheckedProposal = WrittenQuestion & {
  /** Where in the passage the sentence stands that holds the answer. */
  readonly sentence: Sentence
}

const LONGEST_ANSWER = 200

/** Questions that only make sense with the passage in hand. */
const POINTS_AT_PASSAGE = /\b(?:the|this|above|following) (?:passage|text|excerpt|paragraph|sentence|example)\b/i

/**
 * A question is worth proposing when its answer stands word for word in one sentence of the passage, adds something to the
 * question, and the question can be understood alone and names nothing that its document does not hold (small models take a
 * name from the example: "the rent of 7 Mill Lane"). Null otherwise. The sentence that shares most words with the question
 * is taken where several hold the answer.
 */
export function checkProposal(written: WrittenQuestion, passage: string, document: string): CheckedProposal | null {
  const answer = written.answer.replace(/[\s.;,]+$/, '')
  const { question } = written
  if (answer === '' || answer.length > LONGEST_ANSWER || POINTS_AT_PASSAGE.test(question)) return null
  const asked = new Set(contentWords(question))
  if (contentWords(answer).every((word) => asked.has(word))) return null
  if (absentFacts(question, [document], '').length > 0) return null
  const holding = splitSentences(passage).filter(({ start, end }) => holds(passage.slice(start, end), answer))
  const shared = ({ start, end }: Sentence) =>
    contentWords(passage.slice(start, end)).filter((word) => asked.has(word)).length
  const sentence = holding.toSorted((one, other) => shared(other) - shared(one))[0]
  return sentence ? { question, answer, sentence } : null
}

/** Whole words in this order, however they are spaced and whatever their case. */
function holds(sentence: string, answer: string): boolean {
  return ` ${fold(sentence)} `.includes(` ${fold(answer)} `)
}

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,:/-]\p{N}+)*/gu) ?? []).join(' ')
}
