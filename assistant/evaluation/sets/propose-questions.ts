import type { EvaluationTools } from '../evaluation-tools.ts'
import type { ProposedQuestionEvent, SetQuestion } from '../../../contract/evaluation/evaluation.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import { type Sentence, splitSentences } from '../../../text/sentences.ts'
import type { Foreground } from '../../home/foreground.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { sha256 } from '../../home/sha256.ts'
import { requireModel } from '../../models/model-for.ts'
import { evaluationPlace } from '../../questions/evaluation-place.ts'
import { findSet, questionsOf, refuseFolder } from '../../questions/question-set.ts'
import { drawSample } from '../draw-sample.ts'
import { textsOf } from '../run-questions.ts'
import { message } from '../../../wording/message.ts'
import { absentFacts } from '../../../checks/absent-facts.ts'
import { contentWords } from '../../../text/words.ts'

type ProposingQuestions = {
  readonly matter: OpenMatter
  readonly model: LanguageModel
  readonly foreground: Foreground
  readonly known: readonly SetQuestion[]
  readonly count: number
}

/** Adds questions on the matter's passages to a set, each as it is found; they wait for a yes. */
export async function* proposeIntoSet(
  { matter: name, set: id, count }: { readonly matter: string; readonly set: string; readonly count: number },
  assistant: EvaluationTools,
  signal: AbortSignal,
): AsyncGenerator<ProposedQuestionEvent, void, void> {
  const place = await evaluationPlace(assistant, name)
  const { matter, sets } = place
  if (!matter) return
  using _user = matter.users.enter()
  const set = await findSet(place, id, assistant.samplesFolder)
  refuseFolder(set)
  const model = await requireModel(message('failures.questions.proposingNeedsModel'), assistant)
  const known = await questionsOf(place, set)
  const { foreground, events } = assistant
  const all = AbortSignal.any([signal, matter.closing])
  for await (const event of proposeQuestions({ matter, model, foreground, known, count }, all)) {
    if (event.type === 'question-proposed') {
      sets.putQuestion(set.set, event.question)
      events.tell({ type: 'evaluations-changed', matter: matter.id })
    }
    yield event
  }
}

/** Shorter passages are headings and signatures. */
const SHORTEST = 120

/** So many passages are tried for one question, for many proposals are dropped. */
const TRIED_EACH = 4

type Place = { readonly document: string; readonly start: number; readonly text: string }

/**
 * Questions on passages of the matter, drawn over all its documents: the model writes a question and a short answer, and
 * code finds the sentence that holds the answer, which becomes the gold span. What it does not find is dropped. They wait
 * for a person's yes.
 */
async function* proposeQuestions(
  { matter, model, foreground, known, count }: ProposingQuestions,
  signal: AbortSignal,
): AsyncGenerator<ProposedQuestionEvent, void, void> {
  const ids = new Set(known.map(({ id }) => id))
  const places = placesIn(matter).filter((place) => !ids.has(idOf(place)))
  const textOf = textsOf(matter)
  const drawn = drawSample(places, count * TRIED_EACH, known.length)
  let [proposed, dropped] = [0, 0]
  for (const place of spread(drawn)) {
    if (proposed >= count) break
    signal.throwIfAborted()
    await foreground.idle(signal)
    const written = await writeQuestion(place.text, model, signal)
    const checked = written && checkProposal(written, place.text, textOf(place.document))
    if (!checked) {
      dropped += 1
      continue
    }
    proposed += 1
    const { start, end } = checked.sentence
    const question: SetQuestion = {
      id: idOf(place),
      type: 'proposed',
      question: checked.question,
      answer: checked.answer,
      answerable: true,
      options: [],
      goldSpans: [{ doc: place.document, start: place.start + start, end: place.start + end }],
      context: [],
      state: 'proposed',
    }
    yield { type: 'question-proposed', question }
    yield { type: 'proposal-progress', done: proposed, of: count }
  }
  yield { type: 'proposal-end', proposed, dropped }
}

function placesIn({ store }: OpenMatter): readonly Place[] {
  return store.documents.list(null).flatMap(({ document, textVersionId }) =>
    store.passages
      .list(textVersionId ?? 0)
      .filter(({ text }) => text.length >= SHORTEST && splitSentences(text).length > 1)
      .map(({ start, text }) => ({ document, start, text })),
  )
}

/** One of each document in turn, so that the first questions are not all on one. */
function spread(places: readonly Place[]): readonly Place[] {
  const turns = new Map<string, number>()
  return places
    .map((place) => {
      const turn = turns.get(place.document) ?? 0
      turns.set(place.document, turn + 1)
      return { place, turn }
    })
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ place }) => place)
}

/** The same passage is not asked about twice. */
function idOf({ document, start }: Place): string {
  return sha256(`${document}\n${start}`).slice(0, 12)
}

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
async function writeQuestion(
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
