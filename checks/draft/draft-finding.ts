import type { Span } from '../../text/spans.ts'

/** As `DRAFT_VERDICTS` of the contract. */
export type FindingVerdict = 'contradicted' | 'nowhere' | 'not-checkable' | 'supported' | 'close' | 'verbatim'

/** Words of a source, by its mark; offsets into its text. */
export type FoundAt = Span & { readonly source: string; readonly quote: string }

/** The explanation of a finding, before it is put into words; dates as ISO days. */
export type Said =
  | { readonly code: 'otherwise' | 'otherValue' | 'quoteDiffers'; readonly written: string; readonly stands: string }
  | { readonly code: 'leftOut'; readonly stands: string }
  | { readonly code: 'added' | 'noSuchDay' | 'opinionValue' | 'statedNowhere'; readonly written: string }
  | { readonly code: 'quoteCutBefore' | 'quoteCutBehind'; readonly words: string }
  | { readonly code: 'otherPage'; readonly page: number; readonly document: string }
  | { readonly code: 'noPage'; readonly count: number; readonly document: string }
  | { readonly code: 'noTarget'; readonly target: string }
  | { readonly code: 'sum'; readonly calculation: string }
  | { readonly code: 'weekday'; readonly day: string; readonly weekday: number }
  | { readonly code: 'age'; readonly birth: string; readonly day: string; readonly age: number }
  | { readonly code: 'otherRole'; readonly name: string }
  | ({ readonly code: 'timeLimitSame' | 'timeLimitDiffers' } & RuleSays)
  | {
      readonly code:
        | 'contradicted'
        | 'nowhere'
        | 'opinion'
        | 'question'
        | 'noFact'
        | 'language'
        | 'tooLong'
        | 'otherWords'
        | 'findingBeside'
        | 'quoteNowhere'
        | 'authorityNowhere'
        | 'notSearched'
    }

/** What a rule computes: an ISO day, or a period as the rule has it ("6 years"), and the facts that it rests on. */
type RuleSays = { readonly rule: string; readonly limit: string; readonly facts: string }

/** What one check found; `words`: those that are wrong, in offsets of the sentence or text that was checked. */
export type DraftFound = Span & {
  readonly kind:
    | 'sentence'
    | 'quotation'
    | 'authority'
    | 'page'
    | 'cross-reference'
    | 'sum'
    | 'date'
    | 'weekday'
    | 'age'
    | 'party'
    | 'time-limit'
  readonly verdict: FindingVerdict
  readonly words: readonly Span[]
  readonly said: Said | null
  readonly instead: string | null
  readonly at: readonly FoundAt[]
}
