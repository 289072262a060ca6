import type { Span } from './spans.ts'

/** A line of a text that changes a clause of an agreement: "4.1", "3" of "§ 3 Abs. 2". */
export type Amendment = Span & { readonly clause: string }

const NUMBER = String.raw`(?<clause>\d{1,3}[a-z]?(?:\.\d{1,3}){0,3})(?![\p{L}\d])`
const REFERENCE = new RegExp(
  String.raw`(?<!new )(?<!\p{L})(?:clause|section|paragraph|article|condition|§+|ziffer|ziff\.|nummer|nr\.|artikel|klausel|cláusula|artículo|articolo|clausola|artigo|clausule|art\.|pkt|paragraf)\s*${NUMBER}`,
  'iu',
)
/** What is done to it, behind its number; what may be done is not done. */
const CHANGED =
  /(?<!\p{L})(?:(?:is|are|was|were|has been|have been)\s+(?:hereby\s+)?(?:deleted|replaced|amended|varied|substituted|removed|restated|revoked)|becomes?(?=\s+["“‘'])|(?:shall|is to|will)\s+(?:now\s+)?read(?!\p{L})|(?:wird|werden|wurden?)(?!\p{L}).{0,120}?(?<!\p{L})(?:ersetzt|gestrichen|gefasst|geändert|abgeändert|aufgehoben)|erhält\s+(?:folgende|die folgende)|(?:est|sont)\s+(?:supprimé|remplacé|modifié|abrogé)\p{L}*|(?:queda|se|es)\s+(?:sustitu|modific|suprim|elimin|derog)\p{L}*|(?:è|viene|sono)\s+(?:sostitui|modifica|soppress|abroga|elimina)\p{L}*|(?:fica|é|passa)(?!\p{L}).{0,60}?(?:substituíd|alterad|revogad|suprimid|redação)\p{L}*|(?:wordt|worden)(?!\p{L}).{0,60}?(?:vervangen|gewijzigd|geschrapt)|otrzymuje\s+brzmienie|uchyla się|skreśla się|zastępuje się|zmienia się)(?!\p{L})/iu
/** What stands in quotation marks is the new text. */
const QUOTED = /["“„«‘']\p{L}/u
const BETWEEN_AT_MOST = 160
/** "§ 3 Die Kosten werden aufgehoben" is a clause itself, in which something else is what changes. */
const OWN_SUBJECT = /^[.):]?\s+(?:the|die|der|das|den|les?|la|los|las|el|il|gli|het|as|os)(?!\p{L})/iu

/** The lines that change a numbered clause, in eight languages. */
export function amendmentsIn(text: string): readonly Amendment[] {
  return linesOf(text).flatMap(({ start, end }): readonly Amendment[] => {
    const line = text.slice(start, end)
    const found = REFERENCE.exec(line)
    if (!found?.groups?.clause) return []
    const behind = line.slice(found.index + found[0].length)
    const change = CHANGED.exec(behind)
    const isOwnClause = line.slice(0, found.index).trim() === '' && OWN_SUBJECT.test(behind)
    if (
      !change ||
      isOwnClause ||
      change.index > BETWEEN_AT_MOST ||
      /[.;](?=\s)/u.test(behind.slice(0, change.index).replace(/(?:Abs|Nr|Ziff|ust|pkt|art)\./giu, ''))
    )
      return []
    const opening = QUOTED.exec(line.slice(0, found.index))
    return opening ? [] : [{ clause: found.groups.clause.toLowerCase(), start, end }]
  })
}

const AT_LINE_START = new RegExp(
  String.raw`^[ \t*_#>|-]*(?:§+\s*|(?:clause|section|article|ziffer|artikel|art\.|articolo|artículo|artigo|cláusula|clausola)\s+)?${NUMBER}[.)]?[ \t*_]+(?=\S)`,
  'iu',
)

/** The numbers with which the lines of a text begin, in its order. */
export function clausesIn(text: string): readonly string[] {
  return linesOf(text).flatMap(({ start, end }) => clauseOf(text.slice(start, end)) ?? [])
}

/** The clause that a place is in; null where no line above it begins with a number. */
export function clauseAt(text: string, at: number): string | null {
  return clausesIn(text.slice(0, endOfLine(text, at))).at(-1) ?? null
}

function clauseOf(line: string): string | null {
  return AT_LINE_START.exec(line)?.groups?.clause?.toLowerCase() ?? null
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const end = endOfLine(text, start)
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}
