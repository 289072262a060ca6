import type { PacketRecord } from '../../disclosure/packet-record.ts'
import { OPTION_LETTERS } from '../../../disclosure/packet/option-source.ts'

/** A small model that may write on says the same again. */
const CLAIMS_AT_MOST = 5
const MARKS_AT_MOST = 3
const CANDIDATES_AT_MOST = 5

/**
 * GBNF of the form that every packet asks for, as short as it can be: sentences with their marks, the names of candidates and the letter
 * of an option where the packet asks for them. A small model keeps to no form by itself.
 */
export function replyGrammar(
  marks: readonly string[],
  { differential = null, options = [] }: Pick<PacketRecord, 'differential' | 'options'>,
): string {
  const ranked = differential === null ? '' : ` ",\\"ranked\\":[" name ("," name){0,${CANDIDATES_AT_MOST - 1}} "]"`
  const letters = [...OPTION_LETTERS].slice(0, options.length)
  const choice = letters.length === 0 ? '' : ` ",\\"choice\\":\\"" letter "\\""`
  return [
    `root ::= "{\\"claims\\":[" claim ("," claim){0,${CLAIMS_AT_MOST - 1}} "],\\"missing\\":[]"${ranked}${choice} "}"`,
    String.raw`claim ::= "{\"text\":\"" text "\",\"sources\":[" ${marks.length === 0 ? '""' : `(mark ("," mark){0,${MARKS_AT_MOST - 1}})?`} "]}"`,
    String.raw`text ::= [^"\\\n]{1,240}`,
    ...(marks.length === 0 ? [] : [`mark ::= ${marks.map((mark) => JSON.stringify(`"${mark}"`)).join(' | ')}`]),
    ...(differential === null ? [] : [String.raw`name ::= "{\"name\":\"" [^"\\\n]{1,80} "\"}"`]),
    ...(letters.length === 0 ? [] : [`letter ::= ${letters.map((letter) => JSON.stringify(letter)).join(' | ')}`]),
  ].join('\n')
}
