import type { IdentifierType } from '../../identifier.ts'
import { namesMeasure } from './laboratory-values.ts'
import {
  CODE,
  digitsIn,
  isDecimal,
  isHarmlessNumber,
  isMeasured,
  isYearOrRound,
  SIGN,
  SIGN_OR_NO,
} from './number-context.ts'
import { NUMBER_LABELS } from './number-labels.ts'
import { isRegistered } from './code-patterns.ts'
import { inAnyCase } from '../any-case.ts'
import type { Around, Judgement, Pattern } from '../pattern.ts'

/** What stands between a label and its value: "no. 12", "number is: 12", "Nr.: 12", "(MRN) #12". */
const JOIN =
  '(?:\\s{0,2}\\(?(?:numbers?|nos?|num|nr|nummer|numéro|número|núm|n[°º]|ids?|id\\.? number|code|#)\\)?\\.?)?\\s{0,2}(?:is|was|are|ist|lautet|est|es|of|:|=|#|-|–)?\\s{0,2}[:#(]?\\s{0,3}'
/** At least one digit, and no sentence. */
const VALUE =
  '(?<id>(?=[^\\s,;()]{0,30}\\d)[\\p{L}\\p{N}](?:[\\p{L}\\p{N}./_-]{0,38}[\\p{L}\\p{N}])?(?:[ -]\\d{2,12}){0,4})(?![\\p{L}\\p{N}])'

/** Words that announce an identifier, in English, German, French and Spanish. */
const LABELS: readonly (readonly [IdentifierType, string])[] = [
  [
    'record',
    'medical record|MRN|MR|chart|patient(?:en)?[- ]?(?:id|number|no\\.?|nr\\.?|nummer)|hospital|encounter|visit|accession|specimen|order|case id|Fallnummer|Fall-?Nr|Krankenakte|Aufnahmenummer|numéro de dossier|dossier (?:patient|médical)|IPP|NIP|historia clínica|NHC|nº? ?historia|expediente clínico',
  ],
  [
    'health-plan',
    'member|subscriber|beneficiary|policy|group|plan|insurance|medicaid|medicare|HICN|MBI|health plan|NHS|Versicherten?-?(?:nummer|nr)|Krankenversicherten-?nummer|KVNR|Versicherungs(?:nummer|schein)|Police|mutuelle|carte vitale|numéro de sécurité sociale|NIR|póliza|tarjeta sanitaria|CIP|número de afiliación|NUSS',
  ],
  [
    'ssn',
    'social security|SSN|SS|SIN|TIN|ITIN|EIN|tax(?:payer)? id(?:entification)?|Steuer-?(?:ID|nummer|Identifikationsnummer)|Sozialversicherungs-?nummer|Rentenversicherungsnummer|AHV|sécurité sociale|seguridad social|NIF|CIF|RFC|CURP',
  ],
  ['passport', 'passport|Reisepass|Pass-?(?:nummer|nr)|passeport|pasaporte'],
  [
    'national-id',
    "national id(?:entity)?|identity card|ID card|NINO|national insurance|NI|Personalausweis(?:nummer)?|Ausweis(?:nummer|nr)|carte d['’]identité|CNI|DNI|NIE|cédula|Aadhaar|PAN",
  ],
  [
    'licence',
    "driver['’]?s? licen[cs]e|driving licen[cs]e|licen[cs]e|DL|certificate|certification|registration|registration id|permit|DEA|NPI|GMC|NMC|LANR|BSNR|Führerschein(?:nummer)?|Approbation|permis de conduire|RPPS|ADELI|permiso de conducir|carnet de conducir|colegiado|nº? de colegiado",
  ],
  [
    'account',
    'account|acct|a\\/c|routing|sort code|ABA|IBAN|loan|mortgage|invoice|reference|ref|confirmation|transaction|tracking|customer|client|Konto(?:nummer|-?Nr)?|Bankleitzahl|BLZ|Rechnungs?(?:nummer|-?Nr)|Kunden(?:nummer|-?Nr)|compte|facture|client n°|cuenta|factura|pedido',
  ],
  [
    'vehicle',
    "VIN|chassis|licen[cs]e plate|number ?plate|plate|tag|registration plate|Kennzeichen|Fahrgestell(?:nummer|-?Nr)|plaque(?: d['’]immatriculation)?|immatriculation|matrícula|bastidor",
  ],
  [
    'device',
    'serial|S\\/N|SN|device|UDI|lot|model serial|implant|pacemaker|IMEI|IMSI|MEID|ICCID|Serien(?:nummer|-?Nr)|Geräte(?:nummer|-?Nr)|Chargen?(?:nummer|-?Nr)?|numéro de série|lot n°|número de serie|lote',
  ],
  [
    'docket',
    'claim|complaint|incident|police report|badge|warrant|inmate|booking|exhibit|Schaden(?:s?nummer|-?Nr)|sinistre|siniestro|atestado',
  ],
  [
    'id',
    'employee|staff|student|personnel|badge|membership|ticket|request|barcode|PIN|passcode|password|token|key|Personal(?:nummer|-?Nr)|Matrikel(?:nummer|-?Nr)|Mitglieds(?:nummer|-?Nr)|matricule|número de empleado',
  ],
  [
    'biometric',
    'fingerprint|voice ?print|retina(?:l)? scan|iris scan|face ?print|DNA profile|biometric|Fingerabdruck|empreinte|huella',
  ],
]

