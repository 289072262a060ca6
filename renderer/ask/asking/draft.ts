const MARKS = /\s?\[[A-Z]\d+\]/g
/** A mark whose end has not come yet. */
const HALF_MARK = /\s?\[[A-Z]?\d*$/

/** Text without its source marks, which stand beside it as links. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, '').replace(HALF_MARK, '').replace(/\s+/g, ' ').trim()
}

/** What is left of the draft once one of its sentences has come as a claim. */
export function draftAfterClaim(draft: string, claim: string): string {
  const wanted = letters(withoutMarks(claim))
  let seen = ''
  let at = 0
  while (at < draft.length && seen.length < wanted.length) {
    const mark = /^\s?\[[A-Z]\d+\]/.exec(draft.slice(at))
    if (mark) at += mark[0].length
    else seen += letters(draft[at++] ?? '')
  }
  if (seen !== wanted) return draft.slice(firstSentenceLength(draft))
  return draft.slice(at).replace(/^(\s?\[[A-Z]\d+\]|[.!?,;:”’")\s])+/, '')
}

/** The sentences of a draft: those that are complete and wait to be checked, then the one that is being written. */
export function draftSentences(draft: string): { readonly complete: readonly string[]; readonly writing: string } {
  const complete: string[] = []
  let rest = draft.trimStart()
  for (let length = firstSentenceLength(rest); length < rest.length; length = firstSentenceLength(rest)) {
    complete.push(withoutMarks(rest.slice(0, length)))
    rest = rest.slice(length)
  }
  return { complete, writing: withoutMarks(rest) }
}

/** A sentence ends with its marks, before or behind the full stop; without marks, where a stop is followed by a new word. */
function firstSentenceLength(draft: string): number {
  const end = /((\s?\[[A-Z]\d+\])+[.!?]?|[.!?]["”’)]?)\s+(?=[^\s[])/.exec(draft)
  return end ? end.index + end[0].length : draft.length
}

function letters(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? []).join('')
}
