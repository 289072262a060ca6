const LONGEST_HEADING = 100
const LONGEST_CAPITALS = 80
/** Below the numbered ones: a line in bold is often the name of an item ("**2. March 2022: …**"). */
const BOLD_LEVEL = 4

/** "ARTICLE IV", "Schedule 2 - Fees", "PART A". */
const NAMED =
  /^(article|part|chapter|title|schedule|exhibit|annex|appendix|section|sec\.?)\s+([ivxlc]+|\d+(\.\d+)*|[a-z])\b\.?(?<title>.*)$/i
/** "7.2 Notices", "1. Definitions"; the title starts with a capital. */
const NUMBERED = /^(?<number>\d{1,3}(\.\d{1,3}){0,4})\.?\)?\s+(?<title>\p{Lu}.*)$/u

/**
 * Level of a line of plain text that is a heading of a contract, statute or reportby its form: 1 for an
 * article or a line in capitals, 2 for a section or "7.", 3 for "7.2"; null when it is none. Only the line itself is looked at: the caller says whether it stands where a heading may stand.
 */
export function clauseHeadingLevel(line: string): number | null {
  const bold = /^\*\*([^*]+)\*\*$/.exec(line.trim())?.[1]?.trim()
  const text = bold ?? line.trim()
  if (text.length < 3 || text.length > LONGEST_HEADING || !/\p{L}/u.test(text)) return null
  if (isSentence(text)) return null
  return namedLevel(text) ?? numberedLevel(text) ?? capitalsLevel(text) ?? (bold === undefined ? null : BOLD_LEVEL)
}

/** A sentence or an item of a list, not a title. */
function isSentence(text: string): boolean {
  return /[.;:,]$/.test(text) && !isCapitals(text)
}

function namedLevel(text: string): number | null {
  const named = NAMED.exec(text)
  if (!named || !isTitle(named.groups?.title ?? '')) return null
  return /^sec/i.test(text) ? 2 : 1
}

function numberedLevel(text: string): number | null {
  const { number, title } = NUMBERED.exec(text)?.groups ?? {}
  return number !== undefined && title !== undefined && isTitle(title) ? 1 + number.split('.').length : null
}

function capitalsLevel(text: string): number | null {
  return text.length <= LONGEST_CAPITALS && isCapitals(text) && !/[;,]$/.test(text) ? 1 : null
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return (
    letters >= 4 &&
    letters >= text.replace(/\s/g, '').length * 0.6 &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase()
  )
}

/** Titles are short and have no verb we could test for; a lower-case run of many words is a sentence. */
function isTitle(text: string): boolean {
  const words = text
    .replace(/^[\s.:\u2013\u2014-]+/, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const capitalised = words.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length
  return words.length <= 4 || capitalised >= words.length / 2
}
