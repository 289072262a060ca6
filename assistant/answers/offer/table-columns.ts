import { sentenceCase } from '../../../wording/phrases.ts'
import { askedParts } from '../../../checks/asked-parts.ts'
import { DOCUMENTS_OF_A_KIND, isPerson, KIND_OF_DOCUMENT, PEOPLE, PERSON, singularOf } from './party-question.ts'

const PARTIES = `(?:${PEOPLE}|${DOCUMENTS_OF_A_KIND}|cases|documents|files)`
const PARTY = `(?:${PERSON}|${KIND_OF_DOCUMENT}|case|document|file)`

/**
 * The columns of a table for a question on many documents: what is asked of one document alone. "List the tenants and the rent of
 * every lease" becomes "Who is the tenant?" and "What is the rent of the lease?", one thing to a
 * column; what has no such form stays as it is asked.
 */
export function tableColumns(question: string): readonly string[] {
  const asked = question
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.?!]+$/u, '')
  const listed = LISTED.exec(asked)?.groups?.what
  const columns = listed === undefined ? askedOfOne(asked) : partsOf(listed).map(whatIs)
  const party = singularOf(SEVERAL.exec(asked)?.[0] ?? '').toLowerCase()
  const whoever = party === '' ? 'he or she' : `the ${party}`
  const each = columns
    .map((column) => ofItself(inSingular(column, whoever)))
    .flatMap((column) => askedParts(column, new Set()).map(({ text }) => text))
  return [...new Set(each.map((column) => `${sentenceCase(column)}?`))]
}

const SEVERAL = new RegExp(`\\b${PEOPLE}\\b`, 'iu')
const LISTED =
  /^(?:please |now )?(?:(?:can|could|would|will) you )?(?:please )?(?:list|name|enumerate|tabulate|itemi[sz]e|identify|set out|give(?: me)?|show(?: me)?|tell me|make(?: me)? (?:a|an) (?:list|table|overview) of)(?: |: )(?<what>.+)$/iu
const NEXT_PART =
  /,? (?:and|with|together with|as well as) (?=(?:the|their|its|his|her|which|what|who|how|when|where)\b)|, (?=(?:the|their)\b)/iu
const PLURAL = new RegExp(`\\b${PARTIES}\\b`, 'iu')
const OF_EACH = new RegExp(` (?:of|for|in) (?:each|every|all)(?: of)?(?: the)? (?:${PARTY}|${PARTIES})$`, 'iu')

/** "the defendants and the crime each was convicted of"; of "the rent and the deposit of every lease" both are of the lease. */
function partsOf(what: string): readonly string[] {
  const parts = what.split(NEXT_PART)
  const tail = OF_EACH.exec(parts.at(-1) ?? '')?.[0] ?? ''
  return parts.map((part, at) => (at < parts.length - 1 && !PLURAL.test(part) ? `${part}${tail}` : part))
}

const ONLY_PARTIES = new RegExp(`^(?:all |each of |every )?(?:of )?(?:the )?(?<noun>${PARTIES}|${PARTY})$`, 'iu')
const HEAD = /^(?:the )?(?<noun>\p{L}+)(?: of\b|$)/iu
const HEAD_IN_PLURAL = /^(?:the |all |all the )?(?:\p{L}+ )?\p{L}+(?<!s)s(?: of\b|$)/iu

/** What is listed, as a question. */
function whatIs(part: string): string {
  if (/^(?:which|what|who|how|when|where|whether)\b/iu.test(part)) return part
  const noun = singularOf(ONLY_PARTIES.exec(part.trim())?.groups?.noun ?? '')
  if (isPerson(noun)) return `who is the ${noun}`
  const thing = part.replace(/^(?:their|its|his|her)\b/iu, 'the')
  const named = /^(?:the|all|each|every|any)\b/iu.test(thing) ? thing : `the ${thing}`
  if (isPerson(HEAD.exec(named)?.groups?.noun ?? '')) return `who is ${named}`
  return `what ${HEAD_IN_PLURAL.test(thing) ? 'are' : 'is'} ${named}`
}

const WHICH = new RegExp(
  `^(?:how many|which|what)(?: of)?(?: the| these| those)? (?<noun>${PARTIES}) (?<verb>\\p{L}+) (?<rest>.+)$`,
  'iu',
)
const IN_WHICH = new RegExp(
  `^in (?:how many|which|what)(?: of)?(?: the| these| those)? (?<noun>${PARTIES}) (?<verb>was|were|is|are|did|does|do|has|have) (?<rest>.+)$`,
  'iu',
)

/** A question on many, clause by clause, turned to one of them. */
function askedOfOne(asked: string): readonly string[] {
  return asked.split(/,? and (?=(?:what|when|where|who|how|which|why)\b)/iu).map((clause) => {
    const among = IN_WHICH.exec(clause)?.groups
    if (among) return `${among.verb} ${among.rest} in the ${singularOf(among.noun ?? '')}`
    const { noun = '', verb = '', rest = '' } = WHICH.exec(clause)?.groups ?? {}
    return noun === '' ? clause : isIt(singularOf(noun), verb.toLowerCase(), rest)
  })
}

const BE: Readonly<Record<string, string>> = { were: 'was', was: 'was', are: 'is', is: 'is' }
const DO: Readonly<Record<string, string>> = { had: 'did', have: 'does', has: 'does' }

function isIt(noun: string, verb: string, rest: string): string {
  const be = BE[verb]
  if (be) return `${be} the ${noun} ${rest}`
  const does = DO[verb]
  if (does) return `${does} the ${noun} have ${rest}`
  return /(?:ed|ght|ade|ook|ave)$/u.test(verb) ? `which ${noun} ${verb} ${rest}` : `does the ${noun} ${verb} ${rest}`
}

const EACH_PARTY = new RegExp(
  `\\b(?:each|every|all|any)(?: of)?(?: the| these| those)? (?<noun>${PARTY}|${PARTIES})\\b`,
  'giu',
)
const MANY_PARTIES = new RegExp(`(?<!\\b(?:which|what|many) )\\b(?:the |these |those )?(?<noun>${PARTIES})\\b`, 'giu')

/** "Every lease" and "all the leases" are "the lease" of the document that is asked, "each of them" is whoever it is about. */
function inSingular(column: string, whoever: string): string {
  return column
    .replace(EACH_PARTY, (_, noun: string) => `the ${singularOf(noun)}`)
    .replace(MANY_PARTIES, (_, noun: string) => `the ${singularOf(noun)}`)
    .replace(/^who are\b/iu, 'who is')
    .replace(/^(?:who )?were (?=the )/iu, (were) => were.replace(/were/iu, 'was'))
    .replace(/(?<=\b(?:is|are|was|were) )their\b/iu, 'the')
    .replace(/\beach(?: of (?:them|these|those))? (?=(?:was|is|has|had|did|does|received|got)\b)/iu, `${whoever} `)
    .replace(/\b(does|did|is|was) each (?=\p{L}+)/iu, '$1 the ')
}

const OF_DOCUMENT = new RegExp(
  ` (?:of|in|for|under|by) the (?:${DOCUMENTS_OF_A_KIND}|${KIND_OF_DOCUMENT}|document|file|case)$`,
  'iu',
)

/** "The judge of the judgment", of the judgment that is asked: its own words are left, unless they say but what kind of thing is asked. */
function ofItself(column: string): string {
  const short = column.replace(OF_DOCUMENT, '')
  const isAsked = askedParts(short, new Set()).some(({ terms }) => terms.length > 0)
  return isAsked ? short : column
}
