import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { UNIT_BEHIND } from './dates/day-cues.ts'
import type { IdentifierSpan, IdentifierType } from './identifier.ts'
import { isRoundRange } from './patterns/numbers/laboratory-values.ts'

/** Groups of digits with the marks that stand in phone numbers; at most fifteen groups. */
const CANDIDATE =
  /(?<![\p{L}\p{N}./:-]|\d,|[$€£]\s?)(?:\+|00)?[( ]{0,2}\d{1,11}(?:[ .\-–/()]{1,3}\d{1,11}){0,14}(?:\s?(?:x|ext\.?|extension|durchwahl|dw|poste)\s?\.?\d{1,6})?(?![\p{L}\p{N}])/giu

/** So much of what stands before tells what a number is. */
const LOOKED_BACK = 40

/** Numbers without a country code are tried as numbers of these. */
const HOMES: readonly CountryCode[] = [
  'US',
  'GB',
  'IE',
  'DE',
  'FR',
  'BE',
  'ES',
  'CH',
  'AT',
  'IT',
  'PT',
  'BR',
  'NL',
  'PL',
  'AU',
  'IN',
  'MX',
]
const [SHORTEST, LONGEST] = [7, 15]

/** Years and ranges of them have four digits twice. */
const YEARS = /^(?:1[89]|20)\d{2}\s?[-–/]\s?(?:1[89]|20)?\d{2,4}$/u
const DAY_FIRST =
  /^[( ]{0,2}(?:\d{1,2}([./-])\s?\d{1,2}\1\s?(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2})(?![\d./-])/u
const DAY_LAST = /[\s(]+(?:[0-3]?\d([./-])[01]?\d\1(?:19|20)\d{2}|(?:19|20)\d{2}([./-])\d{1,2}\2\d{1,2})$/u

/** Energies of shocks, and a time with a value behind it: "200/200/360", "22.00 – 214". */
const SERIES = /^\(?\d{2,3}(?:\/\d{2,3}){2,}\)?$|^\d{1,2}\.\d{2}\s?[–-]\s?\d{1,3}$/u

/** A large number in groups of thousands. */
const THOUSANDS = /^\d{1,2}(?: \d{3}){2}$/u

/** "2145/2016", "13.709/2018": of a year; "1.234.567". */
const OF_YEAR = /^[\d.]{1,9}\/(?:19|20)\d{2}$|^\d{1,2}(?:\.\d{3}){2}$/u

/** Between two numbers; a number itself has no stroke among spaces. */
const BETWEEN = /\s\/\s|\s[-–]\s(?=\+|0)/u

/** A mobile number of Brazil, whose 9 may stand apart. */
const BRAZILIAN = /^\(?0?[1-9]\d\)?[ .-]?9[ .-]?\d{4}[ .-]?\d{4}$/u

/** Mobile numbers of nine digits, which Spain, Portugal and Poland write without a space. */
const MOBILE_HOMES: readonly CountryCode[] = ['ES', 'PT', 'PL']
const MOBILE_DIGITS = 9

/** Phone and fax numbers, of any country: by their plan, by a word before, or by the way their digits are grouped. */
export function findPhones(text: string): readonly IdentifierSpan[] {
  const spans: IdentifierSpan[] = []
  for (const { start: from, raw } of candidatesIn(text)) {
    const found = withoutDays(balanced(raw))
    const start = from + raw.indexOf(found)
    const digits = found.replace(/(?:x|ext|durchwahl|dw|poste).*$/iu, '').replace(/\D/g, '').length
    if (digits < SHORTEST || digits > LONGEST) continue
    const before = text.slice(Math.max(0, start - LOOKED_BACK), start)
    const end = start + found.length
    const cued = PHONE_CUE.test(before) || CONTACT_BEHIND.test(text.slice(end, end + LOOKED_BACK))
    const type: IdentifierType = FAX_CUE.test(before) ? 'fax' : 'phone'
    const isMeasure = !cued && UNIT_BEHIND.test(text.slice(end, end + 8))
    const confidence = isMeasure ? 0 : cued ? ofCue(before) : confidenceOf(found, digits)
    if (confidence > 0) spans.push({ start, end, type, by: 'pattern', confidence })
  }
  return [...spans, ...findExtensions(text, spans)]
}

/** Two numbers with a stroke between them are two candidates. */
function candidatesIn(text: string): readonly { readonly start: number; readonly raw: string }[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ index, 0: raw }) => {
    let start = index
    const parts = raw.split(BETWEEN)
    return (parts.every(isLong) ? parts : [raw]).map((part) => {
      start = text.indexOf(part, start)
      return { start, raw: part }
    })
  })
}

