import { CURRENCY_WORD } from '../../../text/money.ts'
import { WEEKDAY, WEEKDAY_BESIDE_DATE } from '../../../text/calendar-words.ts'

/** The words of all languages in a table, as alternatives of a pattern. */
function anyOf(table: Readonly<Record<string, string>>): string {
  return Object.values(table)
    .flatMap((words) => words.trim().split(/\s+/))
    .map((word) => word.replaceAll('_', '\\s'))
    .toSorted((one, other) => other.length - one.length)
    .join('|')
}

/** Hardly anything but a day stands behind these, "_" being a space. */
const SURE_WORDS = {
  en: 'on dated due closes closing expires deadline set_for scheduled_for listed_for',
  de: 'am vom zum den dem per',
  fr: 'le du au ce_jour',
  es: 'el del al día',
  it: 'il del dal al giorno in_data',
  pt: 'em dia ao em_data_de',
  nl: 'op per d\\.?d\\.?',
  pl: 'dnia dn\\.? dniu',
}
/** Scores, doses and counts stand behind these too, among them days of the week in two small letters. */
const LIKELY_WORDS = {
  en: 'since from until till by through before after',
  de: 'bis ab seit von nach vor',
  fr: 'depuis dès avant après de à lu ma me je ve sa',
  es: 'desde hasta en a antes_del',
  it: 'da a entro fino_al dopo',
  pt: 'de desde até a',
  nl: 'van tot sinds vanaf na voor t/m tot_en_met ma di wo do vr za zo',
  pl: 'od do z na w po przed pn wt śr cz pt sb nd',
}
/** What happens on a day, by the beginnings of words: a visit, an examination, an operation, a hearing. */
const EVENT_WORDS = {
  en: 'visit round review clinic scan x-?ray echo bloods culture biops surg operation theatre admi discharge deadline hearing trial closing appointment seen date received rcvd sworn filed issued',
  de: 'visite kontroll termin frist vorfrist operation röntgen sono echo labor biops aufnahme entlass verleg konsil verhandlung eingang datum eingegangen erhalten ausgestellt zugestellt',
  fr: 'visite tour contrôle consult scanner radio écho écho bilan biops intervention opér entrée sortie audience délibéré échéance date reçu visé notifié',
  es: 'visita control consulta cita ecograf ecocardio analítica biops cirug intervención ingreso alta vista juicio plazo urgencias evolu planta fecha recibid registrad notificad emitid',
  it: 'visit giro controllo ecograf ecocardio esami biops intervento ricovero dimission udienza scadenza termine data ricevut protocollat notificat emess',
  pt: 'visita consulta retorno ecograf ecocardio anális biops cirurg intern alta audiência prazo evolução hemocult urocult colonosc data banco recebid notificad emitid alegações',
  nl: 'visite controle afspraak poli echo röntgen biopt operatie opname ontslag zitting termijn hielprik datum ontvangen ingekomen verzonden',
  pl: 'wizyt obchód obchod kontrol badani biops operacj zabieg przyję wypis rozpraw termin dyżur data wpł otrzyman nadan doręczon',
}
/** The same as they are shortened in records, in capitals: the last menstruation, the day of birth that is expected, an image. */
export const SHORT_EVENTS =
  'FUR|FUM|FPP|DUM|DPP|DDR|DPA|LMP|EDD|EDC|U\\.?M|UPM|OM|LM|LR|TP|CT|TC|TAC|RM|RMN|IRM|MRI|MRT|TK|USG|RTG|R[Xx]|ECO|EC[GH]|EKG|O[Pp]|OK|SOR|SU|ER|ED|WR|AU'

/** The day itself, in eight languages; French and Portuguese keep other anniversaries too, and say of what: "anniversaire du contrat". */
export const BIRTHDAY =
  "(?:birth ?days?|b-?day|geburtstags?|cumpleaños|compleanno|verjaardag|urodzin\\p{L}{0,3}|(?:anniversaire|aniversário)(?!\\s(?:(?:de|du|des|d[ao]s?)\\s|d[’'])(?!naiss|nasc|(?-i:\\p{Lu}))))"

