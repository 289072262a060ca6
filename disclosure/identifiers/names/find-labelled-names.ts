import type { IdentifierSpan } from '../identifier.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import { createPatternFinder } from '../patterns/pattern-finder.ts'
import type { Pattern } from '../patterns/pattern.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt, wordsUntil } from '../tokens/word-at.ts'
import { DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** Labels behind which a person is named, by language; a regular expression each. A clinician or lawyer may add to them. */
const LABELS: Readonly<Record<string, string>> = {
  english:
    "patient(?:['’]s)?(?: name)?|(?:full |first |last )?name|surname|PCP|GP|attending(?: physician)?|consultant|(?:referring |family )?physician|surgeon|(?:staff )?nurse|midwife|referred by|reviewed by|dictated by|signed(?: by)?|prepared by|author|next of kin|emergency contact|mother|father|wife|husband|spouse|partner|son|daughter|carer|client|claimant|defendant|plaintiff|respondent|appellant|petitioner|applicant|witness|tenant|landlord|lessee|lessor|borrower|solicitor|barrister|counsel|attorney|judge|contact(?: person)?|attn|signature|signed off by|maiden name|previous surname|known as",
  german:
    'patient(?:in)?|name|vorname|nachname|hausarzt|hausärztin|(?:ober|chef|stations)?(?:arzt|ärztin)|behandelnde[rn]? (?:arzt|ärztin)|angehörige[rn]?|mutter|vater|ehefrau|ehemann|kläger(?:in)?|beklagte[rn]?|mandant(?:in)?|zeug(?:e|in)|mieter(?:in)?|vermieter(?:in)?|richter(?:in)?|rechtsanw(?:alt|ältin)|ansprechpartner(?:in)?|gezeichnet|gez\\.|unterschrift|geburtsname|rufname|versicherte[rn]?|betreuer(?:in)?',
  french:
    'patiente?|nom(?: et prénom)?|prénom|médecin(?: traitant)?|infirmi(?:er|ère)|mère|père|épou(?:x|se)|conjointe?|demande(?:ur|resse)|défende(?:ur|resse)|requérante?|témoin|locataire|bailleur|avocate?|juge|personne de confiance|nom de (?:naissance|jeune fille|famille|usage)|signature|interne|rédacteur',
  spanish:
    'paciente|nombre(?: y apellidos)?|apellidos?|médic[oa](?: de cabecera)?|enfermer[oa]|madre|padre|espos[oa]|demandante|demandad[oa]|testigo|arrendatari[oa]|arrendador(?:a)?|abogad[oa]|juez(?:a)?|firmado|fdo\\.|firma|apellido de soltera|madre|padre|cónyuge|trabajador(?:a)? social',
  italian:
    'paziente|(?:cog)?nome|medico(?: curante)?|infermier[ea]|madre|padre|moglie|marito|attor[ei]|attrice|convenut[oa]|testimone|conduttore|locatore|avvocat[oa]|giudice|operatore|firma|firmato|referente|richiedente|cognome e nome',
  portuguese:
    'doente|utente|paciente|nome(?: do doente| do utente)?|apelido|médic[oa](?: de família)?|enfermeir[oa]|mãe|pai|espos[oa]|autora?|réu|ré|testemunha|senhorio|inquilin[oa]|advogad[oa]|juiz(?:a)?|assinatura|requisitante|requerente|relatora?|filiação|nome de solteira|cônjuge',
  dutch:
    'patiënte?|(?:achter|voor)?naam|huisarts|(?:behandelend )?arts|verpleegkundige|moeder|vader|echtgeno(?:ot|te)|eiser(?:es)?|gedaagde|getuige|(?:ver)?huurder|advocaat|rechter|handtekening|meisjesnaam|roepnaam|voorletters|zaalarts|contactpersoon|partner',
  polish:
    'pacjent(?:ka)?|nazwisko(?: i imię)?|imię(?: i nazwisko)?|lekarz(?: prowadzący)?|pielęgniarka|matka|ojciec|żona|mąż|powód(?:ka)?|pozwan[ya]|świadek|najemca|wynajmując[ya]|adwokat|sędzia|podpis|nazwisko rodowe|osoba upoważniona|opiekun(?:ka)?|wnioskodawca',
}

const capitalised = (title: string) => title.replace('.', '').replace(/^./u, (letter) => letter.toUpperCase())
const TITLE = `(?:(?:${[...TITLES].filter(Boolean).map(capitalised).join('|')}|Dott|Sig(?:ra)?|Mgr|Lek|Pani?)\\.?(?:\\s(?:med|ssa)\\.)?\\s){0,2}`
const PARTICLE =
  "(?:(?:von|vom|und|zu|zur|van|der|den|de|del|la|las|los|di|da|das|do|dos|du|des|e|y|ten|ter|bin|al)\\s|d['’]){0,4}"
const WORD = "\\p{Lu}(?:\\.(?:\\p{Lu}\\.){0,3}|[\\p{L}\\p{M}'’-]{1,29})"
const NAME = `${TITLE}${PARTICLE}${WORD}(?: ${PARTICLE}${WORD}){0,4}(?:, ${PARTICLE}${WORD}(?: ${PARTICLE}${WORD}){0,3})?`

/** A sentence goes on in small letters; a name ends with its line, or before a mark, a bracket or a number. */
const END = '(?![\\p{L}\\p{M}])(?! ?(?:\\p{Ll}|:))'

const COLON = /[:|]/

/** What is said where nobody is named. */
const NOBODY =
  /^(?:none|nil|unknown|unnamed|n\/?a|not|see|yes|no|male|female|stable|unstable|deceased|discharged|self|same|as|the|an?|isolation|confidential|redacted|anonymous|keine?r?|unbekannt|siehe|nein|ja|männlich|weiblich|aucune?|inconnue?|voir|oui|non|ninguno?a?|desconocid[oa]|ver|sí|nessun[oa]?|ignot[oa]|vedi|nenhum|desconhecid[oa]|vide|sim|não|geen|onbekend|zie|nee|brak|nieznan[ya]|zob)$/i

function labelled(labels: string): Pattern {
  return {
    type: 'person',
    needs: COLON,
    // The label in any case; the name by its capitals, so `i` may not stand for the whole.
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${inAnyCase(labels)})\\s{0,2}[:|][ \\t]{0,4}(?<id>${NAME})${END}`,
      'dgu',
    ),
    confidence: 0.86,
    judge: (found) => (NOBODY.test(/^[\p{L}/]+/u.exec(found)?.[0] ?? '') ? null : {}),
  }
}

/** Short forms of diseases stand behind "Mother:" as well. */
const LONGEST_SHORT_FORM = 5

/** What stands behind a label is a name unless each of its words is an ordinary one that nobody is called: "Mother: Asthma". */
export function findLabelledNames({ text, words }: Reading): readonly IdentifierSpan[] {
  const spans = find(text).toSorted((one, other) => one.start - other.start)
  let from = 0
  const named = spans.filter(({ start, end }) => {
    while ((words[from]?.start ?? start) < start) from += 1
    return words.slice(from, wordsUntil(words, from, end)).some(mayBeName)
  })
  return [...named, ...findRanks(text)]
}

function mayBeName({ text, shape, name, ordinary }: Word): boolean {
  if (name > 0) return true
  return ordinary === 0 && (shape !== 'upper' || text.length > LONGEST_SHORT_FORM)
}

/** People behind a label: "PCP: FALL", "Paciente: García Márquez, Luz"; a patient by the bed, "Bed 12 (Winter)". */
const PATTERNS: readonly Pattern[] = [
  ...Object.values(LABELS).map(labelled),
  {
    // Who writes in a chat: "12/5 10:02 - Mari Pili: hola", "[09:15] Jo: ok".
    type: 'person',
    expression: new RegExp(
      `(?<=^|\\n)[^\\n:]{0,20}\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\]? ?(?:[-–] )?(?<id>${NAME}):`,
      'dgu',
    ),
    confidence: 0.8,
    judge: (found) => (NOBODY.test(found) ? null : {}),
  },
  {
    // "From: Steffi Kaltwasser <steffi@example.org>"
    type: 'person',
    expression: new RegExp(`(?<=^|[\\n:,;] ?)(?<id>${NAME}) ?<[^\\s<>@]{1,64}@`, 'dgu'),
    confidence: 0.8,
    judge: (found) => (NOBODY.test(found) ? null : {}),
  },
  {
    type: 'person',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${inAnyCase('bed|bay|bett|zimmer|lit|chambre|cama|habitación|letto|stanza|quarto|kamer|łóżko|sala')}) ?\\d{1,3}[a-zA-Z]? ?\\((?<id>${NAME})\\)`,
      'dgu',
    ),
    confidence: 0.8,
    judge: (found) => (NOBODY.test(found) ? null : {}),
  },
]

