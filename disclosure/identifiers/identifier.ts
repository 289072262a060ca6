import type { FlagKind } from './flag-kind.ts'

/** What an identifier is of; `id` is any other code that is unique. */
export const IDENTIFIER_TYPES = [
  'person',
  'title',
  'handle',
  'nationality',
  'place',
  'region',
  'country',
  'address',
  'postcode',
  'organisation',
  'hospital',
  'court',
  'occupation',
  'date',
  'time',
  'age',
  'phone',
  'fax',
  'email',
  'url',
  'ip',
  'mac',
  'ssn',
  'national-id',
  'passport',
  'card',
  'iban',
  'account',
  'crypto',
  'amount',
  'record',
  'health-plan',
  'licence',
  'vehicle',
  'device',
  'biometric',
  'docket',
  'bates',
  'parcel',
  'privilege',
  'id',
] as const
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]

/** Which rule found it. `matter` is the matter's own list, `spread` a name that was found elsewhere in the text. */
export type Layer =
  | 'pattern'
  | 'checksum'
  | 'names'
  | 'places'
  | 'safe-words'
  | 'language'
  | 'matter'
  | 'spread'
  | 'model'
  | 'user'

/** UTF-16 offsets into the text. `confidence` is between 0 and 1; it orders findings and never releases one. */
export type IdentifierSpan = {
  readonly start: number
  readonly end: number
  readonly type: IdentifierType
  readonly by: Layer
  readonly confidence: number
}

/** What is not masked, but may identify somebody: a person decides about it. */
export type Flag = { readonly start: number; readonly end: number; readonly kind: FlagKind }

/** A legal authority (a statute, a published case) that stays readable. */
export type Kept = { readonly start: number; readonly end: number }

/** Each list is sorted and free of overlaps, and no flag lies in a span. */
export type Findings = {
  readonly spans: readonly IdentifierSpan[]
  readonly flags: readonly Flag[]
  readonly kept: readonly Kept[]
}

/** A name, number or place that the matter itself knows: its parties, patients, staff, documents. */
export type KnownTerm = { readonly text: string; readonly type: IdentifierType }
