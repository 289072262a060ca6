import type { IdentifierSpan } from '../identifier.ts'
import { BEFORE_PLACE, DETERMINERS, TITLES } from '../names/cue-words.ts'
import { isCapital } from '../names/name-run.ts'
import { ROLES } from '../names/roles.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { everyMatch } from '../patterns/pattern.ts'
import { LEGAL_WORDS } from '../tokens/harmless-capitals.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt } from '../tokens/word-at.ts'
import { findCompanies, spreadCompanies } from './find-companies.ts'
import { findNamedHouses } from './find-named-houses.ts'
import { findWellKnownFirms } from './find-well-known-firms.ts'
import { nameBehind } from './name-behind.ts'
import {
  BRANCH_WORDS,
  isGeneric,
  kindAt,
  NAMED_KINDS,
  typeOfOrganisation,
  withoutArticle,
} from './organisation-kinds.ts'
import { isTelling } from './telling-word.ts'

/** Organisations by the word of their kind, by their legal form, by the label before them, and by their short names. */
export function findOrganisations(reading: Reading): readonly IdentifierSpan[] {
  const companies = findCompanies(reading)
  return [
    ...findByKind(reading),
    ...findNamedHouses(reading),
    ...findLabelledOrganisations(reading.text),
    ...findWellKnownFirms(reading),
    ...companies,
    ...spreadCompanies(reading, companies),
  ]
}

/** Hospitals, practices, courts, schools, firms: a word of their kind with what names them, as one span from the first to the last word. */
function findByKind(reading: Reading): readonly IdentifierSpan[] {
  const { words } = reading
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; at += 1) {
    const found = organisationAt(reading, at)
    if (!found) continue
    const first = wordAt(words, found.from)
    const to = branchEnd(reading, found.to)
    spans.push({
      start: found.from === at ? first.end - withoutArticle(first.text).length : first.start,
      end: wordAt(words, to - 1).end,
      type: typeOfOrganisation(words.slice(found.from, found.to)),
      by: 'names',
      confidence: 0.8,
    })
    at = Math.max(at, found.to - 1)
  }
  return spans
}

type Found = { readonly from: number; readonly to: number }

function organisationAt(reading: Reading, at: number): Found | null {
  const kind = kindAt(reading.words, at)
  if (!kind) return null
  const behind = nameBehind(reading, at)
  const isNamedBehind = kind.standsBefore && behind.isTelling
  const from = kind.standsBehind ? nameBefore(reading, at) : null
  if (!isNamedBehind && from === null) return null
  return {
    from: from ?? joinedBefore(reading, genericBefore(reading, at)),
    to: isNamedBehind || goesOn(reading, at) ? behind.to : at + 1,
  }
}

/** "Caritas" before "-Sozialstation Werl". */
function joinedBefore({ words }: Reading, at: number): number {
  return wordAt(words, at).gap === '-' && /^\p{Lu}/u.test(wordAt(words, at - 1).text) ? at - 1 : at
}

/** "Grange Institute of Neurosciences": what is done there belongs to the name. */
function goesOn({ words }: Reading, at: number): boolean {
  return wordAt(words, at + 1).gap === ' ' && /^(?:of|for|für|voor)$/u.test(wordAt(words, at + 1).text)
}

