import type { Claim, PassageSource } from '../../contract/answers/answer.ts'
import type { CompleteSummaryInput, SummaryEvent, SummaryLine } from '../../contract/answers/survey.ts'
import type { LanguageModel, Turn } from '../../models/language-model.ts'
import type { Passage } from '../../store/matter/passages.ts'
import { createShowSource, type ShowSource } from '../answers/draft/prompt-source.ts'
import { isShown, type SurveyedDocument, surveyedDocuments } from '../documents/find-document.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { createSurveyProgress, surveyCitations, surveyKey, type SurveyOptions } from './survey-work.ts'
import {
  documentWords,
  type DocumentWords,
  type Extracted,
  extractSection,
  type SectionExtract,
  sentencesOf,
} from './extract-section.ts'
import { aboutness } from '../../checks/aboutness.ts'
import { contentWords } from '../../text/words.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import { isConfirmed, isInDoubt } from '../../contract/answers/confirmed.ts'
import { answerGrammar } from '../answers/draft/answer-grammar.ts'
import { createClaimStream } from '../answers/claims/claim-stream.ts'
import { isAbstention } from '../../checks/abstention.ts'

type SummaryOptions = SurveyOptions & {
  /** Null: the document's own sentences alone. */
  readonly model: LanguageModel | null
}

type Wanted = Pick<CompleteSummaryInput, 'document' | 'fresh'>
type KeptSection = { readonly lines: readonly SectionLine[] }

/** Raised when sections come to be told otherwise: those of before are then told anew. */
const WAY = 2

/**
 * Tells a document section by section, extract first and then word; what is told of a section is in the store before it is
 * given out, so that the same call goes on after a kill. An abort ends it, keeping what it has.
 */
export async function* makeSummary(
  { document, fresh }: Wanted,
  options: SummaryOptions,
  signal: AbortSignal,
): AsyncGenerator<SummaryEvent, void, void> {
  const { matter, model } = options
  const startedMs = performance.now()
  const { documents, notRead } = surveyedDocuments(matter, [document])
  const progress = createSurveyProgress(documents.reduce((sum, { passages }) => sum + passages, 0))
  const totals = { lines: 0, extracted: 0 }
  const used = model && { id: model.info.id, sha256: model.info.sha256 }
  const end = (stopped: boolean): SummaryEvent => {
    matter.store.ledger.append('summary-made', {
      documents: documents.map(({ documentId, textVersionId }) => ({ documentId, textVersion: textVersionId })),
      ...totals,
      model: used,
      stopped,
    })
    const seconds = (performance.now() - startedMs) / 1000
    const counts = { documents: documents.length, ...totals, pagesWithoutText: pagesWithoutText(options, documents) }
    return { type: 'summary-end', ...progress.now, ...counts, notRead: [...notRead], seconds, stopped, model: used }
  }
  try {
    for (const shown of documents) {
      const sections = sectionsOf(shown, options)
      if (fresh) for (const { key } of sections) matter.store.surveyCells.forget({ ...shown, key })
      for (const section of sections) {
        yield progress.event(shown.document)
        const { lines, wasKept } = await findOrWrite(section, shown, options, signal)
        progress.passagesDone(section.sources.length, wasKept)
        for (const line of lines) {
          yield { type: 'line', index: totals.lines, ...line, wasKept }
          totals.lines += 1
          if (line.by === null) totals.extracted += 1
        }
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
    yield end(true)
    return
  }
  yield end(false)
}

type ToldSection = {
  /** Under which it is kept. */
  readonly key: string
  readonly section: string
  readonly sources: readonly PassageSource[]
  readonly words: DocumentWords
}

function sectionsOf(shown: SurveyedDocument, { matter: { store }, model }: SummaryOptions): readonly ToldSection[] {
  const { documentId, document, textVersionId } = shown
  const ocrPages = new Set(
    store.pages.list(textVersionId).flatMap(({ page, state }) => (state === 'ocr' ? [page] : [])),
  )
  const sections = summarySections(store.passages.list(textVersionId)).map(({ section, passages }) => ({
    section,
    sources: passages.map(({ page, start, end, section: own, text }, at): PassageSource => {
      const place = { documentId, document, page, start, end, section: own, text, textVersion: textVersionId }
      const byOcr = ocrPages.has(page)
      return { kind: 'passage', source: `S${at + 1}`, ...place, reference: null, score: 1, byOcr, read: null }
    }),
  }))
  const words = documentWords(sections.flatMap(({ sources }) => sources.flatMap(sentencesOf)).map(({ text }) => text))
  return sections.map(({ section, sources }) => {
    const span = [sources[0]?.start ?? 0, sources.at(-1)?.end ?? 0]
    return { section, sources, words, key: surveyKey('section', [WAY, model?.info.sha256 ?? 'none', ...span]) }
  })
}

async function findOrWrite(
  { section, sources, words: told, key }: ToldSection,
  shown: SurveyedDocument,
  { matter, model, foreground, words }: SummaryOptions,
  signal: AbortSignal,
): Promise<KeptSection & { readonly wasKept: boolean }> {
  const { surveyCells, pages } = matter.store
  const place = { ...shown, key }
  // A person who waits for an answer goes first.
  await foreground.idle(signal)
  const kept = surveyCells.find(place) as KeptSection | null
  if (kept) return { lines: kept.lines.map((line) => named(line, shown.document)), wasKept: true }
  const extract = extractSection(sources, told)
  const lexicon = lexiconOf(await words())
  const show = createShowSource(pages)
  const lines = await writeSection({ section, sources, extract, model, lexicon, show }, signal)
  if (isShown(matter, shown)) surveyCells.keep(place, { lines })
  return { lines, wasKept: false }
}

/** The document may have another name by now. */
function named(line: SectionLine, document: string): SectionLine {
  return { ...line, citations: line.citations.map((citation) => ({ ...citation, document })) }
}

function pagesWithoutText({ matter }: SummaryOptions, documents: readonly SurveyedDocument[]): number {
  return documents.reduce((sum, { textVersionId }) => {
    const pages = matter.store.pages.list(textVersionId)
    return sum + pages.filter(({ state }) => state === 'empty' || state === 'failed').length
  }, 0)
}

/** Passages that are told of together, in reading order. */
type SummarySection = { readonly section: string; readonly passages: readonly Passage[] }

/** So much of a section is told of in one go; what is shorter is told of together with what follows. */
const CHARACTERS = { atLeast: 700, atMost: 3000 }

/** The sections of a document, long ones in several runs of passages, short ones together. Every passage is in one. */
function summarySections(passages: readonly Passage[]): readonly SummarySection[] {
  const sections: { readonly section: string; readonly passages: Passage[]; characters: number }[] = []
  for (const passage of passages) {
    const last = sections.at(-1)
    const length = passage.end - passage.start
    const fits = last && last.characters + length <= CHARACTERS.atMost
    if (fits && (last.section === passage.section || last.characters < CHARACTERS.atLeast)) {
      last.passages.push(passage)
      last.characters += length
    } else sections.push({ section: passage.section, passages: [passage], characters: length })
  }
  return sections.map(({ section, passages: own }) => ({ section, passages: own }))
}

/** A line as it is kept, under its section. */
type SectionLine = Omit<SummaryLine, 'index' | 'wasKept'>

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
async function writeSection(options: SectionOptions, signal: AbortSignal): Promise<readonly SectionLine[]> {
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
