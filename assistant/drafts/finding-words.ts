import type { Finding } from '../../contract/drafts/draft-check.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { oneLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'

/** "Page 3, paragraph 7": where a finding is in its draft; empty where that is not known. */
export function placeWords({ page, paragraph }: Pick<Finding, 'page' | 'paragraph'>): string {
  if (page === null) return paragraph === '' ? '' : t('draftCheck.paper.paragraphOnly', { paragraph })
  const ofPage = String(page)
  if (paragraph === '') return t('draftCheck.paper.pageOnly', { page: ofPage })
  return t('draftCheck.paper.place', { page: ofPage, paragraph })
}

/** "Quotation, contradicted": what was looked at, and the verdict on it. */
export function findingWords({ kind, verdict }: Pick<Finding, 'kind' | 'verdict'>): string {
  return sentenceCase(`${t(`draftCheck.kinds.${kind}`)}, ${t(`draftCheck.verdicts.${verdict}`)}`)
}

/** What the page says instead, and where; null where nothing does. */
export function insteadWords({ instead, citations }: Pick<Finding, 'instead' | 'citations'>): string | null {
  const [first] = citations
  if (instead === null || !first) return null
  return t('draftCheck.paper.page', { words: oneLine(instead), place: citedWords(first) })
}

/** A document with its page, behind its reference library where it is of one. */
export function citedWords({ document, page, reference }: Finding['citations'][number]): string {
  return [reference, document, pageWords(document, page)].filter(Boolean).join(', ')
}
