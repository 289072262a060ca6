import { TITLES } from '../names/cue-words.ts'
import { ROLES } from '../names/roles.ts'
import type { Token } from './split-tokens.ts'
import { has } from './word-at.ts'

const BED =
  /^(?:beds?|bay|room|cubicle|ward|bett|zimmer|station|lit|chambre|cama|habitación|letto|stanza|camera|quarto|enfermaria|kamer|zaal|łóżk[ou]|sala|sali|pok[óo]j|pokoju)$/iu
/** "4", "4B", "B" of beds. */
const BED_NUMBER = /^(?:\d{1,4}\p{L}?|\p{L})$/u
/** "71 Graves orbitopathy" may tell an age; "2 Redon drains" and "1. Barrett oesophagus" do not. */
const AGE = /^(?:[1-9]\d|1[01]\d)$/u

/** Whether a role, a title, a bed or what may be an age stands before the word: "Patient Graves", "Bed 4 Graves", "Dr Whipple". */
export function isBehindSomebody(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || !/\s/u.test(token.gap)) return false
  if (has(TITLES, before)) return true
  if (/[.;\n]/u.test(token.gap)) return false
  return has(ROLES, before) || isBed(before, tokens[at - 2]) || (token.gap === ' ' && AGE.test(before.text))
}

function isBed({ text }: Token, before: Token | undefined): boolean {
  return BED.test(text) || (BED_NUMBER.test(text) && BED.test(before?.text ?? ''))
}
