import type { Change } from '../../../contract/rule.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import { type Change as Found, whatWouldChange } from '../../../kb/prove/what-would-change.ts'
import { goalIn } from './ask-kernel.ts'

type ChangeInput = { readonly relation: string; readonly args: readonly string[] }

const KINDS = { flip: 'fact', appear: 'assumed-absent', answer: 'missing' } as const

/** Single things that, were they otherwise, would make a conclusion another. */
export function showChanges(inference: Inference, { relation, args }: ChangeInput): Change[] {
  const goal = goalIn(`${relation}(${args.map(openRange).join(', ')})`, inference.program)
  return whatWouldChange(inference, goal).map(showChange)
}

/** What was concluded as a range, or as "a day not known yet", is asked for as it is, whatever its value; no name holds a space. */
function openRange(text: string, index: number): string {
  return text.includes('..') || /^(?:any|an?) /.test(text) ? `?v${index}` : text
}

function showChange({ kind, text: change, after }: Found): Change {
  // Of what is open then, the values are open too.
  const said = after.status === 'unknown' ? '' : after.statements.map(({ text }) => text).join('; ')
  return { change, kind: KINDS[kind], then: after.status, sentence: said }
}