/** "0711 / 5532-4180" is one number. */
function isLong(part: string): boolean {
  return part.replace(/\D/g, '').length >= SHORTEST
}

/** Without a bracket that opens or closes nothing here, and without what stands around it. */
function balanced(raw: string): string {
  const trimmed = raw.trim()
  return trimmed.startsWith('(') && !trimmed.includes(')') ? trimmed.slice(1).trim() : trimmed
}

/** "23.11.1931 (92": a day before or behind a number is no part of it. */
function withoutDays(found: string): string {
  const day = DAY_FIRST.exec(found)?.[0]
  const rest = day === undefined ? found : balanced(found.slice(day.length).replace(/^[\s.\-–/)]+/u, ''))
  return rest.replace(DAY_LAST, '')
}

function ofCue(before: string): number {
  return REGISTER_CUE.test(before) ? 0.85 : 0.9
}

/** 0: no phone number. */
function confidenceOf(found: string, digits: number): number {
  if (/^(?:\+|00)/.test(found)) return 0.85
  if (/^\d+$/.test(found)) return ofDigitsAlone(found, digits)
  if (BRAZILIAN.test(found)) return 0.85
  return [YEARS, SERIES, THOUSANDS, OF_YEAR].some((form) => form.test(found)) || isRoundRange(found)
    ? 0
    : ofGroups(found, digits)
}

function ofDigitsAlone(found: string, digits: number): number {
  if (digits > MOBILE_DIGITS) return isOfAPlan(found) ? 0.75 : 0
  return digits === MOBILE_DIGITS && isMobile(found) ? 0.6 : 0
}

function ofGroups(found: string, digits: number): number {
  if (/[().-]/u.test(found)) return isOfAPlan(found) ? 0.85 : looksGrouped(found) ? 0.6 : 0
  if (/^\d{3} \d{4}$/.test(found)) return 0.5
  if (WITH_STROKE.test(found)) return isOfAPlan(found) ? 0.8 : 0
  return digits >= 8 && looksGrouped(found) && (found.startsWith('0') || isOfAPlan(found)) ? 0.7 : 0
}

/** "0172/5 51 90 23". */
const WITH_STROKE = /^0[1-9]\d{1,4} ?\/ ?\d{1,8}(?: \d{2,4}){0,4}$/u

/** Two to six groups of two to five digits. */
function looksGrouped(found: string): boolean {
  const groups = found.match(/\d+/g) ?? []
  return groups.length >= 2 && groups.length <= 6 && groups.every(({ length }) => length >= 2 && length <= 8)
}

function isOfAPlan(found: string): boolean {
  return HOMES.some((home) => parsePhoneNumberFromString(found, home)?.isValid() ?? false)
}

function isMobile(found: string): boolean {
  return MOBILE_HOMES.some((home) => parsePhoneNumberFromString(found, home)?.getType() === 'MOBILE')
}

/** Words before the number of a telephone inside a house. */
const EXTENSION_WORDS =
  'ext|extn|extension|extensión|extensao|extensão|int|interno|interni|poste|durchwahl|dw|nebenstelle|apparat|wewn|wew|wewnętrzny|toestel|tst|sein(?=[.:]?\\s\\d{5})|ramal|anexo|bleep|bip|beeper|pager|busca|pieper|seintoestel|dect|piepser|centralka'

