import { type Finding, isToCompare } from '../../contract/drafts/draft-check.ts'
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
export function findingWords(finding: Pick<Finding, 'kind' | 'verdict' | 'citations'>): string {
  const { kind, verdict } = finding
  const outcome = isToCompare(finding) ? t('draftCheck.compare') : t(`draftCheck.verdicts.${verdict}`)
  return sentenceCase(`${t(`draftCheck.kinds.${kind}`)}, ${outcome}`)
}

/** The words of the page that say otherwise, or that are to be compared; null where there are none. */
export function pageSays(finding: Pick<Finding, 'verdict' | 'instead' | 'citations'>): string | null {
  return finding.instead ?? (isToCompare(finding) ? (finding.citations[0]?.quote ?? null) : null)
}

/** The same with where it is. */
export function pageSaysWords(finding: Pick<Finding, 'verdict' | 'instead' | 'citations'>): string | null {
  const words = pageSays(finding)
  const [first] = finding.citations
  if (words === null || !first) return null
  return t('draftCheck.paper.page', { words: oneLine(words), place: citedWords(first) })
}

/** A document with its page, behind its reference library where it is of one. */
export function citedWords({ document, page, reference }: Finding['citations'][number]): string {
  return [reference, document, pageWords(document, page)].filter(Boolean).join(', ')
}