const GAP = '[^\\S\\n]{0,3}'
/** "no. 12", ": 12", "(12", "| 12". */
const LABEL_END = `(?![\\p{L}\\p{N}])(?:[ -]{0,2}\\(?${SIGN_OR_NO}(?!\\p{L})\\)?)?(?:\\.(?= ?[:\\d#]))?${GAP}(?:is|was|ist|lautet|est|es|è|é|jest|[:=|](?:[^\\S\\n]{0,2}\\n)?|[–-] )?${GAP}[:#(]?[^\\S\\n]{0,12}`

/** The labels of all languages, a pattern for each type. */
function labelledInAllLanguages(): readonly Pattern[] {
  const byType = new Map<IdentifierType, string[]>()
  for (const { type, words, short } of Object.values(NUMBER_LABELS).flat())
    byType.set(type, [...(byType.get(type) ?? []), ...(words ? [inAnyCase(words)] : []), ...(short ? [short] : [])])
  return [...byType].map(([type, labels]) => ({
    type,
    expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${labels.join('|')})${LABEL_END}${CODE}`, 'dgu'),
    confidence: 0.87,
    judge: judgeLabelled,
  }))
}

export const LABELLED_PATTERNS: readonly Pattern[] = [
  ...LABELS.map(
    ([type, labels]): Pattern => ({
      type,
      expression: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${labels})(?=[^\\p{L}]|n(?:um|r|o)|id|code)${JOIN}${VALUE}`,
        'dgiu',
      ),
      confidence: 0.88,
      judge: judgeWord,
    }),
  ),
  ...labelledInAllLanguages(),
  // "patiëntnr. 4418207", "Gerätenr. LA4-77120", "zorgnummer ZD-19-20553"
  {
    type: 'id',
    expression: new RegExp(
      `(?<![\\p{L}\\p{N}])(?!(?:[Ss]eiten|[Zz]immer|[Hh]aus|[Rr]aum|[Kk]amer|[Hh]uis|[Pp]agina)-?n)\\p{L}{2,24}[.-]{0,2}(?:[Nn]ummer|[Nn]r|-NR|NUMMER)\\.?${GAP}[:=|(]?${GAP}${CODE}`,
      'dgu',
    ),
    confidence: 0.86,
    judge: judgeLabelled,
  },
  // "verbale n. V/20618/2023", "contrat n° 10764419304"
  {
    type: 'id',
    expression: new RegExp(`(?<![\\p{L}\\p{N}.])${SIGN}(?!\\p{L})${GAP}[:(]?${GAP}${CODE}`, 'dgu'),
    confidence: 0.84,
    judge: judgeNumbered,
  },
  // "Inquest no 418/22"; "no" is a word, too.
  {
    type: 'id',
    expression: new RegExp(`(?<=\\p{L}{3}) (?:no|No|NO) ${CODE}`, 'dgu'),
    confidence: 0.8,
    judge: (found, around) => (isMarked(found) && digitsIn(found) > 3 ? judgeNumbered(found, around) : null),
  },
  // "nr hist. chor. PG/3319/22", "numéro d’examen ACR 7714-02356"
  {
    type: 'id',
    expression: new RegExp(`(?<![\\p{L}\\p{N}.])${SIGN} (?:\\p{L}[\\p{L}.’'-]{0,14}[.:]? ){1,3}${CODE}`, 'dgu'),
    confidence: 0.82,
    judge: (found, around) =>
      isMarked(found) || digitsIn(found) > (/\. $|(?:nr|º|°)\.? \p{L}+ $/iu.test(around.before) ? 4 : 5)
        ? judgeNumbered(found, around)
        : null,
  },
]

