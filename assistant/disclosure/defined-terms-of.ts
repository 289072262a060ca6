import type { Source } from '../../contract/answers/answer.ts'
import { definedTermsIn } from '../../disclosure/identifiers/defined-terms.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** What each text defines, which never changes, as long as its matter is open. */
const read = new WeakMap<OpenMatter['store'], Map<number, readonly string[]>>()

/** The terms that the documents of these sources define: a passage uses "Insurance Rent" pages behind its definition. */
export function definedTermsOf(sources: readonly Source[], { store }: Pick<OpenMatter, 'store'>): readonly string[] {
  const ids = new Set(sources.flatMap((source) => (source.kind === 'passage' ? [source.documentId] : [])))
  const known = read.get(store) ?? new Map<number, readonly string[]>()
  read.set(store, known)
  return store.documents.list(null).flatMap(({ documentId, textVersionId }) => {
    if (!ids.has(documentId) || textVersionId === null) return []
    const terms = known.get(textVersionId) ?? termsOfText(store, textVersionId)
    known.set(textVersionId, terms)
    return terms
  })
}

function termsOfText({ pages }: OpenMatter['store'], textVersionId: number): readonly string[] {
  const texts = pages.list(textVersionId).map(({ page }) => pages.part(textVersionId, page)?.text ?? '')
  return definedTermsIn(texts.join('\n'))
}