/** Labels and verbs of the eight languages, shortened too: "D.O.B.", "FdN". */
export const BIRTH_WORDS = `(?:born|births?|birth ?date|${BIRTHDAY}|d\\.? ?o\\.? ?b|y\\.? ?o\\.? ?b|geb(?:oren|urts(?:datum|jahr)|\\.?-?dat(?:um)?)?|née?|nee|ne(?=\\sle\\s)|né\\(e\\)|naissance|d\\.?d\\.?n|nacid[oa]|nacimiento|f\\. ?nac|fe?c?h?a?\\.? ?nac|f\\.?d\\.?n|nat[oa](?:/[oa])?|nascita|nascid[oa]|nascimento|d\\. ?nasc|nasc|geboorte(?:datum|dag|jaar)?|ur|urodz(?:on[ya]|enia)?)`

/** What a day is told by where its order is not: "le 12/03", "Di 12/03", "Visite 12/03". */
export const SURE_CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyOf(SURE_WORDS)}|(?:${WEEKDAY}|${WEEKDAY_BESIDE_DATE})\\.?,?)\\s$`,
  'iu',
)
export const LIKELY_CUE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(LIKELY_WORDS)})\\s$`, 'iu')
/** Behind a day of the week, or "dated", the month needs no two figures: "d.d. 3-11", "Di 3.4". */
export const DATED_CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:d\\.?d\\.?|(?:${WEEKDAY}|${WEEKDAY_BESIDE_DATE})\\.?,?)\\s$`,
  'iu',
)
/** A time behind it says the same. */
export const CLOCK_BEHIND = /^,?\s(?:ore|alle|à|a las|às|om|um|godz\.?|h)\s\d{1,2}/iu
/** Behind these "7.3." is a day, for who writes days so has a comma in decimals. */
export const POINTED_CUE = /(?<!\p{L})(?:bis|ab|seit|od|do)\s$/iu
const EVENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(EVENT_WORDS)})\\p{L}{0,14}[.:]?\\s?\\(?$`, 'iu')
const SHORT_EVENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SHORT_EVENTS})[.:]?\\s?\\(?$`, 'u')

const NEAR_EVENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(EVENT_WORDS)})\\p{L}{0,14}\\s\\p{L}{3,12}\\s$`, 'iu')

const NEAR_SHORT_EVENT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SHORT_EVENTS}) \\p{L}{3,12} $`, 'u')

/** "Entlassung geplant 9.5.", "Rx tórax 12/04" */
export function isNearEvent(before: string): boolean {
  return NEAR_EVENT.test(before) || NEAR_SHORT_EVENT.test(before)
}

/** "Visite 4.3.", "Ecocardiograma (5/1". */
export function isBehindEvent(before: string): boolean {
  return EVENT.test(before) || SHORT_EVENT.test(before)
}

/** "3 to" in front of a day: the first one of a range. */
export const RANGE_BEFORE =
  /(?<![\p{L}\p{N}.,/])(?:[12]\d|3[01]|0?[1-9])\.?(?:\s?[-–]\s?|\s(?:and|to|bis|und|au|et|al|y|e|a|ao|até|tot|tot en met|t\/m|en|do|na|i)\s(?:the |den |zum |le |el |il |o |l['’])?)$/iu

/** Words beside which two numbers and a stroke are a score, a strength, a pressure, an acuity, or a value with its decimals. */
const MEASURE_WORDS = {
  en: 'pain strength power score scale murmur pressure acuity vision rated rating dose level reflex grade ratio visual height weight temp sats? pulse mark value rate rose fell index apgar',
  de: 'schmerz kraft kraftgrad score skala blutdruck visus bewertet dosis spiegel reflex grad wert note stieg fiel gesunken gestiegen größe gewicht puls temp',
  fr: 'douleur force score échelle souffle tension acuité cotée? dose taux réflexe grade valeur vision taille poids',
  es: 'dolor fuerza escala soplo tensión presión agudeza visión puntuación dosis nivel reflejo grado valor talla peso ritmo',
  it: 'dolore forza scala soffio pressione visus acuità punteggio dose livello riflesso grado valore peso altezza',
  pt: 'dor força escala sopro tensão pressão acuidade visão pontuação dose nível reflexo grau valor peso altura',
  nl: 'pijn kracht score schaal souffle bloeddruk visus dosis spiegel reflex graad waarde gewicht lengte',
  pl: 'ból bólu bólowe siła siły skali skala szmer ciśnieni wzrok ostrość dawk poziom odruch stopień wartość waga wzrost',
}
/** "Wed", "mié", "Do.": it belongs to the day. */
export const WEEKDAY_LEAD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WEEKDAY}|${WEEKDAY_BESIDE_DATE})\\.?,?\\s$`, 'iu')
const SHORT_MEASURES =
  'NRS|VAS|EVA|EN|VRS|NPRS|MRC|BMRC|GCS|MMSE|MoCA|BP|RR|TA|PA|HTA|CTG|AV|VA|AO|OD|OS|OG|OI|VOD|VOS|FS|EF|HF|FC|HR|INR|CRP|PCR|pH|Hb|Hgb|Krea|Kreatinin|HbA1c|TSH|SpO2|SatO2|Barthel|Apgar|Berg|Tinetti|Norton|Braden|Lachman|Schober|T|Tp|Temp|Hto|Ht|K|Na|Ca'
