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
  const clause = act.slice(0, Math.max(0, CLAUSE_END.exec(act)?.index ?? act.length)).trim()
  const words = (clause === '' ? act : clause).split(' ')
  const kept = words.slice(0, MOST_WORDS).join(' ')
  return shortened(
    words.length > MOST_WORDS || clause.length < act.trim().replace(/[.;]$/, '').length ? `${kept} …` : kept,
  )
}
