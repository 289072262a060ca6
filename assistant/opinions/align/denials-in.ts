import { ENGLISH_NEGATION } from '../../../text/negation.ts'

/** A piece of a sentence, said (1) or denied (-1). */
export type Piece = {
  readonly text: string
  readonly sign: 1 | -1
  /** It stands before a "not" of its part of the sentence, which denies it as well: "the scan was not read", "nobody read the scan". */
  readonly isBeforeNot: boolean
}

/** What is denied in one part of a sentence is not denied in the next. */
const PARTS =
  /[;:,]|\b(?:because|since|if|unless|but|although|though|while|whereas|when|where|who|which|that|until|after|before|and)\b/iu
/** English, as the meanings of words are that this compares (`concepts.ts`). Three kinds: these deny the whole part; these what follows; and these, in the passive, what stands before. */
const DENIALS = new RegExp(
  [
    String.raw`(\b(?:(?<!\bwith )(?:${ENGLISH_NEGATION})|hardly|barely|scarcely|lacks|free of|free from|negative for|fails? to|failed to|(?:refus|declin|omit)\w* to)\b|n[’']t\b)`,
    String.raw`\b(with no|without|absence of|lack of|excludes?|excluding|denie[sd]|(?<!\b(?:is|are|was|were|be|been) )(?:ruled out|excluded))\b`,
    String.raw`\b((?:is|are|was|were|be|been) (?:ruled out|excluded))\b`,
  ].join('|'),
  'giu',
)

/** The pieces of a sentence with what is denied of them. "Cannot be ruled out" denies nothing, and neither does "does not exclude". */
export function denialsIn(text: string): readonly Piece[] {
  return text.split(PARTS).flatMap(piecesOf)
}

function piecesOf(part: string): readonly Piece[] {
  const denials = [...part.matchAll(DENIALS)]
  const hasNot = denials.some(([, whole]) => whole !== undefined)
  const isRuledOut = denials.some(({ 3: passive }) => passive !== undefined)
  const first: Piece = {
    text: part.slice(0, denials[0]?.index),
    sign: isRuledOut && !hasNot ? -1 : 1,
    isBeforeNot: hasNot && !isRuledOut,
  }
  let sign: Piece['sign'] = 1
  const others = denials.map(({ 0: words, 1: whole, 2: following, index }, at): Piece => {
    if (whole !== undefined) sign = -1
    else sign = following !== undefined && sign === 1 ? -1 : 1
    return { text: part.slice(index + words.length, denials[at + 1]?.index), sign, isBeforeNot: false }
  })
  return [first, ...others]
}
