import type { CheckedSource } from '../../../../checks/find-support.ts'
import type { AnswerEvent, Claim, CompleteAskInput, PassageSource } from '../../../../contract/answers/answer.ts'
import { lexiconOf } from '../../../home/word-lists.ts'
import { passages } from '../../answer-record.ts'
import { isAnswerable } from '../../draft/answerability.ts'
import { draftTurns } from '../../draft/draft-answer.ts'
import { type Drafting, draftOf, draftParts, type Writer } from '../../draft/draft-parts.ts'
import type { Part } from '../../draft/plan-parts.ts'
import { compareTwo, hasName, valueNote } from './compare-two.ts'
import { comparisonQuestion } from './comparison-question.ts'
import { NO_REMARKS } from '../../claims/quoted-claim.ts'
import { shownMarks } from '../../draft/build-turns.ts'
import type { ToList } from './list-items.ts'
import { LISTING, type Tally, tally, tallyQuestion } from './tally.ts'

/** Counts, adds or compares by code where that is asked for and can be done safely; else, or where something was said already, writes. */
export async function* tallyOrDraft(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, take } = drafting
  if (input.tally === 'on' && !input.closedBook && progress.text === '' && parts.length > 0) {
    yield { type: 'model-loading', model: writer.model.info.id }
    const made = await computed(input, writer, parts, drafting, signal)
    if (made) {
      progress.text = made.text
      progress.firstTokenMs ??= performance.now() - progress.startedMs
      yield { type: 'answer-delta', text: made.text }
      return yield* take([claimOf(made, passages(progress.sources))])
    }
  }
  yield* draftParts(input, writer, parts, drafting, signal)
}

async function computed(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): Promise<Tally | null> {
  const { progress } = drafting
  const asked = progress.about.asked || input.question
  const [counting, comparison] = [tallyQuestion(asked), comparisonQuestion(asked)]
  const all = passages(progress.sources)
  const tallying = {
    model: writer.model,
    seed: input.seed,
    sources: all.map(asCheckedSource),
    lexicon: lexiconOf(writer.lists),
    onCall: (result: Parameters<Parameters<typeof tally>[2]['onCall']>[0]) =>
      progress.preparing.push({ ...result, calls: 1 }),
  }
  // As the draft begins, but for the note at the very end: what was computed for one is there for the other.
  const toList = async (part: Part, note: string): Promise<ToList> => {
    const turns = await draftTurns(draftOf(withNote(part, note), part === parts[0], input, writer, drafting))
    const marks = part.passages.map(({ source }) => source)
    return { turns, marks: shownMarks(turns, marks) }
  }
  if (comparison) {
    const partOn = (name: string) =>
      parts.find((part) => part.passages.some(({ text }) => hasName(text, name))) ?? parts[0]!
    return compareTwo(comparison, (name) => toList(partOn(name), valueNote(comparison, name)), all, tallying, signal)
  }
  if (!counting || parts.some(({ isApart }) => isApart)) return null
  const telling: ToList[] = []
  for (const part of parts) {
    const plain = await toList(part, '')
    if (await isAnswerable(writer.model, plain.turns, progress.searched.unknownWords, signal))
      telling.push(await toList(part, LISTING[counting.kind]))
  }
  return tally(counting, telling, tallying, signal)
}

/** A list has as many lines as there are. */
function withNote({ passages: read, isApart }: Part, note: string): Part {
  return { passages: read, isApart, note }
}

function asCheckedSource({ source, text, document, section }: PassageSource): CheckedSource {
  return { source, text, context: `${document} ${section}`.trimEnd() }
}

/** One sentence, cited by the very words of each of its parts. */
function claimOf({ text, items }: Tally, sources: readonly PassageSource[]): Claim {
  return {
    index: 0,
    text: text.replace(/ \[[A-Z]\d+\]/g, ''),
    verdict: 'computed',
    ...NO_REMARKS,
    citations: items.flatMap(({ source, start, end, quote }) => {
      const cited = sources.find((one) => one.source === source)
      if (!cited) return []
      const { document, documentId, reference, page } = cited
      return [
        { source, document, documentId, reference, page, start: cited.start + start, end: cited.start + end, quote },
      ]
    }),
  }
}
