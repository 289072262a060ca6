import { t } from './translate.ts'

/** A document's name without its folders. Its ending stays: the same lease is often there as DOCX and as PDF. */
export function documentName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A source's document; one of a reference library says so and names it first. */
export function sourceName({ document, reference }: { readonly document: string; readonly reference: string | null }) {
  return reference === null
    ? documentName(document)
    : t('window.sources.reference', { library: reference, document: documentName(document) })
}

/** `Lease.pdf, page 9: “six months’ notice”`, as it is pasted into another program. `place` is empty where there are no pages. */
export function citationLine(document: string, place: string, quote: string): string {
  const where = place === '' ? document : `${document}, ${place}`
  return `${where}: “${quote.replace(/\s+/g, ' ').trim()}”`
}

/** `also in 2 other documents`: that nearly the same passage was left out; empty where none was. */
export function alsoInWords(others: readonly string[] | undefined): string {
  return others && others.length > 0 ? t('window.sources.alsoIn', { count: others.length }) : ''
}
