import type { Passage } from './passage.ts'

/** How much of a document's beginning is indexed with each of its passages: names and dates that tell it from its kin. */
export const DOCUMENT_HEAD_CHARACTERS = 300

export type IndexPrefix = {
  readonly title: string
  /** The first characters of the document's text (`documentHead`). */
  readonly head: string
}

/**
 * What is indexed and embedded for a passage: title, document head, section path, then the passage. The prefix decides
 * retrieval (`ingestion.md` section 9); it is never stored as quotable text.
 */
export function indexText(passage: Passage, prefix: IndexPrefix): string {
  // Also in front of the first passage, which holds it: without it medical hit@1 fell from .536 to .425.
  const head = prefix.head.replace(/\s+/g, ' ')
  return [prefix.title, head, passage.mainSection, passage.tableHead ?? '', passage.text]
    .filter((part) => part !== '')
    .join('\n')
}

/** The first characters of a text, cut at a word and never inside a surrogate pair. */
export function documentHead(text: string): string {
  const head = text.slice(0, DOCUMENT_HEAD_CHARACTERS)
  if (head.length === text.length) return head
  const space = head.search(/\s\S*$/)
  if (space > DOCUMENT_HEAD_CHARACTERS / 2) return head.slice(0, space)
  return head.isWellFormed() ? head : head.slice(0, -1)
}
