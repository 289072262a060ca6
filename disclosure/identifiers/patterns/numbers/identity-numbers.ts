import type { IdentifierType } from '../../identifier.ts'
import { COURT_NUMBERS } from './court-numbers.ts'
import { NATIONAL_NUMBERS } from './national-numbers.ts'
import { REGISTRY_NUMBERS } from './registry-numbers.ts'
import { SIGN_OR_NO } from './number-signs.ts'
import { inAnyCase } from '../any-case.ts'
import type { Pattern } from '../pattern.ts'

/** One kind of number that a country or a trade gives, with where its form is laid down. */
export type IdentityNumber = {
  readonly what: string
  /** What stands before it, in the languages of those who write it; null: its form alone tells it. */
  readonly label: string | null
  readonly form: string
  readonly type: IdentifierType
  readonly source: string
  /** A line that has one, and the part that is it. */
  readonly example: string
  readonly id: string
  /** What its check digits say, where no label does. */
  readonly check?: (digits: string) => boolean
}

const OTHER_NUMBERS: readonly IdentityNumber[] = [
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
  confidence: 0.92,
  ...(check
    ? { judge: (found: string) => (check(found.replace(/[^\p{L}\p{N}]/gu, '')) ? { by: 'checksum' as const } : null) }
    : {}),
}))

/** The last digit of the weighted sum, the weights over and over. */
function weighted(digits: string, weights: readonly number[]): number {
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (weights[at % weights.length] ?? 1), 0) % 10
}
