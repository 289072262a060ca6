import { readSources, type SourcePlace } from '../../checks/confirm.ts'
import type { Claim, PassageSource } from '../../contract/answers/answer.ts'
import { isConfirmed } from '../../contract/answers/confirmed.ts'
import type { Cell } from '../../contract/answers/survey.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Reranker } from '../../models/reranker.ts'
import { scanForAnswers } from '../answers/evidence/scan-documents.ts'
import { passages } from '../answers/answer-record.ts'
import { answerGrammar } from '../answers/draft/answer-grammar.ts'
import { isAnswerable, wantedWords } from '../answers/draft/answerability.ts'
import { type ClaimStream, createClaimStream } from '../answers/claims/claim-stream.ts'
import { decideState } from '../answers/settle.ts'
import { draftTurns } from '../answers/draft/draft-answer.ts'
import { inQuotes } from '../answers/lead-by-quotes.ts'
import { createQuestionCoverage, type QuestionCoverage } from '../answers/coverage/question-coverage.ts'
import { markSources } from '../answers/evidence/find-evidence.ts'
import { judgeParts } from '../answers/coverage/judge-parts.ts'
import { PERSON } from '../answers/offer/party-question.ts'
import { mergeEvidence } from '../answers/evidence/passage-source.ts'
import { createShowSource, type ShowSource } from '../answers/draft/prompt-source.ts'
import { instructionsFor } from '../answers/answer-settings.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import { chooseSentences } from '../answers/draft/choose-sentences.ts'
import { surveyCitations, type SurveyOptions } from './survey-work.ts'
import type { SurveyedDocument } from '../documents/find-document.ts'
import { isAbstention } from '../../checks/abstention.ts'
import { aboutness } from '../../checks/aboutness.ts'

/** What is found out for a cell; the rest of a `Cell` is where it stands. */
export type CellContent = Pick<Cell, 'state' | 'text' | 'verdict' | 'absent' | 'instead' | 'citations'>

type CellOptions = Pick<SurveyOptions, 'matter' | 'embedder'> & {
  readonly model: LanguageModel
  readonly reranker: Reranker | null
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
  document: SurveyedDocument,
  options: CellOptions,
  signal: AbortSignal,
): Promise<CellContent> {
  const reading = await readDocument(question, document, options, signal)
  const { asked, claims, similarity, whole } = reading
  const byRule = quotesOf(asked.lacking([]), claims)
  if (asked.notAnswered(byRule).length === 0) return toCell(byRule, reading)
  // Where the model declines though a sentence more likely answers than not, that sentence is shown, unconfirmed.
  const probable = quotesOf(asked.probable().slice(0, 1), claims)
  if (!bearsOn({ question, text: whole, similarity }) && probable.length === 0) return NOT_FOUND
  const written = await writtenFor(question, reading, options, signal)
  const among = { places: claims.places, question, naming: new Set<string>(), quoted: claims.quoted }
  const led = claims.ended(written).flatMap((claim, at) => {
    if (at > 0) return []
    const quote = inQuotes(claim, among) ?? claim
    // What no source supports fills no cell, unless what it comes nearest to is the answer.
    return claim.verdict === 'unsupported' && asked.notAnswered([quote]).length > 0 ? [] : [quote]
  })
  const cell = toCell([...led, ...quotesOf(asked.lacking(led), claims)], reading)
  return cell.state === 'not-found' ? toCell(probable, reading) : cell
}

/** A document as one question reads it. */
type Reading = {
  readonly sources: readonly PassageSource[]
  readonly claims: ClaimStream
  readonly asked: QuestionCoverage
  readonly unknown: readonly string[]
  /** Of the nearest passage; null where words alone were searched. */
  readonly similarity: number | null
  readonly whole: string
  readonly show: ShowSource
}

async function readDocument(
  question: string,
  { documentId, textVersionId }: SurveyedDocument,
  { matter, lexicon, reranker }: CellOptions,
  signal: AbortSignal,
): Promise<Reading> {
  const { hits } = await matter.library.search({ question, limit: PASSAGES, documentIds: [documentId] })
  const similarities = hits.flatMap(({ similarity }) => similarity ?? [])
  const whole = matter.store.pages.wholeText(textVersionId)
  const unknown = await matter.library.unknownWords(wantedWords(question), [documentId])
  const lower = whole.toLowerCase()
  const about = { named: [], textOf: () => lower }
  const found = passages(markSources(mergeEvidence(question, matter, hits, [], PASSAGES), []))
  const more = (asked: string) => scanForAnswers(matter, { ...about, question: asked, found, marked: found })
  const role = roleIn(question)
  const named =
    role === '' ? question : withName(question, role, [...found, ...more(`Who is the ${role}?`)], about.textOf)
  const asking = { ...about, question: named }
  const sources = [...found, ...more(named)]
  const show = createShowSource(matter.store.pages)
  const claims = createClaimStream({ sources, question, lexicon, show })
  const byRules = createQuestionCoverage({ ...asking, passages: sources, places: claims.places })
  return {
    sources,
    claims,
    asked: byRules.with(await judgeParts(byRules, { named: [], reranker }, signal)),
    unknown,
    similarity: similarities.length === 0 ? null : Math.max(...similarities),
    whole,
    show,
  }
}

