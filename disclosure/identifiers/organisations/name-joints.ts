import type { Word } from '../tokens/read-words.ts'

/** Small words in names, of eight languages. */
export const INSIDE =
  /^(?:de|del|della|dello|dei|degli|delle|di|da|do|dos|das|du|des|d|la|le|les|las|los|el|lo|il|l|am|an|im|in|der|dem|den|zum|zur|zu|vom|von|für|van|het|ten|ter|te|aan|bij|of|the|for|at|pod|na|nad|przy|św|w|we|z|ze|dla|o|a|à|au|aux|sur|sous|em|en|per|i|e|y|et|und|and|&)$/u
/** They join to a name only where something follows that an "and" may join: "e Instrucción", "et Fils". */
export const JOINS = /^(?:i|e|y|et|und|and)$/u
/** Only a town follows these: "in Leeds". */
export const LOCATES = /^(?:in|w|we|te|at|à|em|en|a)$/u
export const OPENS_QUOTE = /^ ?["“„«‘'][ ]?$/u
export const CLOSES_QUOTE = /["”“»’']/u

const SPACE = /^(?:[ \u00a0]{1,2}|-| ?['’]| & | ?\p{L}{1,4}['’])$/u
const BEHIND_QUOTE = /^["”“»’'] $/u
const ABBREVIATED =
  /^(?:avv|dott|dra|drs|mr|lic|st|ste|sta|sto|s|ss|im|św|ks|prof|dr|hnos|sr|sra|ntra|nª|n|no|nr|núm|num|d|av|pl|gen|bl|o|ul|reg|univ|hosp|soc|fil|kreis)$/iu
const NUMBER_MARK = /^ ?(?:n\.?[ºo°]|n\.º|nº|nr\.?|#)? ?$/iu

/** Whether the name of an organisation may go on over what stands between two words. */
export function joins({ gap }: Word, before: Word, isOpen: boolean): boolean {
  if (gap === '') return false
  if (SPACE.test(gap) || NUMBER_MARK.test(gap) || OPENS_QUOTE.test(gap) || (isOpen && BEHIND_QUOTE.test(gap)))
    return true
  return /^\.[ºª]?[ ]?$/u.test(gap) && (ABBREVIATED.test(before.text) || before.text.length === 1)
}
