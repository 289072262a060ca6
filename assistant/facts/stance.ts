import { countDenials, hasAbsence } from '../../text/negation.ts'

/** What a sentence makes of something it names: it is so, it is not so, or it says neither of the person it is about. */
export type Stance = 'yes' | 'no' | 'neither'

/** Up to here a "no" reaches: behind these words something else is said. */
const TURNS =
  /\b(?:but|however|although|though|except|apart from|while|whereas|now|currently has)\b|[;:.](?=\s)|\bwith(?!out)\b/gi
/** Who looks after it, or where: "heart failure clinic" is no finding. */
const OF_PLACE_OR_PERSON =
  /^\s+(?:clinic|unit|ward|service|team|nurse|specialist|consultant|department|centre|center|society|association|guidelines?|questionnaire|programme|program)s?\b/i
const DENIES_BEHIND =
  /^[\s"”)*]*(?:[:–-]\s*|\bhistory:\s*|(?:was|were|is|are|has been|have been)\s+)(?:no|none|nil|denied|negative|absent|excluded|ruled out|not (?:present|found|known|reported|seen|detected|taken|applicable))\b/i
/** Somebody else; whom it is about is said until the sentence or the one part of it ends. */
const OF_OTHERS =
  /\b(?:family|FH|mother|father|brother|sister|siblings?|parents?|grand\w+|spouse|husband|wife|son|daughter|children|relatives?|uncle|aunt|cousin)\b(?!.*\b(?:she|he|patient)\b)[^;]*$/is
/** Something feared, or only thought of. In English, as the words of the relations are that are looked for. */
const OF_NEITHER =
  /\b(?:risk of|risk factors?|possible|possibly|probable|suspected|suspicion|suspect|likely|unlikely|differential|consider(?:ed|ing)?|question of|exclude|prevent(?:ion)?|avoid|screening|if|unless|in case of|may|might|could|should|would|example)\b/i
/** What stands under these is not said of the patient. */
const HEADING_OF_NEITHER = /\b(?:differential|family)\b/i
/** A line that what follows stands under. */
const HEADING = /^[^\n]*:[\s*_]*$/gm

/** The stance of `text` to what stands from `start` to `end` in it; `above`: the headings it stands under. */
export function stanceTo(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  above: string,
): Stance {
  const before = text.slice(0, start)
  const clause = clauseBefore(before)
  if (OF_NEITHER.test(clause) || OF_OTHERS.test(before) || HEADING_OF_NEITHER.test(headingOf(before, above)))
    return 'neither'
  if (OF_PLACE_OR_PERSON.test(text.slice(end))) return 'neither'
  return countDenials(clause) > 0 || hasAbsence(clause) || DENIES_BEHIND.test(text.slice(end)) ? 'no' : 'yes'
}

/** The line that it stands on, and the last heading over it. */
function headingOf(before: string, above: string): string {
  const lines = before.slice(0, before.lastIndexOf('\n') + 1)
  const inside = lines.match(HEADING)?.at(-1)
  return `${inside ?? above}\n${before.slice(lines.length)}`
}

/** What of it a "no" could stand in and still reach its end. */
function clauseBefore(before: string): string {
  const turns = [...before.matchAll(TURNS)]
  const last = turns.at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}