/** Legal forms behind a name, with the punctuation that leads to them. */
const FORM =
  /^["”»]?,? ?(?:S\.?[ ]?A\.?U?\.?(?:S\.)?|S\.?L\.?[UP]?\.?|S\.?C\.?(?: DE (?:A\.?P\.?|R\.?L\.?|C\.?V\.?)){0,3}\.?|E\.? ?P\.? ?E\.?|I\.?P\.?|L\.?d\.?a\.?|Lda\.?|Ltda\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|s\.?r\.?l\.?|s\.?n\.?c\.?|s\.?a\.?s\.?|GmbH(?: & Co\. KG)?|AG|e\. ?V\.|a\. ?G\.|KG|mbH|B\.?V\.?|N\.?V\.?|LLP|LLC|Ltd\.?|plc|Inc\.?|Sp\. z o\.o\.|sp\. z o\.o\.|S\.A\.S\.|S\.K\.A\.|EPS|E\.S\.E\.)(?![\p{L}\p{N}])/u
const LONGEST_BRANCH = 5

/** Behind the town, the branch and the legal form that follow an organisation: ", Wisbech", ", Zweigstelle Aarau", ", S.A.". */
function branchEnd(reading: Reading, to: number): number {
  const { words, text } = reading
  const end = wordAt(words, to - 1).end
  const form = FORM.exec(text.slice(end, end + 40))
  if (form && /\p{L}/u.test(form[0])) {
    let behind = to
    while (behind < words.length && wordAt(words, behind).end <= end + form[0].length) behind += 1
    return behind
  }
  const next = wordAt(words, to)
  if (isBranch(next)) return branchName(words, to)
  return next.gap === ', ' && isCapital(next) && next.levels.place > 0 && (next.name < 2 || next.levels.place === 2)
    ? to + 1
    : to
}

function isBranch({ text, gap }: Word): boolean {
  return /^,? $/u.test(gap) && BRANCH_WORDS.has(text.toLowerCase())
}

/** "zittingsplaats Almelo", "Oddział w Lublinie", "sezione distaccata di Sassari". */
function branchName(words: readonly Word[], from: number): number {
  let end = from
  for (let at = from + 1; at <= from + LONGEST_BRANCH; at += 1) {
    const word = wordAt(words, at)
    if (!/^\.? $|^-$/u.test(word.gap)) break
    if (isCapital(word)) end = at + 1
    else if (/^(?:w|we|in|di|de|te)$/u.test(word.text) && isCapital(wordAt(words, at + 1))) continue
    else if (end > from || word.shape !== 'lower') break
  }
  return end
}

/** The longest name before a kind of organisation: "Our Lady of Good Counsel Primary School" has seven words. */
const LONGEST = 8
const JOINT = /^(?:['’][sS]? |[ \u00a0]|-| & |\. )$/u
const INSIDE = /^(?:of|the|for|and|de|van|den|der|la|upon|on|le)$/u

/** The first word of the name that stands before a kind of organisation; null where none of its words tells. */
function nameBefore(reading: Reading, kind: number): number | null {
  const { words } = reading
  let from = runStart(words, kind)
  while (from < kind && isOfSentence(wordAt(words, from), wordAt(words, from + 1))) from += 1
  const isNamed = has(NAMED_KINDS, wordAt(words, kind)) || (/^the$/iu.test(wordAt(words, from).text) && kind - from > 1)
  for (let at = from; at < kind; at += 1)
    if (isTelling(reading, at) || (isNamed && isOrdinaryName(words, at))) return from
  return null
}

/** Where the capitalised words before a kind begin. */
function runStart(words: readonly Word[], kind: number): number {
  let from = kind
  for (let at = kind - 1; at >= kind - LONGEST; at -= 1) {
    const word = wordAt(words, at)
    const { gap } = wordAt(words, at + 1)
    if (!JOINT.test(gap) || (gap === '. ' && !/^(?:St|Mt|Dr)$/u.test(word.text))) break
    if (isCapital(word)) from = at
    else if (!INSIDE.test(word.text) || word.gap !== ' ') break
  }
  return from
}

/** "Our Lady", "The Beeches": ordinary words that name a house. */
function isOrdinaryName(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  const isLoose = [DETERMINERS, BEFORE_PLACE, ROLES, TITLES, LEGAL_WORDS].some((list) => has(list, word))
  return isCapital(word) && word.text.length > 2 && !isLoose && !isGeneric(word.text) && !kindAt(words, at)
}

/** "County" before "Court at Worthing": capitalised words before a kind that only say which kind. */
function genericBefore({ words }: Reading, kind: number): number {
  let from = kind
  for (let at = kind - 1; at > kind - LONGEST; at -= 1) {
    const word = wordAt(words, at)
    const belongs = isCapital(word) && (isGeneric(word.text) || kindAt(words, at)) && word.text.length > 2
    if (!belongs || !JOINT.test(wordAt(words, at + 1).gap) || wordAt(words, at + 1).gap === '. ') break
    from = at
  }
  return from
}

function isOfSentence(word: Word, next: Word): boolean {
  if (/^(?:the|de|het)$/iu.test(word.text) && isCapital(word)) return false
  // "Until the Supreme Court"
  if (word.opens && word.ordinary === 2 && next.shape === 'lower' && has(DETERMINERS, next)) return true
  if ([DETERMINERS, BEFORE_PLACE, ROLES].some((list) => has(list, word)) || word.shape === 'lower') return true
  return has(TITLES, word) && !isCapital(next)
}

/** What a form or a letter writes before the name of an insurer, an employer or a school, by language. */
const ORGANISATION_LABELS: readonly string[] = [
  'previous GP|GP surgery|GP practice|dentist|nursery|college|club|sports club|pharmacy|care home|insurer|insurance|health plan|health insurance|employer|school|workplace|hospital|facility|practice|bank',
  'Hausarztpraxis|Apotheke|Verein(?:e)?|Kita|Kindergarten|Heim|Pflegeheim|Pflegedienst|Erstversorgung|Klinik|Krankenhaus|Betrieb|Firma|Krankenkasse|Krankenversicherung|Kasse|KK|Kostenträger|Versicherung|Versicherer|Arbeitgeber|AG|Schule|Einrichtung|Praxis|Bank|Zuweiser',
  'pharmacie|club|crèche|clinique|hôpital|entreprise|société|assureur|assurance|mutuelle|caisse|employeur|école|établissement|organisme|ass\\.|banque',
  'compañía(?: de seguros)?|centro de (?:salud|referencia|trabajo)|club|farmacia|residencia|hospital|aseguradora|seguro|mutua|empresa|última empresa|empleador|colegio|centro|EPS|prepaga|obra social|ARS|banco',
  'compagnia|farmacia|asilo|società sportiva|ospedale|assicurazione|datore di lavoro|datore|scuola|struttura|ente|azienda|ditta|banca',
  'centro de saúde|farmácia|lar|clube|hospital|seguro|seguradora|convênio|convénio|plano de saúde|entidade patronal|entidade|empregador|empresa|escola|instituição|banco',
  'apotheek|sportvereniging|club|huisartsenpraktijk|vorige huisarts|ziekenhuis|bedrijf|crèche|zorgverzekeraar|zorgverz\\.?|verzekeraar|verzekering|verz\\.?|werkgever|school|instelling|zorginstelling',
  'apteka|klub|przedszkole|przychodnia|szpital|firma|ubezpieczenie|pracodawca|zakład pracy|miejsce pracy|szkoła|ubezpieczyciel|placówka|bank',
]

/** What such a line says where there is none. */
const NO_ORGANISATION =
  /^(?:none|n\/?a|no|nein|keine?|gesetzlich|privat|privatpatient|selbstzahler|aucune?|néant|sin|ninguna?|no consta|particular|nessun[ao]?|nenhuma?|geen|onbekend|brak|nie|tak|yes|ja|oui|sí|unknown|unbekannt|self.employed|retired|pensioner|selbständig|rentner|\d)/iu

const LABEL = inAnyCase(ORGANISATION_LABELS.join('|'))

/** A label, its colon or the line of a table, and the name up to a comma, a bracket, a column or the end of the line. */
const LABELLED = new RegExp(
  String.raw`(?<=^|[\n|(,;.] {0,12})(?:${LABEL})(?: / \p{L}{2,20})?\s{0,8}[:|]\s{0,4}(?<id>[\p{L}\p{N}«„“"][^\n|,;:()]{1,60}?)(?=\s{0,4}(?:[\n|,;()]|$)|\s{3}|\. )`,
  'dgu',
)

/** "KK Helvetia, Karte 807", "vers. bij CZ, polisnr": a short label without a colon, where a number or a card follows. */
const BEFORE_NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:KK|Ass\.|Kasse|Mutuelle|verzekerd bij|versichert bei(?: der)?|assuré(?:e)? (?:chez|à)(?: la)?|assicurat[oa] (?:con|presso)) (?<id>\p{Lu}[\p{L}\p{N}&'’-]{1,24}(?: \p{Lu}[\p{L}\p{N}&'’-]{1,24}){0,3})`,
  'dgu',
)

/** "TK D123456789": an insurer right before a German number of the insured, which no label leads to. */
const BEFORE_INSURED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<id>(?!KV|Vers|V[.-]|Mitglied|\p{L}{0,12}(?:[Nn][Rr]|[Nn]ummer))\p{Lu}[\p{L}&]{1,20}(?: \p{Lu}\p{L}{2,20})?)(?:,| [–-])? (?=[A-Z]\d{9}(?!\d))`,
  'dgu',
)

/** "EB 2,3 de Alcoutim", "EB1/JI da Pontinha": Portuguese schools by their level. */
const SCHOOL =
  /(?<![\p{L}\p{N}])(?<id>EB ?(?:[1-3](?:[,+][1-3])?)?(?:\/[SJ]I?)? (?:d[aeo]s? )?\p{Lu}\p{Ll}{2,20}(?:(?: d[aeo]s?)? \p{Lu}\p{Ll}{2,20}){0,3})/dgu

/** Insurers, employers, schools and hospitals that a label announces: "Krankenkasse: Heimat Süd", "Employer: Riverside Metal". */
function findLabelledOrganisations(text: string): readonly IdentifierSpan[] {
  return [LABELLED, BEFORE_NUMBER, BEFORE_INSURED, SCHOOL].flatMap((expression) =>
    everyMatch(text, expression).flatMap(({ indices }) => {
      const [start, end] = indices?.groups?.id ?? [0, 0]
      const name = text.slice(start, end)
      if (!/\p{Lu}/u.test(name) || NO_ORGANISATION.test(name)) return []
      return [{ start, end, type: 'organisation' as const, by: 'pattern' as const, confidence: 0.7 }]
    }),
  )
}