const ROLE = new RegExp(`\\bthe (${PERSON})\\b`, 'iu')
/** "S. Kumar", "John Smith", "Larkspur Ltd": two words with a capital, or initials and one. */
const NAME = /(?<![\p{L}.])(?:\p{Lu}\.\s*|\p{Lu}[\p{L}’'-]+[ \t]+)+\p{Lu}[\p{L}’'-]+/u

/** "defendant" of "What sentence did the defendant receive?"; empty for none, and where just this is asked. */
function roleIn(question: string): string {
  return /^who\b/iu.test(question) ? '' : (ROLE.exec(question)?.[1]?.toLowerCase() ?? '')
}

/** The question with the name of whom it calls by a role, where a row of the document gives it: its sentences have the name. */
function withName(question: string, role: string, sources: readonly PassageSource[], textOf: () => string): string {
  const places = readSources(sources.map(({ source, text, document }) => ({ source, text, context: document })))
  const who = createQuestionCoverage({ question: `Who is the ${role}?`, named: [], passages: sources, places, textOf })
  // "The Defendant John Smith": the role is no part of the name.
  const roles = new RegExp(`\\b(?:the )?${PERSON}\\b`, 'giu')
  const names = new Set(who.lacking([]).flatMap(({ place }) => NAME.exec(place.text.replace(roles, '|'))?.[0] ?? []))
  const [name] = names
  return name === undefined || names.size > 1 ? question : question.replace(ROLE, name)
}

/** One sentence of the model on the nearest sentences of the document; empty where it says that nothing answers. */
async function writtenFor(
  question: string,
  { sources: found, unknown, show }: Reading,
  { embedder, model }: CellOptions,
  signal: AbortSignal,
): Promise<string> {
  const sources = await withNearest(question, found, embedder, signal)
  if (sources.length === 0) return ''
  const asked = { model, earlier: [], question, sources, newSources: sources, note: NOTE, begun: '', show }
  const limits = { maxTokens: MOST_TOKENS, seed: 0 }
  const turns = await draftTurns({ ...asked, ...limits, instructions: INSTRUCTIONS, closedBook: false })
  if (!(await isAnswerable(model, turns, unknown, signal))) return ''
  const marks = sources.map(({ source }) => source)
  const grammar = answerGrammar(marks, false, { atLeast: 1, atMost: 1 })
  let text = ''
  for await (const item of model.generate({ turns, ...limits, grammar }, signal)) text += item.text
  return text
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

function quotesOf(places: readonly SourcePlace[], { quoted }: ClaimStream): readonly Claim[] {
  return places.flatMap((at, index) => quoted(at, index) ?? [])
}

function toCell(claims: readonly Claim[], { asked, sources, whole }: Reading): CellContent {
  const said = claims.filter(
    (claim) => claim.verdict !== 'unsupported' && (isItsOwn(claim) || !isAbstention(claim.text)),
  )
  const cited = said.filter((claim) => surveyCitations(claim, sources).length > 0)
  const [first] = cited
  if (!first) return NOT_FOUND
  const isReliedOn =
    decideState(cited, { notAnswered: asked.notAnswered(cited) }) === 'answered' &&
    cited.every((claim) => isItsOwn(claim) || isInWordsOf(whole, claim.text))
  return {
    state: isReliedOn ? 'answered' : 'uncertain',
    text: cited.map(({ text }) => text).join(' '),
    verdict: (cited.find((claim) => !isConfirmed(claim)) ?? first).verdict,
    absent: cited.flatMap(({ absent }) => absent),
    instead: cited.find(({ instead }) => instead !== null)?.instead ?? null,
    citations: cited.flatMap((claim) => surveyCitations(claim, sources)),
  }
}

/** "Not specified" in the document's own words is what it says. */
function isItsOwn({ verdict }: Claim): boolean {
  return verdict === 'verbatim' || verdict === 'close'
}

/** Below it nothing of a document is about the question, whatever words they share. */
const NOTHING_ALIKE = 0.1
/** So alike, a document may answer in other words than those of the question. */
const IN_OTHER_WORDS = 0.2

type Bearing = {
  readonly question: string
  /** The whole text. */
  readonly text: string
  /** Of the nearest passage; null where there is no embedder, and search by words found it. */
  readonly similarity: number | null
}

/**
 * Whether a document can be asked at all: small models answer whatever they are asked ("The court imposed 10 years for the
 * patient's heart disease"). On 30 records and judgments, six questions that only one kind answers: the nearest passage of that
 * kind was alike by .14 to .60, of the other by -.01 to .27 (MiniLM); words of the question stood in the one and rarely in the
 * other. Of 30 cells of two further questions that have no answer, 29 were then not found and one uncertain (0.5B).
 */
export function bearsOn({ question, text, similarity }: Bearing): boolean {
  if (similarity === null) return true
  return similarity >= (aboutness(text, [question]) === 0 ? IN_OTHER_WORDS : NOTHING_ALIKE)
}

/**
 * Of a sentence in other words than its document's, this share of the words must stand somewhere in it. Of 61 such cells of the
 * 0.5B on these 30 documents 8 had less, of which 7 were nonsense ("The diagnosis was a homicide", "The patient is the defendant").
 */
const WORDS_OF_DOCUMENT = 0.6

export function isInWordsOf(text: string, sentence: string): boolean {
  return aboutness(text, [sentence]) >= WORDS_OF_DOCUMENT
}
