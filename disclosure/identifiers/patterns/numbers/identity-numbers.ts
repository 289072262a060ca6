import { inAnyCase } from '../any-case.ts'
import type { IdentityNumber, Pattern } from '../pattern.ts'
import { passesProviderNumber, passesVerhoeff } from './checksums.ts'
import { COURT_NUMBERS } from './court-numbers.ts'
import { NATIONAL_NUMBERS } from './national-numbers.ts'
import { SIGN_OR_NO } from './number-context.ts'
import { REGISTRY_NUMBERS } from './registry-numbers.ts'

const OTHER_NUMBERS: readonly IdentityNumber[] = [
  {
    what: 'the sort code of a British bank',
    label: 'sort(?:ing)? ?code',
    form: '\\d{2}(?<between>[- ]?)\\d{2}\\k<between>\\d{2}',
    type: 'account',
    source: 'Pay.UK, sorting codes',
    example: 'sort code 20-11-43',
    id: '20-11-43',
  },
  {
    what: 'a Polish personal number behind its label, mistyped or not',
    label: 'PESEL',
    form: '\\d{11}',
    type: 'national-id',
    source: 'Act of 24 September 2010 on registration of the population, art. 15',
    example: 'PESEL 44051401358',
    id: '44051401358',
  },
  {
    what: 'a British national insurance number behind its label, valid or not',
    label: 'n\\.?i\\.?(?: ?no)?|NINO|national insurance',
    form: '[A-Za-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-Za-z]',
    type: 'national-id',
    source: 'HMRC, National Insurance Manual NIM39110',
    example: 'NI number QQ 12 34 56 C',
    id: 'QQ 12 34 56 C',
  },
  {
    what: 'a Polish personal number (PESEL)',
    label: null,
    form: '\\d{11}',
    type: 'national-id',
    source: 'Act of 24 September 2010 on registration of the population, art. 15',
    example: 'PESEL 44051401359',
    id: '44051401359',
    check: (digits) => weighted(digits.slice(0, 10), [1, 3, 7, 9]) === (10 - Number(digits[10])) % 10,
  },
  {
    what: 'a Dutch citizen service number (BSN)',
    label: 'BSN|burgerservicenummer|sofinummer',
    form: '\\d{8,9}',
    type: 'national-id',
    source: 'Wet algemene bepalingen burgerservicenummer',
    example: 'BSN 123456782',
    id: '123456782',
  },
  {
    what: 'an Italian tax code',
    label: null,
    form: '(?:[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]|[a-z]{6}\\d{2}[a-ehlmpr-t]\\d{2}[a-z]\\d{3}[a-z])',
    type: 'national-id',
    source: 'D.M. 23 December 1976',
    example: 'codice fiscale RSSMRA85M01H501Z',
    id: 'RSSMRA85M01H501Z',
  },
  {
    what: 'a Portuguese tax or health number',
    label: 'NIF|NISS|(?:n\\.?º )?(?:de )?utente|SNS|contribuinte',
    form: '\\d{3} ?\\d{3} ?\\d{3}(?:\\d{2})?',
    type: 'national-id',
    source: 'Decreto-Lei 14/2013',
    example: 'NIF 123 456 789',
    id: '123 456 789',
  },
  {
    what: 'a German tax number of a person',
    label: 'Steuer-?ID|IdNr\\.?|steuerliche Identifikationsnummer|Identifikationsnummer',
    form: '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    type: 'national-id',
    source: 'AO § 139b',
    example: 'IdNr 86 095 742 719',
    id: '86 095 742 719',
  },
  {
    what: 'the expiry of a card',
    label:
      'exp(?:iry|ires|\\.)?(?: date)?|valid (?:thru|until|to)|gültig bis|expire(?: le)?|date d’expiration|caduca|caducidad|scadenza|validade|geldig tot|ważna do',
    form: '(?:0[1-9]|1[0-2]) ?/ ?\\d{2}(?:\\d{2})?',
    type: 'card',
    source: 'ISO/IEC 7813',
    example: 'Card exp 04/27',
    id: '04/27',
  },
  {
    what: 'the code of a card',
    label:
      'CVC2?|CVV2?|CID|security code|Prüfziffer|Kartenprüfnummer|cryptogramme(?: visuel)?|código de seguridad|codice di sicurezza|código de segurança|beveiligingscode|kod CVC',
    form: '\\d{3,4}',
    type: 'card',
    source: 'ISO/IEC 7813',
    example: 'Prüfziffer 123',
    id: '123',
  },
  {
    what: 'the number of an Italian case',
    label: 'R\\.? ?G\\.?(?: ?n\\.?)?|ruolo generale(?: n\\.?)?',
    form: '\\d{1,6} ?/ ?(?:19|20)\\d{2}',
    type: 'docket',
    source: 'disp. att. c.p.c. art. 36',
    example: 'R.G. n. 1234/2021',
    id: '1234/2021',
  },
  {
    what: 'the number of a Portuguese case',
    label: 'proc(?:esso)?\\.?(?: n\\.?º)?',
    form: '\\d{1,6}/\\d{2}\\.\\d[A-Z0-9]{5}(?:-[A-Z0-9])?',
    type: 'docket',
    source: 'Portaria 280/2013',
    example: 'proc. n.º 123/20.5T8LSB',
    id: '123/20.5T8LSB',
  },
  {
    what: 'the number of a Dutch case',
    label: 'zaak(?:-/rol)?nummer|rolnummer',
    form: '[CHA-Z]{0,3}/?\\d{2}/\\d{4,6}(?: ?/ ?[A-Z]{2} ?[A-Z]{2} ?\\d{2}-\\d{1,4})?',
    type: 'docket',
    source: 'rechtspraak.nl, zaaknummering',
    example: 'zaaknummer C/09/123456',
    id: 'C/09/123456',
  },
  {
    what: 'a flat in a Spanish address',
    label: null,
    // "38º C" is a temperature: a letter counts behind "3.º", or behind the number of the house.
    form: '(?:\\d{1,2}\\.?[ºª] ?(?:izda|izq|dcha|der|centro)\\.?|\\d{1,2}\\.[ºª] ?[A-H]|(?<=\\p{N}, )\\d{1,2}[ºª] ?[ABDEGH])',
    type: 'address',
    source: 'Dirección General del Catastro',
    example: 'calle Mayor 5, 3.º izda.',
    id: '3.º izda.',
  },
  {
    what: 'a French address with a number between two',
    label: null,
    form: "\\d{1,4} ?(?:bis|ter|quater),? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai|route)(?: (?:de|du|des|la|le|les|l’|l'|d’|d')){0,2} ?\\p{L}[\\p{L}' ’-]{1,30}",
    type: 'address',
    source: 'La Poste, NF Z10-011',
    example: '12 bis rue de la Paix',
    id: '12 bis rue de la Paix',
  },
]

