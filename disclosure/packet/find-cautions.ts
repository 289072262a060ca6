import { CURRENCY_SIGN, CURRENCY_WORD } from '../../text/money.ts'
import type { DateMode } from '../pseudonyms/say-dates.ts'
import type { MaskedSegment } from './masked-segment.ts'

const ILLNESS =
  /\b(?:syndrome|disease|disorder|carcinoma|sarcoma|lymphoma|leuk(?:a)?emia|dystrophy|sclerosis|Erkrankung|Syndrom|maladie|syndrome|enfermedad|síndrome)\b/iu
/** A large sum without its currency too. */
const AMOUNT = new RegExp(
  `(?:¥|${CURRENCY_SIGN})\\s?\\d|\\d\\s?(?:${CURRENCY_SIGN}|${CURRENCY_WORD})(?!\\p{L})|\\b(?:million|billion|Millionen|millions|millones|milioni|milhões|miljoen|milionów)(?!\\p{L})`,
  'u',
)

/** What the user is told before deciding, beside the counts: what can identify somebody without a name. */
export function findCautions(segments: readonly MaskedSegment[], dates: DateMode): readonly string[] {
  const left = segments.map(({ outgoing }) => outgoing).join('\n')
  const cautions: string[] = []
  if (ILLNESS.test(left)) cautions.push('An illness is named. A rare one can identify somebody without a name.')
  if (AMOUNT.test(left)) cautions.push('An amount is named. It can identify a case without a name.')
  if (dates === 'exact')
    cautions.push(
      'Dates leave as they are. They can identify somebody without a name, and a day of birth tells the exact age.',
    )
  if (segments.some(({ byOcr }) => byOcr))
    cautions.push('A source was recognised from a scan. Names that were misread may not have been found.')
  return [...cautions, 'Identifiers may remain. Read what leaves before you agree.']
}
