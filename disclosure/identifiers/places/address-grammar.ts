import { ANY_MONTH } from '../../../text/calendar-words.ts'
import { inAnyCase } from '../patterns/any-case.ts'
import {
  ADDRESS_LABELS,
  BEFORE_ADDRESS,
  BOXES,
  FLOORS,
  HOUSES_BEFORE,
  HOUSES_BEHIND,
  LANDMARKS,
  QUARTERS,
  RURAL_FIRST,
  SIDES,
  STREETS_FIRST,
  STREETS_WITH_NUMBER,
  UNITS,
} from './address-words.ts'

/** Nothing of a word before, nothing behind. */
export const EDGE = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`
const words = (lines: readonly string[]) => inAnyCase(lines.join('|'))

const SMALL = String.raw`(?:d[aeo]s?|del|della|dello|dei|degli|delle|di|du|des|la|le|les|las|los|el|al|alla|y|e|et|van|von|der|den|dem|het|ten|ter|of|sous|sur|aux?|à|św\.|im\.|gen\.|ks\.|dr\.|mjr|pl\.)[ \u00a0]|(?:d|l|dell|all|nell|dall)['’]`
const WORD = String.raw`\p{Lu}[\p{L}\p{M}]{0,24}(?:['’][ \u00a0]?\p{L}{1,20})?(?![\p{L}\p{N}])\.?`
const DAY = String.raw`(?:\d{1,2}|1er|1º|[XVI]{1,6})\.?[ \u00a0](?:de[ \u00a0])?(?:${inAnyCase(ANY_MONTH)})`
/** The name of a street, a farm or a hamlet: "25 de Abril", "della Repubblica", "św. Anny", "la Motte au Bois". */
export const NAME = String.raw`(?:(?:${SMALL}){0,3}(?:${DAY}|${WORD})(?:(?:[ \u00a0]|-)(?:\p{Ll}{1,4}-){0,2}(?:${SMALL}){0,3}${WORD}){0,5})`
const LETTER = String.raw`(?:[ \u00a0]?(?:bis|ter|quater|qter)|[ \u00a0]?\p{L}|[-/]\p{L})?${END}`
const KILOMETRE = String.raw`km\.?[ \u00a0]?\d{1,4}(?:[.,+]\d{1,3})?`
/** A house number with what belongs to it: "12 bis", "403/B", "31/0201", "s/n", "1.015", "77-79". */
export const NUMBER = String.raw`(?:(?:\d{1,2}\.\d{3}|\d{1,5})${LETTER}(?:(?:[-–/]\d{1,4}|[ \u00a0][-–/][ \u00a0]\d{1,3})${LETTER}){0,3}|[sS]/[nN][º°]?|snc${END}|SNC${END}|s\.n\.c\.|${KILOMETRE})(?![.,:]\d|[ \u00a0]?(?:%|[mkµμ]?g\b|mcg|m[lL]\b|mm|cm|IE\b|UI\b|I\.E|U/|mmol|mval|kg|x\b|Uhr|h\b))`
/** What leads from a street to its number: "12", ", 12", " n.º 12", " nr 12". */
export const TO_NUMBER = String.raw`(?:,?[ \u00a0]{1,2}|,)(?:(?:n(?:\.[ \u00a0]?[ºo°]|[º°]|r\.?|um\.|\.)?|número|numero|no\.|#)[ \u00a0]?)?`

/** A street with its kind first. The group `id` is not used: the whole match is the address. */
export const STREET = String.raw`${EDGE}(?:(?:${words(STREETS_FIRST)}|${words(STREETS_WITH_NUMBER)})[ \u00a0]{0,2}${NAME})${TO_NUMBER}${NUMBER}`
export const NUMBER_STREET = String.raw`${EDGE}\d{1,4}${LETTER},?[ \u00a0](?:${words(STREETS_FIRST)}|${words(STREETS_WITH_NUMBER)})[ \u00a0]${NAME}`
export const BARE_STREET = String.raw`${EDGE}(?:${words(STREETS_FIRST)})[ \u00a0]{0,2}${NAME}`
export const RURAL = String.raw`${EDGE}(?:${words(RURAL_FIRST)}|${LANDMARKS.join('|')})[ \u00a0]${NAME}(?:${TO_NUMBER}${NUMBER})?`
/** "Cra. 55 # 82-41", "Calle 12 No. 4-30": streets of Colombia that are numbers. */
export const GRID_STREETS =
  'calle|cll\\.?|cl\\.|carrera|cra\\.?|kra\\.?|cr\\.|diagonal|dg\\.?|transversal|tv\\.?|avenida|av\\.?'
export const GRID = String.raw`${EDGE}(?:${inAnyCase(GRID_STREETS)})[ \u00a0]?\d{1,3}[ \u00a0]?\p{L}?(?:[ \u00a0](?:bis|sur|norte|este|Sur|Norte|Este))?[ \u00a0]?(?:#|[Nn]o\.?|[Nn][º°]\.?)[ \u00a0]?\d{1,3}[ \u00a0]?\p{L}?[ \u00a0]?-?[ \u00a0]?\d{1,3}`
/** "Rod. GO-164, km 48", "carretera Ma-10, km 52,400". */
export const ROAD_KINDS =
  'carretera|ctra\\.?|rodovia|rod\\.|strada statale|strada provinciale|S\\.?S\\.?|S\\.?P\\.?|droga krajowa|DK|route|RN|Bundesstraße'
export const ROAD = String.raw`${EDGE}(?:(?:${inAnyCase(ROAD_KINDS)})[ \u00a0])?\p{Lu}\p{L}{0,2}[- ]?\d{1,4},?[ \u00a0](?:(?:al|no|alla?)[ \u00a0])?(?:${KILOMETRE})`

/** Kinds of street that are nothing else: without a number too. */
export const SURE_KINDS =
  'rue|impasse|chemin|avenue|boulevard|ruelle|quai|faubourg|plaza|plaça|placu|praceta|calle|avenida|avda\\.|carrer|avinguda|viale|piazza|piazzale|corso|rua|travessa|alameda|praça|ul\\.|ulica|ulicy|osiedle'
export const SURE_STREET = String.raw`${EDGE}(?:${inAnyCase(SURE_KINDS)})[ \u00a0]${NAME}`
const VALUE = String.raw`(?:\d{1,4}(?:\.?[ºª°])?(?:[ \u00a0]?\p{L}(?!\p{L}))?|[IVX]{1,5}|\p{Lu}\d{0,3}|\p{Lu}-?\d{1,3}|${inAnyCase('primo|secondo|terzo|quarto|quinto|terra|rialzato|primera|segunda|tercera|primero|segundo|tercero|links|rechts|dcha|izda|izq')})(?:/\d{1,3})?\.?${END}(?![.,]\d)`
const UNIT = String.raw`(?:${words(UNITS)})[ \u00a0:]{0,2}(?:n\.?[º°]?[ \u00a0]?)?${VALUE}`
const FLOOR = String.raw`(?:\d{1,2}(?:\.[ \u00a0]?º|\.|er|re|e|è|ème|eme|nd|st|rd|th|º|ª|°|o)?|[IVX]{1,4})[ \u00a0-]?(?:${inAnyCase(FLOORS)})${END}`
const SIDE = String.raw`(?:${inAnyCase(SIDES)})${END}\.?`
const DOOR = String.raw`\d{1,2}(?:\.?[ºª°]|o\b|a\b)[ \u00a0]?(?:[-–,]?[ \u00a0]?(?:\p{Lu}(?!\p{L})|\d{1,2}\.?[ºª]|${SIDE})){0,3}`
const BOX = String.raw`(?:${inAnyCase(BOXES)})[ \u00a0]?(?:n[º°.][ \u00a0]?)?\d{1,6}${END}`
/** A name and a number that a flat or a floor behind makes an address: "Ringwade 61, 2e etage". */
export const NUMBERED_AND_UNIT = String.raw`${EDGE}${NAME}[ \u00a0]${NUMBER},?[ \u00a0](?:(?:${inAnyCase('m|lok|mieszk|apto|apt|appt|int|interno|scala|esc|Whg|Top|Stiege|flat|bus')})\.?[ \u00a0]${VALUE}|${FLOOR})`
/** Two rooms or floors in a row are an address by themselves: "Bât. C4, 13e ét., porte 134". */
export const CHAINED_UNITS =
  'bât|bat|bloc|esc|escalier|étage|porte|appt|apto|bloco|bl|scala|interno|int|piano|stg|stiege|tür|whg|portal|piso|puerta|pta|klatka|lok|depto|flat|block'
export const UNIT_CHAIN = String.raw`${EDGE}(?:(?:${inAnyCase(CHAINED_UNITS)})\.?[ \u00a0]${VALUE}|${FLOOR})(?:,?[ \u00a0](?:${UNIT}|${FLOOR})){1,4}`
/** A name with a number, behind what only stands before an address. */
export const NUMBERED_BEHIND_CUE = String.raw`(?:${inAnyCase(BEFORE_ADDRESS)})[ \u00a0:|]{1,4}(?<id>(?:(?:Am|An|Im|In|Auf|Zum|Zur|Unter|Hinter|Vor|Bei)(?:[ \u00a0]de[rmn])?[ \u00a0])?${NAME}${TO_NUMBER}${NUMBER})`
/** What stands in the line of a form behind its label. */
export const LABELLED_ADDRESS = String.raw`(?<=^|[\n|] {0,12})(?:${inAnyCase(ADDRESS_LABELS)})[ \u00a0]{0,8}[:|][ \u00a0]{0,4}(?<id>[\p{L}\p{N}][^\n|;]{3,90}?)(?=[ \u00a0]{0,8}(?:[\n|;]|$)|[ \u00a0]{3})`
const BRACKET = String.raw`\(\p{Lu}[^()\n\d:]{0,30}\)`

/** Postal codes of eight countries, with the letters of a country or "CEP" before. */
export const CODE = String.raw`(?:(?:[A-Z]{1,2}-|CEP:?[ \u00a0]|C\.?P\.?:?[ \u00a0]|CAP[ \u00a0]|PLZ[ \u00a0]))?(?:\d{2}\.\d{3}-\d{3}|\d{5}-\d{3}|\d{4}-\d{3}|\d{2}-\d{3}|\d{5}|\d{4}[ \u00a0]?[A-Z]{2}|\d{4})(?![\p{L}\p{N}]|[.,]\d)`
const BRITISH_CODE = String.raw`(?:[A-Z]\d[\dW][ \u00a0]?[A-Z\d]{4}|[A-Z]{1,2}\d[A-Z\d]?(?:[ \u00a0]\d[A-Z]{2})?)${END}`
const TOWN_WORD = String.raw`\p{Lu}[\p{L}\p{M}]{1,24}(?:['’]\p{L}{1,20})?`
const TOWN_JOINT = String.raw`(?:-(?:[\p{Ll}]{1,4}-){0,2}|[ \u00a0](?:de la|d[aeo]s?|del|della|di|du|des|la|le|les|el|los|las|am|an der|a\.[ \u00a0]?d\.|im|in der|in|ob|bei|vor der|van|aan den|aan de|en|sous|sur|sul|upon|nad|[yi])[ \u00a0](?:[dl]['’])?|[ \u00a0][dl]['’])`
/** A town of several words: "Noto (SR)", "Le Bugue", "San Xoán de Lousada", "Belo Horizonte/MG", "Bourg-en-Bresse Cedex 9". */
export const TOWN = String.raw`(?:(?:Bad|St\.?|Sankt|San|Santa|Santo|São|Saint|Sainte|Le|La|Les|Los|Las|El|L['’]|Den|De|Het|Nowy|Nowa|Stary|Stara|New|Great|Little|Upper|Lower|Castel|Monte|Villa|Puerto|Vila|Nova|Ponte)[ \u00a0-]?)?${TOWN_WORD}(?:${TOWN_JOINT}${TOWN_WORD}){0,3}(?:[ \u00a0]${TOWN_WORD}(?=[ \u00a0]?(?:[,.;:)(\n|/]|$|[-–][ \u00a0])))?(?:[ \u00a0](?:Cedex|CEDEX)(?:[ \u00a0]\d{1,2})?)?(?:[ \u00a0]?\([^()\n\d]{1,25}\))?(?:[ \u00a0]?[/–-][ \u00a0]?[A-Z]{2}${END}|,[ \u00a0][A-Z]{2}${END})?`
const QUARTER = String.raw`(?:${inAnyCase(QUARTERS)})[ \u00a0]${NAME}`

const sticky = (expression: string) => new RegExp(expression, 'uy')
/** What an address goes on with, from the surest on; each is tried behind a separator. */
export const PARTS: readonly RegExp[] = [
  String.raw`${CODE}(?:,?[ \u00a0]|[ \u00a0]?[-–][ \u00a0]?|,?\n)${TOWN}`,
  UNIT,
  FLOOR,
  DOOR,
  SIDE,
  BOX,
  QUARTER,
  BRITISH_CODE,
  BRACKET,
  CODE,
].map(sticky)
export const SEPARATOR = sticky(String.raw`(?:[ \u00a0]?[,;·/|–-]|,?[ \t]?\n[ \t>|]{0,8})?[ \t]{0,2}`)
export const TOWN_HERE = sticky(TOWN)
export const TO_TOWN = sticky(
  String.raw`(?:[ \u00a0](?:te|in|a|à|en|em|w|we|de|in)[ \u00a0]|[ \u00a0]?[,–/|·-][ \u00a0]?|,?\n)`,
)

/** What may stand before a street: a flat, a floor, a house with a name, a quarter. */
export const HEADS: readonly RegExp[] = [
  String.raw`(?:${UNIT}|${FLOOR}|${SIDE}|${BOX}|(?:${words(UNITS)})(?=[ \u00a0]$))`,
  String.raw`(?:The[ \u00a0])?\p{Lu}[\p{L}'’]{1,20}(?:[ \u00a0][\p{L}'’]{2,20}){0,3}[ \u00a0](?:${HOUSES_BEHIND})`,
  String.raw`(?:${inAnyCase(HOUSES_BEFORE)})[ \u00a0]${NAME}`,
  String.raw`(?:${words(RURAL_FIRST)}|${inAnyCase(QUARTERS)})[ \u00a0]${NAME}`,
].map((expression) => new RegExp(String.raw`${EDGE}${expression}(?:,|[ \u00a0]?[–-])?[ \u00a0]{1,2}$`, 'u'))
/** A number, or a code and a town, right before the kind of street: not the end of a day, "3/7/38, 14 Abbey Court". */
export const NUMBER_BEFORE = new RegExp(
  String.raw`${EDGE}(?<!\d[./-])\d{1,4}${LETTER}(?:[ \u00a0]?[-–/][ \u00a0]?\d{1,4})?,?[ \u00a0]$`,
  'u',
)
export const TOWN_BEFORE = new RegExp(String.raw`${EDGE}(?:${CODE}[ \u00a0])${TOWN},?[ \u00a0]$`, 'u')