export const IDENTITY_NUMBERS: readonly IdentityNumber[] = [
  ...OTHER_NUMBERS,
  ...NATIONAL_NUMBERS,
  ...REGISTRY_NUMBERS,
  ...COURT_NUMBERS,
]

export const IDENTITY_PATTERNS: readonly Pattern[] = IDENTITY_NUMBERS.map(({ label, form, type, check }) => ({
  type,
  expression:
    label === null
      ? new RegExp(`(?<![\\p{L}\\p{N}]|\\p{N}[./])(?<id>${form})(?![\\p{L}\\p{N}])`, 'dgu')
      : new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${inAnyCase(label)})(?!\\p{L})\\.?(?:[ -]{0,2}\\(?${SIGN_OR_NO}(?!\\p{L})\\)?)?\\s{0,2}(?:is |ist |est |es |è |é |jest )?[:=#|(]?\\s{0,12}(?<id>${form})(?![\\p{L}\\p{N}])`,
          'dgu',
        ),
  // A label tells more than a form that days and amounts share.
  confidence: label === null ? 0.92 : 0.96,
  ...(check
    ? { judge: (found: string) => (check(found.replace(/[^\p{L}\p{N}]/gu, '')) ? { by: 'checksum' as const } : null) }
    : {}),
}))

/** The last digit of the weighted sum, the weights over and over. */
function weighted(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (weights[at % weights.length] ?? 1), 0) % 10
}

/** Numbers that a state or an insurer gave to a person, known by their form alone. */
export const NUMBER_PATTERNS: readonly Pattern[] = [
  { type: 'ssn', expression: /(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])/dg, confidence: 0.9 },
  { type: 'ssn', expression: /(?<![\d-])[\dXx*]{3}-[\dXx*]{2}-\d{4}(?![\d-])/dg, confidence: 0.9 },
  // A sort code; where it may be a date, that is surer.
  { type: 'id', expression: /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])/dg, confidence: 0.6 },
  // Medicare's number for a beneficiary.
  {
    type: 'health-plan',
    expression:
      /(?<![\p{L}\p{N}])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
  },
  // The national insurance number of the United Kingdom.
  {
    type: 'national-id',
    expression:
      /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-Za-z] ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d](?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // Aadhaar.
  {
    type: 'national-id',
    expression: /(?<![\d-])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![ -]?\d)/dg,
    confidence: 0.8,
    judge: (found) => (passesVerhoeff(found.replace(/\D/g, '')) ? { by: 'checksum', confidence: 0.95 } : {}),
  },
  // The number of the French social insurance: sex, year, month, department, commune, order, key.
  {
    type: 'ssn',
    expression: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?!\d)/dg,
    confidence: 0.8,
  },
  // The Spanish DNI and NIE.
  {
    type: 'national-id',
    expression: /(?<![\p{L}\p{N}])(?:\d{1,2}\.?\d{3}\.?\d{3}|[XYZ]-?\d{7})[- ]?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // The German pension insurance number.
  { type: 'ssn', expression: /(?<![\p{L}\p{N}])\d{2} ?\d{6} ?[A-Z] ?\d{3}(?![\p{L}\p{N}])/dgu, confidence: 0.85 },
  // The Swiss and the Italian one.
  {
    type: 'ssn',
    expression:
      /(?<![\p{L}\p{N}])(?:756\.?\d{4}\.?\d{4}\.?\d{2}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
  },
  {
    type: 'vehicle',
    expression: /(?<![\p{L}\p{N}])(?=[A-Z]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}(?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  {
    type: 'licence',
    expression: /(?<![\p{L}\p{N}])NPI\s{0,3}(?:number|no\.?)?\s{0,3}[:#]?\s{0,3}(?<id>\d{10})(?!\d)/dgiu,
    confidence: 0.9,
    judge: (found) => (passesProviderNumber(found) ? { by: 'checksum', confidence: 0.98 } : {}),
  },
  // A DEA registration.
  {
    type: 'licence',
    expression: /(?<![\p{L}\p{N}])[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7}(?![\p{L}\p{N}])/dgu,
    confidence: 0.85,
  },
  // A UUID.
  {
    type: 'id',
    expression: /(?<![\p{L}\p{N}-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\p{L}\p{N}-])/dgu,
    confidence: 0.95,
  },
]
