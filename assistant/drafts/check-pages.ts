import { checkSentence } from '../../checks/draft/check-sentence.ts'
import { bareSentence } from '../../checks/draft/bare-sentence.ts'
import { type DraftFound, isConfirmed } from '../../checks/draft/draft-finding.ts'
import { isCalled, type PageCitation, pageCitations } from '../../checks/draft/page-citations.ts'
import { standsIn } from '../../checks/quotes/align-words.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { DocumentRow } from '../../store/matter/document-rows.ts'
import { documentTitle } from '../../library/search/document-title.ts'
import { documentHead } from '../../library/split/passage.ts'
import { type DraftEvidence, type FoundPassages, pageOf } from './draft-evidence.ts'

/** A document is called by its name, or by a word of its first lines. */
type Named = Pick<DocumentRow, 'documentId' | 'document' | 'pages'> & {
  readonly textVersionId: number
  readonly head: string
}

/** Whether the words of a sentence stand on the page that it gives for them, where the document can be told and has pages. */
export function createCheckPages(matter: OpenMatter, evidence: DraftEvidence) {
  const { store } = matter
  let known: readonly Named[] | null = null
  const documents = () =>
    (known ??= store.documents.list(null).flatMap(({ documentId, document, pages, textVersionId }) => {
      if (textVersionId === null) return []
      return [
        { documentId, document, pages, textVersionId, head: documentHead(store.pages.slice(textVersionId, 0, 600)) },
      ]
    }))

  /** The one document that is called so; where none is named, the one that the sentence stands in. */
  function meant({ document: words }: PageCitation, cited: ReadonlySet<string>): Named | null {
    const called =
      words.length === 0
        ? documents().filter(({ documentId }) => cited.has(documentId))
        : documents().filter(({ document, head }) => isCalled(words, documentTitle(document), head))
    const among = called.length > 1 ? called.filter(({ documentId }) => cited.has(documentId)) : called
    return among.length === 1 ? (among[0] ?? null) : null
  }

  /** Whether the sentence, or what it quotes, stands on one of the pages. */
  function isOn(pages: readonly number[], { documentId, document, textVersionId }: Named, what: Sought): boolean {
    return store.pages.text(textVersionId).some(({ page, label, text }) => {
      if (page === null || !numbersOf({ page, label, text }).some((number) => pages.includes(number))) return false
      if (what.quotes.some((quote) => standsIn(quote, text))) return true
      const source = { source: `${documentId} page ${page}`, text, context: document }
      const options = { sources: [source], placesOf: evidence.placesOf, naming: () => evidence.naming(undefined) }
      return isConfirmed(checkSentence(what.bare, { ...options, lexicon: evidence.lexicon, isWholeSearch: true }))
    })
  }

  return (sentence: string, found: readonly DraftFound[], { passages }: FoundPassages): readonly DraftFound[] => {
    const standing = found.flatMap((one) => (isConfirmed(one) ? one.at : []))
    const places = standing.flatMap(({ source, start, quote }) => {
      const passage = passages.get(source)
      return passage ? [{ passage, source, quote, page: pageOf(passage, start) }] : []
    })
    const cited = new Set(places.map(({ passage }) => passage.documentId))
    return pageCitations(sentence).flatMap((citation): readonly DraftFound[] => {
      const document = meant(citation, cited)
      if (!document || document.pages < 2) return []
      const { start, end } = citation.words
      const base = { kind: 'page' as const, start, end, words: [{ start, end }], instead: null }
      if (Math.max(...citation.pages) > lastNumber(document, matter)) {
        const said = { code: 'noPage' as const, count: document.pages, document: document.document }
        return [{ ...base, verdict: 'contradicted', said, at: [] }]
      }
      const here = places.find(({ passage, page }) => passage.documentId === document.documentId && page !== null)
      if (!here || here.page === null) return []
      const at = standing.filter(({ source }) => source === here.source)
      const quotes = places.map(({ quote }) => quote)
      if (
        citation.pages.includes(here.page) ||
        isOn(citation.pages, document, { bare: bareSentence(sentence).text, quotes })
      )
        return [{ ...base, words: [], verdict: 'verbatim', said: null, at }]
      const said = { code: 'otherPage' as const, page: here.page, document: document.document }
      return [{ ...base, verdict: 'contradicted', said, instead: here.quote, at }]
    })
  }
}

type NumberedPage = { readonly page: number; readonly label: string | null; readonly text: string }

/** "Page 5 of 8", or a number alone at the head or foot. */
const PRINTED =
  /(?:^|\n)[^\n]{0,80}\bpage (\d{1,4})(?: of \d{1,4})?\s*$|^\s*(?:page )?(\d{1,4})\s*(?:\n|$)|\n\s*[-–]?\s*(\d{1,4})\s*[-–]?\s*$/iu

/** What a page may be cited by: its count in the file, and the number that is printed on it. */
function numbersOf({ page, label, text }: NumberedPage): readonly number[] {
  const found = PRINTED.exec(text)
  const printed = [label, found?.[1], found?.[2], found?.[3]].map(Number).filter((number) => number > 0)
  return [page, ...printed]
}

/** The highest number that a page may be cited by: a volume begins with page 401. */
function lastNumber({ pages, textVersionId }: Named, { store }: OpenMatter): number {
  return store.pages
    .text(textVersionId)
    .flatMap(({ page, label, text }) => (page === null ? [] : numbersOf({ page, label, text })))
    .reduce((last, number) => Math.max(last, number), pages)
}

type Sought = { readonly bare: string; readonly quotes: readonly string[] }
