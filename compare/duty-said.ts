import { isFunctionWord } from '../text/function-words.ts'
import { splitSentences } from '../text/sentences.ts'
import { type Saying, shortened } from './change.ts'

/** Who must, may or must not do what, in an English clause: "The Landlord shall repair the roof". */
const DUTY =
  /^(?:(?:the|each|every|either|any|this|such|a|an)\s+)?(?<party>\p{Lu}[\p{L}’'&-]*(?:\s(?:and|or|of|&)?\s?\p{Lu}[\p{L}’'&-]*){0,4}|receiving party|disclosing party|parties|party|tenant|landlord|recipient|supplier|buyer|seller|employee|employer)\s+(?:hereby\s+)?(?<modal>(?:shall|must|may|will)\s+not|shall|must|will|may|agrees? (?:not )?to|undertakes? (?:not )?to|is (?:not )?entitled to)\s+(?<act>\S.*)/isu
const MOST_WORDS = 9
const CLAUSE_END = /[,.;:()]/

/** What a clause does, where its first sentence says so plainly; null where it does not. `words`: without its number. */
export function dutySaid(words: string, isNew: boolean): Saying | null {
  const [first] = splitSentences(words)
  const sentence = first ? words.slice(first.start, first.end) : words
  const { party, modal, act } = DUTY.exec(sentence.replace(/\s+/g, ' '))?.groups ?? {}
  if (party === undefined || modal === undefined || act === undefined) return null
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
