import { t } from '../../wording/translate.ts'

/** A quote with its place, as a footnote; numbered through the whole file. */
export type PaperNote = {
  readonly number: number
  readonly mark: string
  readonly where: string
  readonly quote: string
}

/** Words of a sentence; struck: an authority that is nowhere in the library. */
export type PaperWords = { readonly text: string; readonly isStruck: boolean }

export type SentenceBlock = {
  readonly kind: 'sentence'
  readonly number: number
  readonly words: readonly PaperWords[]
  readonly notes: readonly PaperNote[]
  /** Marks of the conclusions that it states, whose proofs follow. */
  readonly rules: readonly string[]
  readonly verdict: string
  /** What keeps one from relying on it, a line each. */
  readonly remarks: readonly string[]
}

/** One line of a proof; `depth` 0 is the conclusion itself, with its mark. */
export type ProofBlock = {
  readonly kind: 'proof'
  readonly mark: string
  readonly depth: number
  readonly text: string
}

/** What stands on an exported page, whatever the format, in reading order. */
export type PaperBlock =
  /** `page`: a title that begins a new page. */
  | { readonly kind: 'question' | 'page' | 'heading' | 'small' | 'note'; readonly text: string }
  | SentenceBlock
  /** Where footnotes stand that the format does not place by itself. */
  | { readonly kind: 'notes'; readonly notes: readonly PaperNote[] }
  | { readonly kind: 'source'; readonly mark: string; readonly where: string; readonly quote: string }
  | ProofBlock
  | { readonly kind: 'field'; readonly name: string; readonly lines: readonly string[] }

const NAME_CHARACTERS = 60

/** The question as a file name that every system takes. */
export function exportName(question: string): string {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  let name = ''
  for (const word of words) if (name.length + word.length < NAME_CHARACTERS) name += `${name ? ' ' : ''}${word}`
  return name || t('paper.answerFile')
}
