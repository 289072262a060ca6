import { weekdaysOf } from '../../text/calendar-words.ts'

const listed = (words: string) => new Set(words.split(' '))

/**
 * Words that leave a sentence of a time limit what it is. All others could make it one of another claim, of another's view or of what would
 * be: "if", "not", "contends", "extended", "tort". What is missing here costs a finding; what is too much may accuse a true sentence.
 */
export const OF_LIMITS: ReadonlySet<string> = listed(
  [
    ...weekdaysOf('en'),
    ...weekdaysOf('de'),
    'sonnabend',
    'the a an of for in on to at is therefore accordingly thus hence consequently',
    'claim action proceedings present primary ordinary relevant applicable statutory breach personal',
    'shall will under section sections s ss rule rules act code pursuant accordance with',
    'der die das den dem des ein eine einer für im in am mit ist damit daher somit folglich demnach also nach gemäß',
    'anspruch anspruchs ansprüche forderung klage vorliegend gesetzliche regelmäßige',
    'wird paragraph abs satz',
  ].join(' '),
)

/** With a day on which something ends. */
export const OF_DAYS: ReadonlySet<string> = listed(
  [
    'end ends ended expire expires expired due by latest last day until deadline falls',
    'endet endete ablauf abgelaufen läuft ab lief spätestens bis zum tritt trat ein letzte letzter tag',
  ].join(' '),
)

/** With a period. */
export const OF_PERIODS: ReadonlySet<string> = listed(
  [
    'within from after service date which cause accrued accrues accrual arose breach least before end term',
    'lasts long form particulars',
    'beträgt innerhalb von binnen ab seit zustellung mindestens vor ende laufzeit entstehung',
  ].join(' '),
)

/** What says that a day is the last one. */
export const ENDS =
  /(?<!\p{L})(?:ends?|ended|expires?|expired|due|by|(?:no|not) later than|(?:first|last) day|deadline|deemed|until|endet|endete|ablauf|abgelaufen|läuft|spätestens|bis|gilt|letzte[rn]? tag)(?!\p{L})/iu
