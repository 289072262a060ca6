import type { Candidate } from '../program/candidate.ts'
import type { Fact } from '../program/fact.ts'
import type { Atom, Program, SourcePlace } from '../program/rule.ts'
import type { Problem } from './read/problem.ts'

export type CompiledPacks = {
  /** Null when there is a problem. */
  readonly program: Program | null
  /** What is to be considered, in the authors' order; empty when there is a problem. */
  readonly candidates: readonly Candidate[]
  /** In the order of files and lines. */
  readonly problems: readonly Problem[]
  readonly packs: readonly PackHead[]
  /** The authors' own examples, in their order; empty when there is a problem. */
  readonly examples: readonly Example[]
  /** What keeps a rule from being called tested, by the rule's id; rules that have all their examples are absent. */
  readonly untested: ReadonlyMap<string, readonly ExampleKind[]>
  /** Empty when there is a problem. */
  readonly translations: Translations
}

/** What packs say in other languages, by the code of the language. */
export type Translations = ReadonlyMap<string, PackTranslation>

export type PackTranslation = {
  /** By pack, by the text as written in the pack. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** What is said for words of the language that come together: `Phrases`. */
  readonly joined: ReadonlyMap<string, string>
}

export type ExampleKind = 'positive' | 'negative' | 'exception'

export type PackField = 'medicine' | 'law'

export type PackHead = {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly language: string
  /** Whose work it is for; null: not said. */
  readonly field: PackField | null
  readonly jurisdiction: string | null
  /** False: shown as "sample pack, not reviewed guidance". */
  readonly reviewed: boolean
  /** It shows what rules can do, and is there for nothing else: another pack goes before it. */
  readonly sample: boolean
  readonly licence: string
  readonly uses: readonly string[]
}

/** What must follow from these facts on this day, by the rule it belongs to. */
export type Example = {
  readonly rule: string
  readonly title: string
  /** Their ids are `1`, `2` … in the order of the example. */
  readonly facts: readonly Fact[]
  readonly asOf: number
  readonly jurisdiction: string | null
  /** Yes; no; unknown. */
  readonly holds: readonly Atom[]
  readonly not: readonly Atom[]
  readonly ask: readonly Atom[]
  readonly exception: boolean
  readonly place: SourcePlace
}
