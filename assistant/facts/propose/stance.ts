/** What a sentence makes of something it names: it is so, it is not so, or it says neither of the person it is about. */
export type Stance = 'yes' | 'no' | 'neither'

/** Up to here a "no" reaches: behind these words something else is said. */
const TURNS =
  /\b(?:but|however|although|though|except|apart from|while|whereas|now|currently has)\b|[;:.](?=\s)|\bwith(?!out)\b/gi
const DENIES_BEFORE =
  /\b(?:no|not|none|never|denie[sd]|denying|without|neither|nor|negative for|absence of|absent|free of|free from|rules? out|ruled out|excludes?|excluded|non|isn't|doesn't|didn't|hasn't|wasn't)\b/i
const DENIES_BEHIND =
  /^[\s"”)*]*(?:[:–-]\s*|\bhistory:\s*|(?:was|were|is|are|has been|have been)\s+)(?:\s*)(?:no|none|nil|denied|negative|absent|excluded|ruled out|not (?:present|found|known|reported|seen|detected|taken|applicable))\b/i
/** Somebody else, something feared, or something only thought of. */
const OF_NEITHER =
  /\b(?:family|famil\w+ history|mother|father|brother|sister|sibling|parents?|grand\w+|spouse|husband|wife|son|daughter|children|relatives?|risk of|risk factors?|possible|possibly|probable|suspected|suspicion|suspect|likely|unlikely|differential|consider(?:ed|ing)?|question of|exclude|prevent(?:ion)?|avoid|screening|if|unless|in case of|may|might|could|should|would|example)\b/i
/** A "not only" and a "no longer than" deny nothing of what follows. */
const NO_DENIAL = /\bnot only\b|\bno (?:longer|later|more|less) than\b/gi

/** The stance of `text` to what stands from `start` to `end` in it; `above`: the headings it stands under. */
export function stanceTo(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  above: string,
): Stance {
  const before = text.slice(0, start).replace(NO_DENIAL, '')
  if (OF_NEITHER.test(clauseBefore(before)) || /\b(?:differential|family)\b/i.test(`${above} ${before}`))
    return 'neither'
  if (DENIES_BEFORE.test(clauseBefore(before)) || DENIES_BEHIND.test(text.slice(end))) return 'no'
  return 'yes'
}

/** What of it a "no" could stand in and still reach its end. */
function clauseBefore(before: string): string {
  const turns = [...before.matchAll(TURNS)]
  const last = turns.at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}
