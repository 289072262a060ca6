import { aboutness } from '../../checks/aboutness.ts'
import { contentWords } from '../../text/words.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import type { Claim, PassageSource } from '../../contract/answers/answer.ts'
import { isConfirmed, isInDoubt } from '../../contract/answers/confirmed.ts'
import type { SummaryLine } from '../../contract/answers/survey.ts'
import type { LanguageModel, Turn } from '../../models/language-model.ts'
import { answerGrammar } from '../answers/draft/answer-grammar.ts'
import { createClaimStream } from '../answers/claims/claim-stream.ts'
import type { ShowSource } from '../answers/draft/prompt-source.ts'
import { surveyCitations } from './survey-work.ts'
import { isAbstention } from '../../checks/abstention.ts'
import type { Extracted, SectionExtract } from './extract-section.ts'

/** A line as it is kept, under its section. */
export type SectionLine = Omit<SummaryLine, 'index' | 'wasKept'>

type SectionOptions = {
  readonly section: string
  readonly sources: readonly PassageSource[]
  readonly extract: SectionExtract
  readonly model: LanguageModel | null
  readonly lexicon: Lexicon
  readonly show: ShowSource
}

const SENTENCES_AT_MOST = 2
const MOST_TOKENS = 140

const INSTRUCTIONS = [
  'You summarise a part of a document. Use only the sources.',
  'Write one or two short sentences that say what matters most in it, in the words of the sources, with names, dates and numbers.',
  'End each sentence with the mark of its source, like [S1].',
].join(' ')

/**
 * One or two sentences on a section. Of what the model writes only sentences stay whose numbers, dates and names stand in what
 * they cite; in the place of one that does not, and without a model, stands the document's own most telling sentence.
 */
export async function writeSection(options: SectionOptions, signal: AbortSignal): Promise<readonly SectionLine[]> {
  const { extract, model, section } = options
  const own = extract.best.map((sentence) => ownLine(sentence, section))
  if (!model || extract.read.length === 0) return own
  const claims = await draftSection(options, model, signal)
  const borneOut = claims.filter(isBorneOut)
  const lines = borneOut.map((claim): SectionLine => {
    const citations = surveyCitations(claim, options.sources)
    const page = citations[0]?.page ?? null
    return { section, page, text: claim.text, by: model.info.id, verdict: claim.verdict, citations }
  })
  const isCut = claims.length === 0 || borneOut.length < claims.length
  return isCut ? [...lines, ...own.slice(0, 1)].toSorted(byPlace) : lines
}

/** "Article 264 [S1]" tells nothing. */
const WORDS_AT_LEAST = 4
/** Words of a sentence that must stand in one place of the document. */
const BORNE_OUT = 0.7

/**
 * In other words than those of the document a sentence is kept where one place has most of its words: small models run two
 * into one ("hired on 3 May 2021 to rent a house due in June"), and each half then stands somewhere.
 */
function isBorneOut(claim: Claim): boolean {
  if (isInDoubt(claim) || contentWords(claim.text).length < WORDS_AT_LEAST) return false
  if (claim.verdict !== 'unchecked') return isConfirmed(claim)
  const quotes = claim.citations.flatMap((citation) => ('quote' in citation ? citation.quote : []))
  return !isAbstention(claim.text) && quotes.some((quote) => aboutness(quote, [claim.text]) >= BORNE_OUT)
}

async function draftSection(
  { extract, sources, lexicon, show }: SectionOptions,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly Claim[]> {
  const shown = extract.read.map((source) => show(source, source.read))
  const text = shown.map(({ source, where, text: words }) => `[${source}] ${where}\n${words}`).join('\n\n')
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: `${text}\n\nSummarise this part in one or two sentences.` },
  ]
  const marks = extract.read.map(({ source }) => source)
  const grammar = answerGrammar(marks, false, { atLeast: 1, atMost: SENTENCES_AT_MOST })
  let written = ''
  for await (const item of model.generate({ turns, maxTokens: MOST_TOKENS, seed: 0, grammar }, signal))
    written += item.text
  return createClaimStream({ sources, question: '', lexicon, show }).ended(written)
}

function ownLine({ source, start, end, text }: Extracted, section: string): SectionLine {
  const { document, documentId, page, textVersion } = source
  const place = { document, documentId, reference: null, page, start, end, quote: text }
  const citations = textVersion === null ? [] : [{ source: source.source, ...place, textVersion }]
  return { section, page, text, by: null, verdict: 'verbatim', citations }
}

function byPlace(one: SectionLine, other: SectionLine): number {
  return (one.citations[0]?.start ?? 0) - (other.citations[0]?.start ?? 0)
}
