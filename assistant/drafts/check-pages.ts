import { checkSentence } from '../../checks/draft/check-sentence.ts'
import { bareSentence } from '../../checks/draft/bare-sentence.ts'
import type { DraftFound } from '../../checks/draft/draft-finding.ts'
import { isConfirming } from '../../contract/drafts/draft-check.ts'
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

/** Whether the words of a sentence are on the page that it gives for them, where it is clear which document is meant, and it has pages. */
export function createCheckPages(matter: OpenMatter, evidence: DraftEvidence) {
  const { store } = matter
  const read = new Map<number, readonly NumberedPage[]>()
  const pagesOf = (textVersionId: number) => {
    const pages = read.get(textVersionId) ?? numberedPages(store.pages.text(textVersionId))
    read.set(textVersionId, pages)
    return pages
  }
  let known: readonly Named[] | null = null
  const documents = () => (known ??= namedDocuments(matter))

  /** The one document that is called so; where none is named, the one that has the sentence. */
  function meant({ document: words }: PageCitation, cited: ReadonlySet<string>): Named | null {
    const called =
      words.length === 0
        ? documents().filter(({ documentId }) => cited.has(documentId))
        : documents().filter(({ document, head }) => isCalled(words, documentTitle(document), head))
    const among = called.length > 1 ? called.filter(({ documentId }) => cited.has(documentId)) : called
    return among.length === 1 ? (among[0] ?? null) : null
  }

  /** Whether the sentence, or what it quotes, is on one of the pages. */
  function isOn(pages: readonly number[], { documentId, document, textVersionId }: Named, what: Sought): boolean {
    return pagesOf(textVersionId).some(({ page, numbers, text }) => {
      if (!numbers.some((number) => pages.includes(number))) return false
      if (what.quotes.some((quote) => standsIn(quote, text))) return true
      const source = { source: `${documentId} page ${page}`, text, context: document }
      const options = { sources: [source], placesOf: evidence.placesOf, naming: () => evidence.naming(undefined) }
      const { verdict } = checkSentence(what.bare, { ...options, lexicon: evidence.lexicon, isWholeSearch: true })
      return isConfirming(verdict)
    })
  }

  return (sentence: string, found: readonly DraftFound[], { passages }: FoundPassages): readonly DraftFound[] => {
    // That an authority is named somewhere says nothing of where the sentence is from.
    const standing = found.flatMap((one) => (isConfirming(one.verdict) && one.kind !== 'authority' ? one.at : []))
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
      const last = Math.max(document.pages, ...pagesOf(document.textVersionId).flatMap(({ numbers }) => numbers))
      if (Math.max(...citation.pages) > last) {
        const said = { code: 'noPage' as const, count: document.pages, document: document.document }
        return [{ ...base, verdict: 'contradicted', said, at: [] }]
      }
      const here = places.find(({ passage, page }) => passage.documentId === document.documentId && page !== null)
      if (!here || here.page === null) return []
      const at = standing.filter(({ source }) => source === here.source)
      const sought = { bare: bareSentence(sentence).text, quotes: [here.quote] }
      if (citation.pages.includes(here.page) || isOn(citation.pages, document, sought))
        return [{ ...base, words: [], verdict: 'verbatim', said: null, at }]
      const said = { code: 'otherPage' as const, page: here.page, document: document.document }
      return [{ ...base, verdict: 'contradicted', said, instead: here.quote, at }]
    })
  }
}

function namedDocuments({ store }: OpenMatter): readonly Named[] {
  return store.documents.list(null).flatMap(({ documentId, document, pages, textVersionId }) => {
    if (textVersionId === null) return []
    const head = documentHead(store.pages.slice(textVersionId, 0, 600))
    return [{ documentId, document, pages, textVersionId, head }]
  })
}

/** `numbers`: what it may be cited by, its count in the file and the numbers that are printed on it. */
type NumberedPage = { readonly page: number; readonly numbers: readonly number[]; readonly text: string }

/** "Page 5 of 8", or a number alone at the head or foot. */
const PRINTED =
  /(?:^|\n)[^\n]{0,80}\bpage (?<said>\d{1,4})(?: of \d{1,4})?\s*$|^\s*(?:page )?(?<head>\d{1,4})\s*(?:\n|$)|\n\s*(?:[-–]\s*)?(?<foot>\d{1,4})\s*(?:[-–]\s*)?$/iu

type Printed = { readonly sure: readonly number[]; readonly alone: number | null }

/** A number alone at an edge is that of the page where the page beside it goes on with it; else it may be the last cell of a table. */
function numberedPages(pages: ReturnType<OpenMatter['store']['pages']['text']>): readonly NumberedPage[] {
  const printed = pages.map(printedOn)
  const goesOn = (at: number, number: number) =>
    [-1, 1].some((by) => printed[at + by]?.alone === number + by || printed[at + by]?.sure.includes(number + by))
  return pages.flatMap(({ page, text }, at) => {
    const { sure, alone } = printed[at] ?? { sure: [], alone: null }
    if (page === null) return []
    return [{ page, text, numbers: [page, ...sure, ...(alone !== null && goesOn(at, alone) ? [alone] : [])] }]
  })
}

function printedOn({ label, text }: { readonly label: string | null; readonly text: string }): Printed {
  const { said, head, foot } = PRINTED.exec(text)?.groups ?? {}
  const alone = Number(head ?? foot)
  return { sure: [label, said].map(Number).filter((number) => number > 0), alone: alone > 0 ? alone : null }
}

type Sought = { readonly bare: string; readonly quotes: readonly string[] }
