import * as z from 'zod'
import type { Card, CardText, Correction } from '../../contract/knowledge/card.ts'
import type { ModelRow } from '../../contract/model.ts'
import type { LanguageModel, Turn } from '../../models/language-model.ts'
import { jsonIn } from '../../store/stored-json.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import type { CardTools } from './card-from-mistake.ts'
import { clipCard } from '../cards/clip-card.ts'
import { correctionOf } from '../cards/kept-corrections.ts'
import { matterTerms, toKnownTerms } from '../packets/matter-terms.ts'
import { redactText } from '../packets/redact-text.ts'
import { modelFor } from '../models/model-for.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Has the parts of a card written from its mistake by a larger local model. Throws `NO_MODEL`, `WRONG_USE`. */
export async function writeParts(
  card: Card,
  wanted: string | null,
  tools: Pick<CardTools, 'session' | 'detection' | 'knowledge'> &
    Pick<EvaluationTools, 'matters' | 'shelf' | 'foreground'>,
  signal: AbortSignal,
): Promise<WrittenParts> {
  const from = await correctionOf(card, tools)
  if (from === 'none' || from === 'lost') throw new Failure('WRONG_USE', message('failures.lessons.noMistake'))
  const teacher = wanted ?? teacherAmong((await tools.shelf.list()).models, card.student)
  const model = teacher === null ? null : await modelFor(teacher, tools)
  if (teacher === null || !model) throw new Failure('NO_MODEL', message('failures.lessons.noLargerModel'))
  const { find, isOrdinaryWord } = await tools.detection()
  const terms = toKnownTerms(await matterTerms(from.matter, tools.knowledge, isOrdinaryWord))
  const { question, wrong, expected, mistake } = from.correction
  // Together, so that a name or a date is the same mark in each, and two of them are not.
  const [asked = '', said = '', right = ''] = redactText(
    [question, wrong, expected].join(BETWEEN),
    { known: terms },
    find,
  ).text.split(BETWEEN)
  using _waitedFor = tools.foreground.enter()
  const parts = await writeCard({ question: asked, wrong: said, expected: right, mistake }, model, signal)
  return { ...parts, teacher, promptVersion: PROMPT_VERSION }
}

/** Of the installed models that write, the largest that fits this computer and is larger than the student; null: none. */
export function teacherAmong(models: readonly ModelRow[], student: { readonly id: string } | null): string | null {
  const bytes = models.find(({ id }) => id === student?.id)?.bytes ?? 0
  const larger = models.filter(
    (model) => model.kind === 'language' && model.installed && model.fit.verdict !== 'no' && model.bytes > bytes,
  )
  return larger.toSorted((one, other) => other.bytes - one.bytes)[0]?.id ?? null
}

/** Changes with every word of the instructions. */
const PROMPT_VERSION = 'card-1'

const MOST_TOKENS = 360

const INSTRUCTIONS = [
  'You write a study card for a student who answered a question about documents wrong.',
  'The card helps with every question of this kind. It never speaks of this case: no names, dates, amounts or places.',
  'In "summary" say in two or three sentences how to find the right answer to such a question, and which mistake to avoid.',
  'In "knowledge" give one to three general definitions or rules. Never give the answer itself.',
].join(' ')

/** JSON with the two parts of a card and nothing else. */
const GRAMMAR = [
  'root ::= "{\\"summary\\": " text ", \\"knowledge\\": [" text (", " text){0,2} "]}"',
  'text ::= "\\"" letter{20,700} "\\""',
  'letter ::= [^"\\\\\\n\\r]',
].join('\n')

const Written = z.object({ summary: z.string(), knowledge: z.array(z.string()) })

/** What a mistake was, with everything taken out that identifies somebody. */
type GeneralMistake = Pick<Correction, 'question' | 'wrong' | 'expected' | 'mistake'>

/** Has a local model write the two parts of a card, for a person to read and change. Throws `WRONG_USE` when nothing usable came. */
async function writeCard(
  mistake: GeneralMistake,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Pick<CardText, 'summary' | 'knowledge'>> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: describeMistake(mistake) },
  ]
  let text = ''
  const request = { turns, maxTokens: MOST_TOKENS, seed: 0, grammar: GRAMMAR }
  for await (const piece of model.generate(request, signal)) text += piece.text
  const written = Written.safeParse(jsonIn(text))
  if (!written.success)
    throw new Failure('WRONG_USE', message('failures.lessons.notFinished', { model: model.info.id }))
  const knowledge = written.data.knowledge.map((item) => ({ text: item.trim(), source: null }))
  const parts = clipCard({ summary: written.data.summary.trim(), knowledge })
  return { summary: parts.summary, knowledge: [...parts.knowledge] }
}

function describeMistake({ question, wrong, expected, mistake }: GeneralMistake): string {
  return [
    `Question: ${question}`,
    `Wrong answer of the student: ${wrong || 'none'}`,
    `Right answer: ${expected}`,
    `Kind of mistake: ${mistake.replaceAll('-', ' ')}`,
  ].join('\n')
}

type WrittenParts = Pick<CardText, 'summary' | 'knowledge'> & {
  readonly teacher: string
  readonly promptVersion: string
}

const BETWEEN = '\n\n---\n\n'
