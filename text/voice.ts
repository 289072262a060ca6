/** Forms of "to be" and "werden", by which a sentence tells what is done to somebody. */
const BE =
  /(?<!\p{L})(?:is|are|was|were|be|been|being|wird|werden|wurden?|worden|est|sont|été|fut|fue|fueron|ser|sido|è|sono|stat[oaie]|foi|foram|werd|został[aoi]?)(?!\p{L})/iu
const GERMAN_PERFECT = /^(?:hat|haben|hatten?)$/iu
const ARTICLE = /(?<!\p{L})(?:the|this|that|an?|der|die|das|dem|den|des|le|la|les|el|los|las|il|lo|o|os|as|het)\s+$/iu

const PARTICIPLE =
  /^(?:\p{L}{2,}ed|given|taken|written|shown|known|seen|been|made|paid|done|held|sent|left|met|ge\p{L}{2,}(?:t|en)|\p{L}{2,4}ge\p{L}{2,}(?:t|en)|be\p{L}{3,}t|ver\p{L}{3,}t)$/iu

/** Whether one of the words makes a sentence passive, or joins a thing with what it is: "was", "wurde". */
export function hasPassive(words: string): boolean {
  return BE.test(words)
}

/** Whether a word is a German auxiliary of the perfect, behind which the object stands before its verb: "hat den Vertrag gekündigt". */
export function isGermanPerfect(word: string): boolean {
  return GERMAN_PERFECT.test(word)
}

/** Whether what comes next stands behind an article, or "this". */
export function endsWithArticle(before: string): boolean {
  return ARTICLE.test(before)
}

/** Whether a word may be a participle of English or German: "signed", "gekündigt". */
export function isParticiple(word: string): boolean {
  return PARTICIPLE.test(word)
}

const PAST_FORM =
  /^(?:\p{L}{3,}(?<!e)ed|went|took|gave|saw|came|found|wrote|began|fell|ran|grew|knew|ergab|zeigte|fand|lag|ging|kam)$/iu

/** Whether a word is a verb of the past by its form, in English or German: "showed", "ergab". */
export function isPastForm(word: string): boolean {
  return PAST_FORM.test(word)
}