/** "ext. 3317", "poste 4 61 27", "bleep 214"; a joint is turned by "ext. 30°". */
const EXTENSION = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<word>${EXTENSION_WORDS})(?:\\s(?:nr|n[º°]|no|number))?[.:]{0,2}\\s?(?<id>\\d(?:[ .-]?\\d){2,5})(?![\\p{L}\\p{N}°%]|\\s?(?:°|mg|ml|mm|cm|Grad|grad|g\\b)|[.,:/]\\d)`,
  'dgiu',
)

/** These mean other things too, before a number of three figures. */
const WITH_OTHER_SENSE = /^(?:ext|int|interno|interni|anexo)$/iu

/** What stands behind a number and has its last figures anew: "· Fax -4189", ", -12". */
const TAIL =
  /^\s?(?:[·,;/|]|oder|und|bzw\.?|or|et|ou|lub|of)?\s?(?:(?:tele)?fax|fx|f|dw|durchwahl|mobil|sekretariat)?\.?:?\s?(?<id>[-–]\s?\d{2,5})(?![\d/%]|[.,]\d|\s?(?:°|mg|ml))/iu
const NEAR = 40

/** Numbers of telephones inside a house, behind their word or behind the number of the house. */
function findExtensions(text: string, phones: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const labelled = [...text.matchAll(EXTENSION)].flatMap(({ groups, indices }) => {
    const [start, end] = indices?.groups?.id ?? [0, 0]
    const isShort = (groups?.id ?? '').replace(/\D/gu, '').length < 4
    return isShort && WITH_OTHER_SENSE.test(groups?.word ?? '') ? [] : [asPhone(start, end)]
  })
  return [...labelled, ...phones.flatMap(({ end }) => tailsFrom(text, end))]
}

/** Each behind the one before. */
function tailsFrom(text: string, from: number): readonly IdentifierSpan[] {
  const match = TAIL.exec(text.slice(from, from + NEAR))
  const written = match?.groups?.id
  if (!match || written === undefined) return []
  const end = from + match[0].length
  return [asPhone(end - written.length, end), ...tailsFrom(text, end)]
}

function asPhone(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'phone', by: 'pattern', confidence: 0.75 }
}

/** Words before a number that say that it is a telephone number, by language; parts in brackets may be left out. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'phones? tel telephone cell cellphone mobile mob landline fax pager beeper call dial text sms whatsapp contact number desk office home work line hotline reach reached ring ringing calling answer answering',
  de: 'telefon fon handy mobil mobilnummer rufnummer telefonnummer nummer rückruf erreichbar natel tel-nr handynummer notfallnummer durchwahl handynr telefonnr rufnr mobilnr festnetz',
  fr: 'téléphone portable port tél joindre joignable numéro rappeler gsm standard fixe nat',
  es: 'teléfono móvil celular número tfno tlf tlfno telf fono contacto llamar cel',
  it: 'telefono cellulare cell numero recapito recapiti rec',
  pt: 'telefone telemóvel celular fone zap whats número contacto contato ramal telef tlm tm',
  nl: 'telefoon mobiel gsm nummer telefoonnummer bellen bereikbaar telnr',
  pl: 'telefon telefonu komórka komórki kom kontakt kontaktowy numer nr_tel tel_kom dzwonić',
}
const all = Object.values(WORDS)
  .flatMap((words) => words.split(' '))
  .map((word) => word.replaceAll('_', '\\.?\\s'))
  .toSorted((one, other) => other.length - one.length)

/** A longer word may end another ("Notfalltelefon"); "port" ends words that have nothing to do with it. */
const [long, short] = [all.filter(({ length }) => length > 5), all.filter(({ length }) => length <= 5)]

const TO_NUMBER =
  '(?:\\s(?:me|us|her|him|them|at|on|number|no\\.?|nr\\.?|n[º°]\\.?|is|is:|ist|lautet|als|unter|au|al|le|el|il|o|de|del|do|dele|dela|é|es|è|est|van|op|pod|to|jest|z pacjent\\p{L}{1,3}|to:|:))*[\\s.:#()|-]{0,4}(?:\\(?[hcwmo]\\)?[:.]?\\s?)?$'

const PHONE_CUE = new RegExp(`(?:${long.join('|')}|(?<!\\p{L})(?:${short.join('|')}))${TO_NUMBER}`, 'iu')
const FAX_CUE = /fax[\s.:#()-]{0,4}(?:number|no\.?|nr\.?|is)?[\s.:#()-]{0,4}$/iu

/** Before the number of a company or an account: where a label says the same, that one is surer. */
const REGISTER_CUE =
  /(?:(?:compan(?:y|ies)|regist(?:ration|ered)|charity|vat|tax|invoice|account|policy)\s(?:registration\s)?(?:number|no\.?)|(?:register|steuer|rechnungs|kunden|firmen|vertrags|ondernemings|klant|factuur|polis)-?n(?:ummer|r\.?))[\s.:#()|-]{0,4}$/iu

/** Behind a number: another way to reach the same person. */
const CONTACT_BEHIND = /^[\s,;|·–-]{1,4}(?:e-?mail|mail|fax|correo|courriel|adres e-mail|tel)(?!\p{L})/iu
