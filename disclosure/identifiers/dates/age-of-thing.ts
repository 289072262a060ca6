import { wordNumbersIn } from '../../../text/number-words.ts'
import type { Span } from '../../../text/spans.ts'
import { type Around, aroundOf, everyMatch, LOOKED_AT, type Pattern } from '../patterns/pattern.ts'
import { ABOUT, AGE_WORD, HAS_YEARS, PERSON, WHEN, YEARS } from './age-words.ts'

/** Contracts, buildings, firms and what else has years without being anybody, in eight languages. */
const THING =
  '(?:building|house|flat|lease|contract|company|firm|car|policy|licen[cs]e|marriage|gebäude|haus|vertrag|firma|ehe|immeuble|maison|bail|contrat|entreprise|société|contrato|arrendamiento|garantía|edificio|casa|empresa|sociedad|póliza|hipoteca|coche|matrimonio|contratto|locazione|garanzia|palazzo|impresa|azienda|società|polizza|mutuo|macchina|impianto|arrendamento|garantia|edifício|sociedade|apólice|prazo|carro|casamento|equipamento|gebouw|huis|bedrijf|huwelijk|umowa|najem|gwarancja|budynek|dom|spółka|polisa|kredyt|samochód|małżeństwo|związek)'

/** What the clause is about begins it: "in casa ha 84 anni" is of somebody. */
const CLAUSE_BEGINS =
  '(?:^|[.;:,!?(–]\\s?|(?<!\\p{L})(?:that|because|and|dass|weil|und|que|car|et|porque|y|che|perché|e|dat|omdat|że|bo|i)\\s)'
const ARTICLE =
  "(?:(?:the|this|that|our|their|der|die|das|dieses?|unser|le|la|ce|cette|notre|el|este|esta|il|lo|questo|questa|[oa]|de|het|dit|deze|ten|ta|to)\\s|l[’'])"

/** "of his father", "della società"; behind other words somebody is it: "the house owner is 93 years old". */
const OTHER_CLAUSE =
  '(?:and|und|et|y|e|ed|en|i|who|which|whose|he|she|er|sie|die|der|das|qui|dont|elle|que|ella|él|che|lei|lui|ela|ele|hij|zij|ze|która|który|ona|on)'
const WHOSE = `(?:\\s(?:of|von|der|des|du|de|del|della|dei|delle|di|do|da|dos|das|van)(?:\\s(?!${OTHER_CLAUSE}\\s)[\\p{L}’']{1,20}){1,3}|\\s(?:d|dell|de l)[’']\\p{L}{1,20})?`
const HAS = `(?:${HAS_YEARS}|is|was|ist|war|wird|a|avait|aura|est|es|era|è|é|jest|był[ao]?)`
const THING_HAS = new RegExp(`${CLAUSE_BEGINS}${ARTICLE}?${THING}(?<whose>${WHOSE})\\s${HAS}\\s${WHEN}${ABOUT}$`, 'iu')
const SOMEBODY = new RegExp(`(?<!\\p{L})(?:${PERSON}|${AGE_WORD})(?!\\p{L})`, 'iu')

/** "his wife of 40 years": years together, and no life. */
const TOGETHER = new RegExp(
  `(?<!\\p{L})(?:my|his|her|their|our|your|whose)\\s(?:(?:wife|husband|partner|spouse)|(?<perhaps>client|patient|tenant|friend))\\sof\\s(?:some\\s)?${ABOUT}$`,
  'iu',
)
/** Longer is nobody married, nor anybody's client. */
const LONGEST_TOGETHER = 60
/** "his wife of 54 years old", "of 54 years of age": a life after all. */
const OF_AGE = new RegExp(`^[\\p{L}\\d -]{1,30}?${YEARS}[ -](?:old|of age)(?!\\p{L})`, 'iu')

/**
 * Whether what stands around a number of years says that it is nobody's age: a thing's, or those of two together. "Perhaps" of "my client
 * of 15 years" and "the house of her son is 40 years old".
 */
export function isNobodys(years: string, { before, after }: Around): boolean | 'perhaps' {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return (!OF_AGE.test(years + after) && yearsTogether(years, line)) || yearsOfThing(years, line)
}

function yearsTogether(years: string, line: string): boolean | 'perhaps' {
  const match = TOGETHER.exec(line)
  if (!match || valueOf(years) > LONGEST_TOGETHER) return false
  return match.groups?.perhaps === undefined || (isFigure(years) && 'perhaps')
}

function yearsOfThing(years: string, line: string): boolean | 'perhaps' {
  const match = THING_HAS.exec(line)
  // What begins where the look begins may be within a clause.
  if (!match || (match.index === 0 && line.length >= LOOKED_AT)) return false
  if (!SOMEBODY.test(match.groups?.whose ?? '')) return true
  return isFigure(years) && valueOf(years) <= LONGEST_TOGETHER && 'perhaps'
}

/** French gauge, not a female: "catheter (18 F)". */
const GAUGED =
  /(?<!\p{L})(?:[ck]at[eé]t[eé]r|[ck]athet[eé]r|catheter|cathéter|sheath|drain|tube|foley|stent|needle|sonde?|sonda|drenaje|drenaggio|dreno|schleuse|nadel|aguja|cewnik|dren|zgłębnik|kanüle|cannula)\p{L}{0,3}\s\(\s?$/iu
const GAUGE = /^(?:[12]?\d|3[0-4])\s?F$/u

/** "Room 12/F", "lit 16/F". */
const ROOM =
  /(?<!\p{L})(?:bed|bay|room|ward|unit|flat|bett|zimmer|raum|station|lit|chambre|cama|habitación|letto|stanza|camera|quarto|kamer|łóżko|sala|pokój)\s?(?:n[°or.]{1,2}\s?)?$/iu
const ROOM_NUMBER = /^[1-8]?\d$/u

function isGaugeOrRoom(found: string, before: string): boolean {
  return (GAUGE.test(found) && GAUGED.test(before)) || (ROOM_NUMBER.test(found) && ROOM.test(before))
}

/** The pattern, but for the years that are nobody's or may be so. */
export function ofSomebody(pattern: Pattern): Pattern {
  const { judge = () => ({}) } = pattern
  return {
    ...pattern,
    judge: (found, around) =>
      isNobodys(found, around) || isGaugeOrRoom(found, around.before) ? null : judge(found, around),
  }
}

const FIGURE = new RegExp(`(?<![\\p{L}\\p{N}.,])\\d{1,2}(?=\\s${YEARS}(?!\\p{L}))`, 'giu')

/** The years of which a person decides whether they are an age. */
export function findDoubtfulYears(text: string): readonly Span[] {
  return everyMatch(text, FIGURE).flatMap(({ 0: years, index }) => {
    const span = { start: index, end: index + years.length }
    return isNobodys(years, aroundOf(text, span.start, span.end)) === 'perhaps' ? [span] : []
  })
}

function isFigure(years: string): boolean {
  return /^\d/.test(years)
}

function valueOf(years: string): number {
  return isFigure(years) ? Number.parseInt(years, 10) : (wordNumbersIn(years)[0]?.value ?? 0)
}