/** Ranks of the police and short forms of roles, before a name or before the number of who has it: "PC West", "PC 4419 Lomax". */
const RANKS: readonly Pattern[] = [
  {
    type: 'person',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:PC|DC|DS|PS|DI|DCI|WPC|PCSO|Cllr|Det|POR|PK|KHK|POK|PHK|PM|POM|KOK)\\.? (?:\\d{2,5} )?(?<id>\\p{Lu}\\p{Ll}{2,20})(?!\\p{L})`,
      'dgu',
    ),
    confidence: 0.7,
  },
]

const find = createPatternFinder(PATTERNS)
const findRanks = createPatternFinder(RANKS)

/** What a form or a table calls a person or a name, beside the roles; a clinician or lawyer may add to them. */
const LABEL_WORDS = new Set(
  `coordinator worker nurse navigator signed signatory forenames forename alias nickname prescriber operator anaesthetist assistant scrub
  betreuer ersatzbetreuer sozialdienst bezugspflege operateur anästhesist unterzeichner ansprechpartner rufname spitzname kürzel
  référent signataire prénom prénoms surnom tuteur curateur opérateur anesthésiste rapporteur destinataire
  alcunha apodo contacto responsável responsable acompanhante cirurgião cirujano anestesista instrumentista enfermeira enfermeiro filiação
  chirurgo strumentista specializzando tutore coniugata vedova soprannome firma testimone familiare
  behandelaar regiebehandelaar voogd mentor contactpersoon handtekening apotheker huisarts roepnaam voorletters tolk casemanager
  operator anestezjolog opiekun wypełnił wypełniła sprawdził sprawdziła podpis nazwisko imię imiona instrumentariuszka sporządził`.split(
    /\s+/,
  ),
)
const INITIALS = new Set([
  'initials',
  'initialen',
  'voorletters',
  'initiales',
  'iniziali',
  'iniciais',
  'iniciales',
  'inicjały',
])
const MOST_LABEL = 4
const MOST_NAMES = 7

/** Before a cell and behind it. */
const EDGE = /[\n\r|\t]| {2}/u
const MARK = /^ ?[:|][ \t]*$/u
const INSIDE = /^(?: |, |\. ?|-|['’]| - )$/u

/** "Cirurgião | Prata | Bloco 2", "Named nurse: Grace": a cell behind one that says what somebody is. */
export function findCellNames({ words }: Reading): readonly IdentifierSpan[] {
  return words.flatMap((word, at) => {
    if (!MARK.test(word.gap) || NOBODY.test(word.text) || !isLabel(words, at)) return []
    const to = valueEnd(words, at)
    const value = words.slice(at, to)
    const isInitials = has(INITIALS, wordAt(words, at - 1)) && value.every(({ text }) => text.length <= 2)
    if (!endsCell(words, to) || !(isInitials || value.some(mayStandInCell))) return []
    const end = wordAt(words, to - 1).end
    return [{ start: word.start, end, type: 'person', by: 'names', confidence: 0.8 }]
  })
}

/** Up to four words from the edge of the cell, the first or the last of them a role. */
function isLabel(words: readonly Word[], at: number): boolean {
  for (let from = at - 1; from >= 0 && at - from <= MOST_LABEL; from -= 1) {
    const { gap } = wordAt(words, from)
    if (from > 0 && !EDGE.test(gap)) {
      if (/^[ (/-]+$/u.test(gap)) continue
      return false
    }
    return [wordAt(words, from), wordAt(words, at - 1)].some((word) => has(ROLES, word) || has(LABEL_WORDS, word))
  }
  return false
}

function valueEnd(words: readonly Word[], at: number): number {
  let to = at
  while (to - at < MOST_NAMES && (to === at || INSIDE.test(wordAt(words, to).gap)) && isOfName(words, to)) to += 1
  return to
}

function isOfName(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  return isCapital(word) || (has(PARTICLES, word) && isCapital(wordAt(words, at + 1)))
}

/** The cell ends, or a bracket says more of who is named. */
function endsCell(words: readonly Word[], at: number): boolean {
  const { start, gap } = wordAt(words, at)
  return start < 0 || /^[.,;]?(?:[\n\r|\t]| {2}| \|| ?[(/–])/u.test(gap)
}

/** A language or a nationality is nobody's name, nor a title alone. */
function mayStandInCell(word: Word): boolean {
  const { text, shape, name, ordinary, levels } = word
  if (has(TITLES, word) || has(ROLES, word) || text.length < 2) return false
  if (name > 0) return levels.people === 0 || ordinary === 0
  return ordinary === 0 && levels.place === 0 && (shape !== 'upper' || text.length > 5)
}

const MOST_IN_BRACKETS = 3

/** Shorter ones are short forms: "mother (DM)". */
const SHORTEST_IN_BRACKETS = 3

/** "la moglie (Assunta)", "bedrijfsarts (Ploeg, ArboFryslân)": behind what somebody is, a name in brackets. */
export function findBracketedNames({ words, languages }: Reading): readonly IdentifierSpan[] {
  const isGerman = languages[0] === 'de'
  return words.flatMap((word, at) => {
    if (word.gap !== ' (' || !has(ROLES, words[at - 1]) || !mayBeCalled(word, isGerman)) return []
    let to = at + 1
    while (to - at < MOST_IN_BRACKETS && wordAt(words, to).gap === ' ' && mayBeCalled(wordAt(words, to), isGerman))
      to += 1
    const end = wordAt(words, to - 1).end
    return [{ start: word.start, end, type: 'person' as const, by: 'names' as const, confidence: 0.7 }]
  })
}

/** Diseases stand there too: "Mutter (Hypertonie)". */
function mayBeCalled(word: Word, isGerman: boolean): boolean {
  const { shape, text, name, ordinary, levels } = word
  if (shape !== 'title' || text.length < SHORTEST_IN_BRACKETS || levels.safe > 0) return false
  if ([ROLES, TITLES, DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS].some((list) => has(list, word))) return false
  return name > 0 || ordinary === 0 || (!isGerman && ordinary === 1 && levels.en < 2)
}
