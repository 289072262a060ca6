import type { Claim, PassageSource } from '../../../contract/answer.ts'
import type { Cell } from '../../../contract/survey.ts'
import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { passages } from '../../answers/answer-record.ts'
import { answerGrammar } from '../../answers/answer-grammar.ts'
import { saysAnything, wantedWords } from '../../answers/answerable.ts'
import { createClaimStream } from '../../answers/claim-stream.ts'
import { decideState } from '../../answers/decide-state.ts'
import { draftTurns } from '../../answers/draft-answer.ts'
import { markSources } from '../../answers/mark-sources.ts'
import { mergeEvidence } from '../../answers/passage-source.ts'
import { createShowSource } from '../../answers/prompt-source.ts'
import { instructionsFor } from '../../answers/settings/instructions-for.ts'
import { USUAL_SETTINGS } from '../../answers/settings/usual-settings.ts'
import { chooseSentences } from '../../answers/prune/choose-sentences.ts'
import type { SurveyOptions } from '../survey-options.ts'
import { surveyCitations } from '../survey-citations.ts'
import type { SurveyedDocument } from '../surveyed-documents.ts'
import { bearsOn, isInWordsOf } from './bears-on.ts'
import { lacksWhatWasAsked } from '../../../checks/lacks-what-was-asked.ts'
import { saysNothing } from '../../../checks/says-nothing.ts'

/** What is found out for a cell; the rest of a `Cell` is where it stands. */
export type CellContent = Pick<Cell, 'state' | 'text' | 'verdict' | 'absent' | 'instead' | 'citations'>

export type CellOptions = Pick<SurveyOptions, 'matter' | 'embedder'> & {
  readonly model: LanguageModel
  readonly lexicon: Lexicon
}

const PASSAGES = 6
/** Characters that the model reads for a cell, about 300 tokens: one thing is asked of one document. */
const READ_FOR_A_CELL = 1200
const MOST_TOKENS = 120
const NOTE = 'Answer in one short sentence, for this document alone.'

const NOT_FOUND: CellContent = { state: 'not-found', text: '', verdict: null, absent: [], instead: null, citations: [] }

const INSTRUCTIONS = instructionsFor(USUAL_SETTINGS)

/**
 * One question asked of one document alone: its nearest sentences, one sentence of the model under the grammar of answers,
 * checked like any claim. What no source supports is not found, never filled.
 */
export async function writeCell(
  question: string,
  { documentId, textVersionId }: SurveyedDocument,
  { matter, embedder, model, lexicon }: CellOptions,
  signal: AbortSignal,
): Promise<CellContent> {
  const { hits } = await matter.library.search({ question, limit: PASSAGES, documentIds: [documentId] })
  const similarities = hits.flatMap(({ similarity }) => similarity ?? [])
  const similarity = similarities.length === 0 ? null : Math.max(...similarities)
  const whole = matter.store.pages.wholeText(textVersionId)
  if (!bearsOn({ question, text: whole, similarity })) return NOT_FOUND
  const found = passages(markSources(mergeEvidence(question, matter, hits, [], PASSAGES), []))
  const sources = await withNearest(question, found, embedder, signal)
  if (sources.length === 0) return NOT_FOUND
  const show = createShowSource(matter.store.pages)
  const draft = {
    model,
    earlier: [],
    question,
    sources,
    newSources: sources,
    note: NOTE,
    begun: '',
    show,
    instructions: INSTRUCTIONS,
  }
  const turns = await draftTurns({ ...draft, maxTokens: MOST_TOKENS, seed: 0, closedBook: false })
  const unknown = await matter.library.unknownWords(wantedWords(question), [documentId])
  if (!(await saysAnything(model, turns, unknown, signal))) return NOT_FOUND
  const grammar = answerGrammar(
    sources.map(({ source }) => source),
    false,
    { atLeast: 1, atMost: 1 },
  )
  let text = ''
  for await (const item of model.generate({ turns, maxTokens: MOST_TOKENS, seed: 0, grammar }, signal))
    text += item.text
  const claims = createClaimStream({ sources: found, question, lexicon, above: (source) => show(source).above })
  return toCell(claims.ended(text)[0], question, found, whole)
}

async function withNearest(
  question: string,
  found: readonly PassageSource[],
  embedder: SurveyOptions['embedder'],
  signal: AbortSignal,
): Promise<readonly PassageSource[]> {
  const budgets = [READ_FOR_A_CELL]
  const [read] = await chooseSentences({ question, naming: new Set(), passages: found, embedder, budgets }, signal)
  return found
    .map((passage) => ({ ...passage, read: read?.get(passage.source) ?? [] }))
    .filter((passage) => passage.read.length > 0)
}

function toCell(
  claim: Claim | undefined,
  question: string,
  sources: readonly PassageSource[],
  whole: string,
): CellContent {
  if (!claim || claim.verdict === 'unsupported') return NOT_FOUND
  const citations = surveyCitations(claim, sources)
  if (citations.length === 0) return NOT_FOUND
  // "Not specified" in the document's own words is what it says.
  const isItsOwn = claim.verdict === 'verbatim' || claim.verdict === 'close'
  if (!isItsOwn && saysNothing(claim.text)) return NOT_FOUND
  const notAnswered = lacksWhatWasAsked(question, [claim.text]) ? [question] : []
  const isReliedOn =
    decideState([claim], { notAnswered }) === 'answered' && (isItsOwn || isInWordsOf(whole, claim.text))
  const state = isReliedOn ? 'answered' : 'uncertain'
  const { text, verdict, absent, instead } = claim
  return { state, text, verdict, absent, instead, citations }
}
