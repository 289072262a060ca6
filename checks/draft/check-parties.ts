import type { Span } from '../../text/spans.ts'
import type { CheckedSource } from '../find-support.ts'
import type { DraftFound } from './draft-finding.ts'
import { isOtherParty, PARTY_ROLES } from './party-roles.ts'

/** With a capital or without: the names beside it are recognised by theirs. */
const ROLE = PARTY_ROLES.map((role) => `[${role[0]?.toUpperCase()}${role[0]}]${role.slice(1)}`).join('|')
const NAME = String.raw`\p{Lu}[\p{L}\p{N}’'&.-]*(?:\s+(?:(?:of|and|&)\s+)?\p{Lu}[\p{L}\p{N}’'&.-]*){0,5}`
/** A comma that closes an apposition: behind one of a list come "and", an article or the next name. */
const CLOSES = String.raw`(?=\s*(?:,\s+(?!(?:and|or|the|an?|his|her|its|their|und|oder|der|die|das)\b)\p{Ll}|\)))`
const CALLED = String.raw`(?:[Hh]erein(?:after)?\s+(?:called\s+)?|[Hh]ereafter\s+(?:called\s+)?)?(?:[Tt]he|as)\s+`
const QUOTED = String.raw`[“"'‘](ROLE)[”"'’]`.replace('ROLE', ROLE)
const BARE = String.raw`(ROLE)(?![\p{L}’'])`.replace('ROLE', ROLE)
/** "Hollis Bakery Ltd (the “Tenant”)", "Hollis Bakery Ltd, the Tenant, …". */
const NAME_FIRST = new RegExp(
  String.raw`(?<name>${NAME})\s*(?:(?:,\s*)?\(${CALLED}(?:${QUOTED}|${BARE})|,\s*${CALLED}(?:${QUOTED}|${BARE})${CLOSES})`,
  'gu',
)
/** "Tenant: Hollis Bakery Ltd", "the Tenant, Hollis Bakery Ltd, …". */
const ROLE_FIRST = new RegExp(
  String.raw`(?<!\p{L})(?<role>${ROLE})(?:\s*:\s*(?:\*\*\s*)?(${NAME})|[^\S\t]*(?:\t\s*(?:\|\s*)?|\|\s*)(${NAME})|,\s+(${NAME})${CLOSES})`,
  'gu',
)
/** "By letter from the Landlord, …": the comma ends what comes before the sentence. */
const LEADS_IN =
  /(?:^|[.;!?]\s+)(?:by|from|after|before|according|under|with|without|unlike|on|in|for|at|upon|to|following|until|since|as)\b[^,.;!?]*$/iu
/** "Hollis Bakery Ltd is the Tenant of the shop"; "the tenant's agent" is somebody else. */
const IS_ROLE = new RegExp(
  String.raw`(?<name>${NAME})\s+(?:is|was|are|were|ist|war)\s+(?:the|der|die)\s+(?<role>${ROLE})(?=\s*(?:[.,;)]|$|(?:of|under|in|for|and|at|to|from)\b))`,
  'gu',
)
const NOT_A_NAME = /^(?:The|This|In|On|By|And|Or|Of|A|An|Name|Date|Address|Section|Clause|Article|Court|Case)\b/u

type Cast = Span & { readonly name: string; readonly role: string }

/** Who is said to be what. */
function castIn(text: string): readonly Cast[] {
  return [NAME_FIRST, ROLE_FIRST, IS_ROLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Cast[] => {
      const { 0: whole, index, groups } = match
      // What is in no group of its own name is the one of the others that matched.
      const other = match.slice(2).find((group) => group !== undefined) ?? ''
      const { name = other, role = other } = groups ?? {}
      if (whole.includes(',') && LEADS_IN.test(text.slice(0, index))) return []
      if (NOT_A_NAME.test(name) || !/^\p{Lu}/u.test(name) || !/\p{Ll}/u.test(name)) return []
      return [{ start: index, end: index + whole.length, name: name.replace(/[.,]$/, ''), role: role.toLowerCase() }]
    }),
  )
}

/** Whether a sentence says of somebody which party that is. */
export function namesParties(sentence: string): boolean {
  return castIn(sentence).length > 0
}

/** Names that a sentence gives the other side's part: "the Landlord, Hollis Bakery Ltd", whom a source calls the Tenant and never the Landlord. */
export function checkParties(sentence: string, sources: readonly CheckedSource[]): readonly DraftFound[] {
  const claimed = castIn(sentence)
  if (claimed.length === 0) return []
  const known = sources.flatMap((source) => castIn(source.text).map((cast) => ({ ...cast, source })))
  return claimed.flatMap((cast): readonly DraftFound[] => {
    const same = known.filter(({ name }) => isSameName(name, cast.name))
    const other = same.find(({ role }) => isOtherParty(cast.role, role))
    if (!other || same.some(({ role }) => role === cast.role)) return []
    const { source, start, end } = other
    const quote = source.text.slice(start, end)
    return [
      {
        kind: 'party',
        start: cast.start,
        end: cast.end,
        verdict: 'contradicted',
        words: [{ start: cast.start, end: cast.end }],
        said: { code: 'otherRole', name: cast.name },
        instead: quote,
        at: [{ source: source.source, start, end, quote }],
      },
    ]
  })
}

function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, '')
  return plain(one) === plain(other)
}
