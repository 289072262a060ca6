import { quoteWords } from '../../checks/quotes/quote-words.ts'
import { type Highlight, QUOTE_CHARACTERS } from '../../contract/highlight.ts'
import { pageWords } from '../../contract/page-unit.ts'
import type { StoredHighlight } from '../../store/matter/highlights.ts'
import { wordsOf } from '../../library/search/question-words.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { PaperBlock } from '../paper/paper-block.ts'
import { around, findMarked, pagesOf } from '../reading/follow-highlights.ts'
import { findDocument } from './find-document.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { t } from '../../wording/translate.ts'

type Made = Pick<StoredHighlight, 'note' | 'isEvidence' | 'madeAt' | 'madeBy'>
type Span = { readonly start: number; readonly end: number }

/** Marks whole words of the text that a document shows. Throws `WRONG_USE` where there are none, or too many. */
export function addHighlight(matter: OpenMatter, document: string, span: Span, made: Made): Highlight {
  const { store } = matter
  const { documentId, textVersionId } = shownText(matter, document)
  const text = store.pages.wholeText(textVersionId)
  const { start, end } = wholeWords(text, span)
  const quote = text.slice(start, end)
  if (quoteWords(quote).length === 0) throw new Failure('WRONG_USE', message('failures.documents.noWordsToHighlight'))
  if (quote.length > QUOTE_CHARACTERS)
    throw new Failure(
      'WRONG_USE',
      message('failures.documents.highlightTooLong', { most: QUOTE_CHARACTERS, count: quote.length }),
    )
  const place = { start, end, page: pagesOf(store, textVersionId)(start) }
  const added = store.highlights.add({ documentId, quote, ...around(text, place), ...made, place })
  return shown(matter, added)
}

/** So far a word is followed; what is longer is no word. */
const WORD_CHARACTERS = 200

/** A part of a text without the white space around it, and with all of the words that it cuts in two. */
function wholeWords(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const to = from + part.trim().length
  if (from >= to) return { start, end: start }
  return { start: wordAround(text, from)?.start ?? from, end: wordAround(text, to)?.end ?? to }
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:/]\p{N}+)*/gu

/** The word, or the number such as 7.2, that an offset cuts in two; null where it cuts none. */
function wordAround(text: string, at: number): Span | null {
  const from = Math.max(0, at - WORD_CHARACTERS)
  for (const { 0: word, index } of text.slice(from, at + WORD_CHARACTERS).matchAll(WORD)) {
    const start = from + index
    if (start < at && start + word.length > at) return { start, end: start + word.length }
  }
  return null
}

/** Refuses offsets that were counted in another text than the document shows now. */
export function refuseOtherText(matter: OpenMatter, document: string, textVersion: number): void {
  const { document: name, textVersionId } = shownText(matter, document)
  if (textVersion !== textVersionId)
    throw new Failure('WRONG_USE', message('failures.documents.readAgainSince', { document: name }))
}

type Wanted = { readonly words: string; readonly page: number | null }

/** The first place of words in the text of a document, or on a page of it. Throws `WRONG_USE` where they are not found. */
export function findWords(matter: OpenMatter, document: string, { words, page }: Wanted): Span {
  const row = shownText(matter, document)
  const part = page === null ? null : matter.store.pages.part(row.textVersionId, page)
  if (page !== null && part === null)
    throw new Failure('WRONG_USE', message('failures.documents.pageNotThere', { document: row.document, page }))
  const from = part?.start ?? 0
  const text = part?.text ?? matter.store.pages.wholeText(row.textVersionId)
  const found = findMarked(quoteWords(text), { quote: words, before: '', behind: '', share: 0 })
  if (!found)
    throw new Failure(
      'WRONG_USE',
      page === null
        ? message('failures.documents.wordsNotFound', { document: row.document })
        : message('failures.documents.wordsNotOnPage', { document: row.document, page }),
    )
  return { start: from + found.start, end: from + found.end }
}

/** In the order of the documents and of their text, without a place last; `words`: those whose quote or note has all of them. */
export function listHighlights(matter: OpenMatter, document: string | null, words: string): readonly Highlight[] {
  const documentId = document === null ? undefined : findDocument(matter, document).documentId
  const wanted = wordsOf(words)
  const stored = Map.groupBy(matter.store.highlights.list(documentId), (one) => one.documentId)
  return [...stored]
    .flatMap(([id, ofDocument]) => shownOfDocument(matter, id, ofDocument))
    .filter(({ quote, note }) => wanted.every((word) => `${quote} ${note}`.toLowerCase().includes(word)))
    .toSorted(
      (one, other) =>
        one.document.localeCompare(other.document) || (one.place?.start ?? Infinity) - (other.place?.start ?? Infinity),
    )
}

export function shown(matter: Pick<OpenMatter, 'store'>, stored: StoredHighlight): Highlight {
  const [one] = shownOfDocument(matter, stored.documentId, [stored])
  return one as Highlight
}

function shownOfDocument(
  { store }: Pick<OpenMatter, 'store'>,
  documentId: string,
  highlights: readonly StoredHighlight[],
): readonly Highlight[] {
  const { document, textVersionId } = store.documents.get(documentId, null)
  const pages = textVersionId === null ? [] : store.pages.list(textVersionId)
  const labels = new Map(pages.map(({ page, label }) => [page, label]))
  return highlights.map(({ id, quote: words, note, isEvidence, madeAt, madeBy, place }) => {
    // Where one page ends and the next begins, the text has a form feed, which nothing shows.
    const quote = words.replaceAll('\f', '\n')
    const found = { highlightId: id, documentId, document, quote, note, isEvidence, madeAt, madeBy }
    if (place === null || textVersionId === null) return { ...found, place: null }
    const section = store.passages.at(textVersionId, place.start)?.section ?? ''
    return { ...found, place: { ...place, label: labels.get(place.page) ?? null, section } }
  })
}

/** Highlights as they are read on paper: by document, each with its page, its words and its note. */
export function highlightsOnPaper(title: string, highlights: readonly Highlight[]): readonly PaperBlock[] {
  const byDocument = Object.values(Object.groupBy(highlights, ({ document }) => document))
  return [
    { kind: 'question', text: title },
    ...byDocument.flatMap((group = []): PaperBlock[] => [
      { kind: 'heading', text: group[0]?.document ?? '' },
      ...group.flatMap(onPaper),
    ]),
  ]
}

function onPaper({ document, quote, note, isEvidence, place }: Highlight, at: number): PaperBlock[] {
  const where = place === null ? t('highlights.lost') : placeWords(document, place)
  const kept = isEvidence ? [{ kind: 'small' as const, text: t('highlights.paper.evidence') }] : []
  return [
    { kind: 'source', mark: String(at + 1), where, quote },
    ...(note === '' ? [] : [{ kind: 'note' as const, text: note }]),
    ...kept,
  ]
}

function placeWords(document: string, { page, label, section }: NonNullable<Highlight['place']>): string {
  return [pageWords(document, page, label), section].filter((part) => part !== '').join(', ')
}

function shownText(matter: OpenMatter, document: string) {
  const row = findDocument(matter, document)
  if (row.textVersionId === null)
    throw new Failure('WRONG_USE', message('failures.documents.notReadForHighlights', { document: row.document }))
  return { ...row, textVersionId: row.textVersionId }
}