/** Ends in "no.", ":" or an abbreviation in capitals. */
const SIGNED = /(?:[:#=|(]|(?<!\p{L})(?:n[oº°]|nos|nr|num|núm|numbers?|nummer|numéro|número|id|code)\.?\)?)\s{0,3}$/iu
/** Ends in what announces a range of a laboratory. */
const NORMAL = /(?:r[ée]f|rif|v\.? ?r|v\.? ?n|norm)\p{L}{0,10}[.:\s(]{0,4}$/iu
/** "14/30", "120/80", "M54.5". */
const SCORE_OR_DIAGNOSIS = /^\d{1,3}\/\d{1,3}$|^[A-Z]\d{2}(?:\.\d{1,2})?$/

/** Behind an ordinary word as well: four figures are a number only where a sign or an abbreviation says so. */
function judgeWord(found: string, { before, after }: Around): Judgement | null {
  if (!isCode(found) || isNobodys(found) || isRange(found, before)) return null
  if (isMeasured(after) && digitsIn(found) < 6) return null
  return isUnsigned(found, before) ? null : {}
}

/** Four figures behind a word: "order 1250", not "order no. 1250" nor "PC 4182". */
function isUnsigned(found: string, before: string): boolean {
  return /^[1-9]\d{3}$/.test(found) && !SIGNED.test(before) && !/\p{Lu}{2}[.\s]{0,2}$/u.test(before)
}

/** "ref. 135-145", "V.R. 4000-10000": what is normal in a laboratory. */
function isRange(found: string, before: string): boolean {
  const [, low, high] = /^(\d{1,6}(?:[.,]\d{1,3})?)[-–](\d{1,6}(?:[.,]\d{1,3})?)$/u.exec(found) ?? []
  if (low === undefined || high === undefined || /^(?:19|20)\d{2}$/.test(low) || !NORMAL.test(before)) return false
  return low.length <= high.length && Number(low.replace(',', '.')) < Number(high.replace(',', '.'))
}

/** Behind a label; a year, a round number and what is measured are none. */
function judgeLabelled(found: string, { before, after }: Around): Judgement | null {
  if (isMeasured(after) || isNobodys(found) || isRange(found, before) || SCORE_OR_DIAGNOSIS.test(found)) return null
  if (isValue(found, before)) return null
  return (digitsIn(found) > 3 && !isUnsigned(found, before)) || isMarked(found) ? {} : null
}

/** "CRP 142": a figure behind what a laboratory measures, of fewer digits than a number of a person. */
function isValue(found: string, before: string): boolean {
  const label = /(?<![\p{L}.])(\p{L}{1,9})[^\p{L}.]{0,6}$/u.exec(before)?.[1] ?? ''
  return namesMeasure(label) && /^[\d.,-]+$/.test(found) && !/\d{7}/.test(found)
}

/** Behind "no." alone: also what a statute and a published decision have. */
function judgeNumbered(found: string, around: Around): Judgement | null {
  if (isHarmlessNumber(around) || isNobodys(found) || /^\d{1,2}\/\d{1,2}$/.test(found)) return null
  // "numero 1522" is a service that everybody calls.
  const fewest = /num\p{L}+\s?:?\s?$/iu.test(around.before) ? 5 : 4
  return digitsIn(found) >= fewest || isMarked(found) ? {} : null
}

/** A year, a round number, a measure, or what a public register gave to a study. */
function isNobodys(found: string): boolean {
  return isYearOrRound(found) || isDecimal(found) || isRegistered(found)
}

/** Three digits at least, with a capital or a mark that stands in numbers. */
function isMarked(found: string): boolean {
  return digitsIn(found) > 2 && /\p{Lu}|\p{N}[-/_.\\]\p{N}/u.test(found)
}

/** "no. 4521", "AB-12", not "2 days" or "10 mg". */
function isCode(found: string): boolean {
  const digits = found.replace(/\D/g, '').length
  return digits >= 4 || (digits >= 2 && /\p{L}/u.test(found)) || (digits === 3 && /[-/_.]/.test(found))
}
