import type { IdentifierType } from '../identifier.ts'
import type { Pattern } from './pattern.ts'

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

/** Labels that are ordinary words too: only what has four digits or a mark of a number counts. */
const LOOSE =
  /^(?:member|group|plan|policy|order|visit|hospital|lot|tag|plate|reference|ref|key|request|device|claim|serial|case id|permit|certificate|license|licence|registration)/i

export const LABELLED_PATTERNS: readonly Pattern[] = LABELS.map(([type, labels]) => ({
  type,
  expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${labels})${JOIN}${VALUE}`, 'dgiu'),
  confidence: 0.88,
  judge: (found) => (isCode(found) ? {} : null),
}))

/** "no. 4521", "AB-12", not "2 days" or "10 mg". */
function isCode(found: string): boolean {
  const digits = found.replace(/\D/g, '').length
  return (
    digits >= 4 || (digits >= 2 && /\p{L}/u.test(found) && !LOOSE.test(found)) || (digits === 3 && /[-/_.]/.test(found))
  )
}
