import { type Finding, isAccusing } from '../../contract/drafts/draft-check.ts'
import type { DocumentComment } from '../../library/write/comment-docx.ts'
import type { RedlineAuthor } from '../../library/write/redline-part.ts'
import { messageText } from '../../wording/message-text.ts'
import { findingWords, pageSaysWords } from './finding-words.ts'

/** A comment for each finding that says that something is wrong and was not dismissed, at the words that are wrong. */
export function commentsOn(findings: readonly Finding[], { name, date }: RedlineAuthor): readonly DocumentComment[] {
  return findings
    .filter((finding) => isAccusing(finding) && finding.decision?.state !== 'dismissed')
    .map((finding) => {
      const { words, start, end } = finding
      const from = Math.min(...words.map((one) => one.start), words.length > 0 ? end : start)
      const to = Math.max(...words.map((one) => one.end), words.length > 0 ? from : end)
      return { start: from, end: to, text: commentText(finding), author: name, date }
    })
}

function commentText(finding: Finding): string {
  const { said, decision } = finding
  const what = `${findingWords(finding)}. ${said ? messageText(said) : ''}`.trim()
  return [what, pageSaysWords(finding), decision?.note].filter(Boolean).join('\n')
}
