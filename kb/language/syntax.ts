import type { Message } from '../../wording/message.ts'
import { englishText } from '../../wording/message-text.ts'

/** What a text says before anything in it is looked up. Offsets count UTF-16 units of the text, `end` not included. */
export type Node =
  | (Span & { readonly kind: 'variable'; readonly name: string })
  | (Span & { readonly kind: 'anything' })
  | (Span & { readonly kind: 'number'; readonly text: string; readonly unit: Name | null })
  | (Span & { readonly kind: 'date'; readonly text: string })
  | (Span & { readonly kind: 'name'; readonly name: string; readonly quoted: boolean })
  /** `called` is an operator of the closed list, or whatever name stood before the bracket. */
  | (Span & { readonly kind: 'call'; readonly called: Name; readonly args: readonly Node[] })
  /** `?w in kg`: the number alone. `(…) as kg`: the number with a unit. */
  | (Span & { readonly kind: 'in' | 'as'; readonly inner: Node; readonly unit: Name })

type Span = { readonly offset: number; readonly end: number }

export type Name = Span & { readonly text: string }

export type ConditionNode =
  | { readonly kind: 'atom'; readonly negated: boolean; readonly relation: Name; readonly args: readonly Node[] }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Node
      readonly right: Node
      readonly at: Span
    }
  | { readonly kind: 'assignment'; readonly variable: Name; readonly expression: Node }

export type ComparisonOperator = '>=' | '<=' | '>' | '<' | '=' | '!='

/** A text that is no condition, fact or goal. Thrown by the readers of this folder, with the place inside the text. */
export class ReadError extends Error {
  readonly offset: number
  readonly said: Message
  /** What to write instead. */
  readonly fix: Message

  constructor(said: Message, fix: Message, offset: number) {
    super(englishText(said))
    this.said = said
    this.name = 'ReadError'
    this.offset = offset
    this.fix = fix
  }
}