const MEASURE = new RegExp(`(?<!\\p{L})(?:${anyOf(MEASURE_WORDS)})\\p{L}{0,8}[^\\n;]{0,24}$`, 'iu')
const SHORT_MEASURE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${SHORT_MEASURES})(?!\\p{L})[^\\n;.]{0,14}$`, 'u')

export function isBehindMeasure(before: string): boolean {
  return MEASURE.test(before) || SHORT_MEASURE.test(before)
}

/** An article, a version, a room: a number that is no day follows. */
export const NUMBERED =
  /(?:§{1,2}|(?<!\p{L})(?:artt?|arts(?=\.)|art[íi]culos?|artikel|articles?|abs|ziff(?:er)?|rn|rz|erw|kap|kapitel|chap(?:ter)?|cap|clauses?|sections?|paragraphs?|paras?|punkt|punt|punto|point|pkt|ust|lit|fig|figure|abb|tab|table|v|vers(?:ion|ione|ión|ão)?|wersja|nos?|nr|num|número|n|n[º°o]|ley|lei|law|act|legge|l|lgs|d\.?p\.?r|loi|proc|az|sygn|rg|room|zimmer|bett|bed|kamer|chambre|hab(?:itación)?|quarto|sali|łóżko|letto|cama|leito|lit|ch|sala|saal|e|stage|stadium|grade|rule|exhibit|items?|teil|anlage|annex|schedule|pages?|pp?|s|str|seite))\s?\.?\s?:?\s?$/iu

/** A unit, an hour, or what a fraction is of. */
export const UNIT_BEHIND = new RegExp(
  `^\\s?(?:[%‰°€$£×]|(?:${CURRENCY_WORD}|zł|mg|g|kg|µg|μg|mcg|ml|cl|dl|l|mmol|mval|mmHg|mm|cm|m|km|kPa|UI|IE|IU|U|(?:h|[Uu]hr|uur|heures?|ore|horas|godz)(?!\\.?\\s?\\d)|hours?|hrs|min|sec|s|J|kJ|W|kW|V|kV|bpm|Hub|Tbl|[Tt]ab|Tabl|cpr?|compr?|gtt|Std|Stück|Jahre?n?|years?|ans|años|anni|anos|jaar|lat|weeks?|days?|months?|Wochen|Tagen?|Monaten?|semaines|jours|mois|semanas|días|meses|settimane|giorni|mesi|dias|weken|dagen|maanden|tygodni|dni|x)(?![\\p{L}'’]))`,
  'u',
)
export const FRACTION_OF =
  /^\s(?:med|dist|prox|metac|metat|dig|finger|dit|falan|vert|cost|ribs?|lomb|der\s|des\s|du\s|von\s|van\s|inf|sup|moy|mit|of\s|de\s?la\s|de los\s|de l['’]|della?\s|delle\s|dei\s|do\s|da\s|van de|tab|compr|cup|cp|amp|vial|teaspoon|occasion|cases|patients|fingers|ext|limb)/iu
