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
  /^[\s"”)*]*(?:[:–-]\s*|\bhistory:\s*|(?:was|were|is|are|has been|have been)\s+)(?:no(?=\s*(?:$|[.,;\n]|history|known|evidence|signs?))|none|nil|denied|negative|absent|excluded|ruled out|not (?:present|found|known|reported|seen|detected|taken|applicable))\b/i
/** "Diabetes: nein", "Diabetes ist nicht bekannt", "Diabetes wird verneint", "Metformin wird nicht eingenommen". */
const DENIES_BEHIND_IN_GERMAN =
  /^[\s"”)*]*(?::\s*(?:nein|keine?r?|negativ|verneint|ausgeschlossen|nicht)|(?:ist|sind|war|waren|wird|werden|wurde|wurden|besteht|bestehen|bestand|liegt|lag|nimmt)\s+(?:(?:\p{L}+\s+){0,2}(?:nicht|kein\p{L}*)|verneint|negiert|negativ|ausgeschlossen))(?!\p{L})/iu
/** Somebody else; whom it is about is said until the sentence or the one part of it ends. */
const OF_OTHERS =
  /\b(?:family|FH|mother|father|brother|sister|siblings?|parents?|grand\w+|spouse|husband|wife|son|daughter|children|relatives?|uncle|aunt|cousin|Familienanamnese|Mutter|Vater|Bruder|Schwester|Geschwister|Sohn|Tochter|Ehemann|Ehefrau|Großmutter|Großvater|Großeltern|Eltern|Onkel|Tante)\b(?!.*\b(?:she|he|patient)\b)[^;]*$/is
/** Something feared, or only thought of. In English and German, as the words of the relations are that are looked for. */
const OF_NEITHER =
  /\b(?:risk of|risk factors?|possible|possibly|probable|suspected|suspicion|suspect|likely|unlikely|differential|consider(?:ed|ing)?|question of|exclude|prevent(?:ion)?|avoid|screening|if|unless|in case of|may|might|could|should|would|example|Verdacht|fraglich\w*|möglich\w*|Ausschluss|auszuschließen|Differenzialdiagnose|Differentialdiagnose|Risiko|falls|sollte|könnte|würde|ggf)\b/i
const SUSPECTED = /(?<!\p{L})V\.\s?a\./iu
/** What it did: "brought on by naproxen". The patient may take none of it. */
const OF_CAUSE =
  /\b(?:(?:brought on|caused|triggered|provoked|induced|worsened|explained|followed) by|(?:because|instead|side effects?|effects?|overdose|result) of|due to|owing to|secondary to|attributed to|related to|reaction to|rather than)\b/i
const OF_ALLERGY = /\b(?:allerg\w*|intoleran\w*|contraindicat\w*|unverträglich\w*|kontraindizier\w*)\b/i
/** What has ended: "finished the prednisolone on 4 March", "took his last methotrexate". */
const ENDED =
  /\b(?:finished|stopped|stopping|ceased|discontinued|withdrew|withdrawn|withheld|paused|abgesetzt|pausiert|beendet|(?:took|taken|had) (?:his|her|the|their) last)\b/i
const ENDED_BEHIND =
  /^[^.;,\n|]{0,25}\b(?:abgesetzt|absetzen|pausiert|pausieren|beendet|beenden|gestoppt|nicht (?:mehr )?(?:ein)?genommen)\b|^[^.;,\n|]{0,25}\b(?:was|were|has been|had been|is|are) (?:stopped|discontinued|withdrawn|withheld|paused|finished|removed|not restarted)\b/i
/** A rule, or advice: "must not be given with methotrexate", "until two days after the last tablet". */
const OF_ADVICE_BEHIND = /^(?:\s+until\b|[^.;\n|]{0,40}\b(?:must|should|may|can|is to|are to) (?:not|never)\b)/i
/** What is put on the skin or into the eye is not taken. */
const OF_OUTSIDE = /^\s+(?:cream|ointment|gel|lotion|shampoo|eye drops|drops)\b/i
/** Of anybody: "a patient who takes warfarin". */
const OF_ANYBODY =
  /\b(?:(?:a|any|each|every|no) patients?|patients|people|those|anyone|somebody) (?:who|with|on|taking)\b/i
/** A word that denies only itself: "Non-smoker, drinks alcohol". */
const DENIES_ITSELF = /\bnon-?\p{L}{3,}/giu
/** What stands under these is not said of the patient. */
const HEADING_OF_NEITHER = /\b(?:differential\w*|differenzial\w*|family|familienanamnese)\b/i
/** A line that what follows stands under. */
const HEADING = /^[^\n]*:[\s*_]*$/gm

/**
 * The stance of `text` to what stands from `start` to `end` in it; `above`: the headings it stands under. `isTaken`: it is a medicine, of
 * which a text says more than who takes it now: what it did, that it was stopped, that it must not be given.
 */
export function stanceTo(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  above: string,
  isTaken = false,
): Stance {
  const [before, behind] = [text.slice(0, start), text.slice(end)]
  if (HEADING_OF_NEITHER.test(headingOf(before, above)) || saysNeither(before, behind)) return 'neither'
  if (isTaken && saysOtherThanTaken(before, behind)) return 'neither'
  const clause = clauseBefore(before).replace(DENIES_ITSELF, '')
  return countDenials(clause) > 0 || hasAbsence(clause) || isDeniedBehind(behind) ? 'no' : 'yes'
}

function isDeniedBehind(behind: string): boolean {
  return DENIES_BEHIND.test(behind) || DENIES_BEHIND_IN_GERMAN.test(behind)
}

function saysNeither(before: string, behind: string): boolean {
  if (OF_OTHERS.test(before) || OF_PLACE_OR_PERSON.test(behind)) return true
  const clause = clauseBefore(before)
  return OF_NEITHER.test(clause) || SUSPECTED.test(clause) || OF_ANYBODY.test(sentenceBefore(before))
}

function saysOtherThanTaken(before: string, behind: string): boolean {
  const clause = clauseBefore(before)
  return (
    OF_ALLERGY.test(sentenceBefore(before)) ||
    [OF_CAUSE, ENDED].some((words) => words.test(clause)) ||
    [OF_OUTSIDE, OF_ADVICE_BEHIND, ENDED_BEHIND].some((words) => words.test(behind))
  )
}

const SENTENCE_END = /[.!?;](?=\s)|\n/

function sentenceBefore(before: string): string {
  return before.split(SENTENCE_END).at(-1) ?? ''
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
