import type { CheckedSource } from '../../../checks/find-support.ts'
import type { AnswerEvent, Claim, CompleteAskInput, PassageSource } from '../../../contract/answer.ts'
import { lexiconOf } from '../../word-lists.ts'
import { passages } from '../answer-record.ts'
import { saysAnything } from '../answerable.ts'
import { notYetShown } from '../conversation.ts'
import { draftTurns } from '../draft-answer.ts'
import { type Drafting, draftParts, type Writer } from '../parts/draft-parts.ts'
import type { Part } from '../parts/plan-parts.ts'
import { compareClaims } from './compare-claims.ts'
import { comparisonQuestion } from './comparison-question.ts'
import { LISTING, type Tally, tally } from './tally.ts'
import { type TallyQuestion, tallyQuestion } from './tally-question.ts'

/**
 * Counts or adds by code where that is asked for and can be done safely; else, or where something was said already, writes, and
 * compares by code what was written of two.
 */
export async function* tallyOrDraft(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  drafting: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, take } = drafting
  const question = tallyQuestion(progress.about.asked || input.question)
  const isFree =
    input.tally === 'on' && !input.closedBook && progress.text === '' && !parts.some((part) => part.isApart)
  if (question && isFree) {
    yield { type: 'model-loading', model: writer.model.info.id }
    const made = await tallied(input, question, writer, parts, drafting, signal)
    if (made) {
      progress.text = made.text
      progress.firstTokenMs ??= performance.now() - progress.startedMs
      yield { type: 'answer-delta', text: made.text }
      return yield* take([claimOf(made, passages(progress.sources))])
    }
  }
  yield* draftParts(input, writer, parts, drafting, signal)
  if (input.tally === 'on') yield* compared(progress.about.asked || input.question, drafting)
}

async function* compared(question: string, { progress, take }: Drafting): AsyncGenerator<AnswerEvent, void, void> {
  const comparison = comparisonQuestion(question)
  const claim = comparison && compareClaims(comparison, progress.claims)
  if (!claim) return
  const marks = [...new Set(claim.citations.map(({ source }) => `[${source}]`))].join('')
  const text = `\n${claim.text.replace(/\.$/, '')} ${marks}.`
  progress.text += text
  yield { type: 'answer-delta', text }
  yield* take([claim])
}

async function tallied(
  input: CompleteAskInput,
  question: TallyQuestion,
  { model, conversation, show, lists }: Writer,
  parts: readonly Part[],
  { progress }: Drafting,
  signal: AbortSignal,
): Promise<Tally | null> {
  const listing: { turns: Awaited<ReturnType<typeof draftTurns>>; marks: string[] }[] = []
  for (const [at, { passages: sources }] of parts.entries()) {
    const own = {
      question: input.question,
      earlier: conversation.rounds,
      newSources: notYetShown(sources, conversation.shown),
    }
    const anew = { question: progress.about.asked, earlier: [], newSources: sources }
    const draft = { ...input, model, sources, show, begun: '', ...(at === 0 ? own : anew) }
    const turns = await draftTurns({ ...draft, note: LISTING[question.kind] })
    if (await saysAnything(model, await draftTurns({ ...draft, note: '' }), progress.searched.unknownWords, signal))
      listing.push({ turns, marks: sources.map(({ source }) => source) })
  }
  const onCall = (result: Parameters<Parameters<typeof tally>[0]['onCall']>[0]) =>
    progress.calls.push({ ...result, calls: 1 })
  const checked = passages(progress.sources).map(asCheckedSource)
  const lexicon = lexiconOf(lists)
  return tally({ model, question, parts: listing, sources: checked, lexicon, seed: input.seed, onCall }, signal)
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
    absent: [],
    differences: [],
    differsFrom: [],
    judged: null,
    authorities: [],
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
