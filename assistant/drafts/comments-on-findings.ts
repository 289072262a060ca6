import type { Finding } from '../../contract/drafts/draft-check.ts'
import { pageWords } from '../../contract/page-unit.ts'
import type { DocumentComment } from '../../library/write/comment-docx.ts'
import { messageText } from '../../wording/message-text.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { isAccusing } from '../../checks/draft/draft-finding.ts'

/** A comment for each finding that says that something is wrong and was not dismissed, at the words that are wrong. */
export function commentsOn(
  findings: readonly Finding[],
  { at, by }: { readonly at: string; readonly by: string },
): readonly DocumentComment[] {
  return findings
    .filter((finding) => isAccusing(finding) && finding.decision?.state !== 'dismissed')
    .map((finding) => {
      const { words, start, end } = finding
      const from = Math.min(...words.map((one) => one.start), words.length > 0 ? end : start)
      const to = Math.max(...words.map((one) => one.end), words.length > 0 ? from : end)
      return { start: from, end: to, text: commentText(finding), author: by, date: at }
    })
}

function commentText({ kind, verdict, said, instead, citations, decision }: Finding): string {
  const [first] = citations
  const place = first ? [first.reference, first.document, pageWords(first.document, first.page)].filter(Boolean) : []
  const lines = [
    `${sentenceCase(`${t(`draftCheck.kinds.${kind}`)}, ${t(`draftCheck.verdicts.${verdict}`)}`)}. ${said ? messageText(said) : ''}`.trim(),
    ...(instead === null
      ? []
      : [t('draftCheck.paper.page', { words: instead.replaceAll(/\s+/g, ' ').trim(), place: place.join(', ') })]),
    ...(decision && decision.note !== '' ? [decision.note] : []),
  ]
  return lines.join('\n')
}
