import { isDocumentWord } from '../text/document-words.ts'
import { isFunctionWord } from '../text/function-words.ts'
import { splitSentences } from '../text/sentences.ts'
import { type Saying, shortened } from './change.ts'

/** Who must, may or must not do what, in an English clause: "The Landlord shall repair the roof". */
const NAME = String.raw`\p{Lu}[\p{L}’'&-]*(?:\s(?:(?:and|or|of|&)\s)?\p{Lu}[\p{L}’'&-]*){0,4}`
const ROLE =
  '(?:receiving|disclosing|other|first|second) party|part(?:y|ies)|landlord|tenant|recipient|discloser|supplier|buyer|seller|employee|employer|contractor|client'
const DUTY = new RegExp(
  `^(?:(?:[Tt]he|[Ee]ach|[Ee]very|[Ee]ither|[Aa]ny|[Tt]his|[Ss]uch|[Aa]n?)\\s+)?(?<party>${NAME}|${ROLE})\\s+(?:hereby\\s+)?` +
    '(?<modal>(?:shall|must|may|will)\\s+not|shall|must|will|may|agrees? (?:not )?to|undertakes? (?:not )?to|(?:is|are) (?:not )?entitled to)\\s+(?<act>\\S.*)',
  'su',
)
const MOST_WORDS = 9
const CLAUSE_END = /[,.;:()]/

/** What a clause does, where its first sentence says so plainly; null where it does not. `words`: without its number. */
export function dutySaid(words: string, isNew: boolean): Saying | null {
  const [first] = splitSentences(words)
  const sentence = first ? words.slice(first.start, first.end) : words
  const { party, modal, act } = DUTY.exec(sentence.replace(/\s+/g, ' '))?.groups ?? {}
  if (party === undefined || modal === undefined || act === undefined) return null
  // "This Agreement shall be governed by": nobody's duty.
  if (isDocumentWord(party.toLowerCase()) || /^be\s/i.test(act)) return null
  const kind = /\bnot\b/i.test(modal) ? 'ban' : /may|entitled/i.test(modal) ? 'right' : 'duty'
  return { kind, isNew, party, act: beginningOf(act) }
}

function beginningOf(act: string): string {
  const whole = act.trim().replace(/[.;]$/, '')
  const clause = whole.slice(0, CLAUSE_END.exec(whole)?.index ?? whole.length).trim()
  const words = (clause === '' ? whole : clause).split(' ')
  const kept = words.slice(0, MOST_WORDS)
  if (words.length > MOST_WORDS) while (kept.length > 1 && isFunctionWord(kept.at(-1)!.toLowerCase())) kept.pop()
  const said = kept.join(' ')
  return shortened(said.length < whole.length ? `${said} …` : said)
}
