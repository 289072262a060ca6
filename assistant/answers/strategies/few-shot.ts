import { type Message, message, verbatim } from '../../../wording/message.ts'
import { join } from 'node:path'
import type { AnswerEvent, CompleteAskInput } from '../../../contract/answers/answer.ts'
import type { SetQuestion } from '../../../contract/evaluation/evaluation.ts'
import { correctionsIn } from '../../cards/kept-corrections.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { ModelShelf } from '../../models/model-shelf.ts'
import type { Answerable, FindExamples } from '../../questions/example-finder.ts'
import {
  findSet,
  listSets,
  questionsOf,
  readEvaluationSet,
  SHIPPED,
  SHIPPED_FOLDER,
} from '../../questions/question-set.ts'
import type { Knowledge } from '../../rules/knowledge.ts'
import { reportStrategy } from '../answer-progress.ts'
import { asideBlock } from '../draft/aside.ts'
import { type Drafting, draftParts, type Writer } from '../draft/draft-parts.ts'
import type { Part } from '../draft/plan-parts.ts'

/**
 * Written after one or two questions of the same kind with what a person approved as their answers. They show a form and are no
 * source: the marks are those of the passages, and what stands only in an example has no support. Where none is near enough, or
 * rules have begun the answer, it is written straight away.
 */
export async function* fewShot(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, begun } = drafting
  const examples = begun === '' ? [...(await writer.examples(progress.about.asked || input.question, signal))] : []
  yield reportStrategy(progress, examples.length === 0 ? 'direct' : 'few-shot', { examples })
  yield* draftParts(input, { ...writer, aside: asideBlock(progress.approach) }, parts, drafting, signal)
}

type Around = {
  readonly samplesFolder: string
  readonly knowledge: Pick<Knowledge, 'examples'>
  readonly shelf: Pick<ModelShelf, 'embedder'>
}

/**
 * Looks among the questions of this matter that a person gave an answer to (kept sets, corrections) and those that come with the
 * program. Never in another matter, nor in sets kept with the application, which may be of one. `measured`: the folder or the id
 * of a set that is being measured, whose own answers would tell too much.
 */
export function findExamplesIn(matter: OpenMatter, around: Around, measured: string | null): FindExamples {
  return async (question, signal) => {
    try {
      const among = await examplesAmong(matter, around, measured)
      return await around.knowledge.examples.find(question, { among, matter }, await around.shelf.embedder(), signal)
    } catch {
      // As with cards: an answer can do without.
      signal.throwIfAborted()
      return []
    }
  }
}

/** Those that are looked among. */
export async function examplesAmong(
  matter: OpenMatter,
  around: Pick<Around, 'samplesFolder'>,
  measured: string | null,
): Promise<readonly Answerable[]> {
  return [...(await ofMatter(matter, around, measured)), ...(await shipped(around.samplesFolder, measured))]
}

async function ofMatter(
  matter: OpenMatter,
  { samplesFolder }: Pick<Around, 'samplesFolder'>,
  measured: string | null,
): Promise<readonly Answerable[]> {
  const { questionSets: sets, evaluationRuns: runs } = matter.store
  const place = { matter, sets, runs }
  const corrected = correctionsIn(matter).map(({ question, expected }) => ({
    question,
    answer: expected,
    from: message('ask.answer.exampleOf.correction'),
  }))
  const kept = await Promise.all(
    (await listSets(place, samplesFolder))
      .filter(({ set }) => set !== measured)
      .map(async ({ set, name }) => {
        // One whose folder is gone has no examples any more.
        const questions = await questionsOf(place, await findSet(place, set, samplesFolder)).catch(() => [])
        return answerable(questions, verbatim(name))
      }),
  )
  return [...corrected, ...kept.flat()]
}

async function shipped(samplesFolder: string, measured: string | null): Promise<readonly Answerable[]> {
  const folder = join(samplesFolder, SHIPPED_FOLDER)
  if (folder === measured || measured === SHIPPED) return []
  const { questions } = await readEvaluationSet(folder)
  return answerable(questions, message('ask.answer.exampleOf.shipped'))
}

/** Without a choice from options and without labels: they show no sentence. */
function answerable(questions: readonly SetQuestion[], from: Message): readonly Answerable[] {
  return questions.flatMap(({ question, answer, answerable: has, options, state, context }) =>
    has &&
    answer !== null &&
    state === 'accepted' &&
    options.length === 0 &&
    context.length === 0 &&
    answer.includes(' ')
      ? [{ question, answer, from }]
      : [],
  )
}
