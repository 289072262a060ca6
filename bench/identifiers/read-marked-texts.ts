import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GoldSpan } from '../score-identifiers.ts'

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * `seen`: what may be read while the masks are changed. `unseen`: only ever measured. The `later` ones were written after the masks knew
 * the seen half: dictated notes, minutes, mails of lawyers, referrals, hand-overs, letters of insurers. The `fresh` ones were written
 * before the learned score was trained; it is judged on them, and no rule was made for them. Beside these stand the `development` texts,
 * written to make the masks with, and never counted.
 */
export const HALVES = ['seen', 'unseen', 'later-seen', 'later-unseen', 'fresh'] as const
export type Half = (typeof HALVES)[number]

/** A text whose identifiers its author marked; `neutral`: what may be argued either way. */
export type MarkedText = {
  readonly name: string
  readonly text: string
  readonly gold: readonly GoldSpan[]
  readonly neutral: readonly GoldSpan[]
}

export async function readMarkedTexts(language: Language, half: Half | 'development'): Promise<readonly MarkedText[]> {
  const folder = join(import.meta.dirname, language, half)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const { text, spans } = withoutMarks(await readFile(join(folder, name), 'utf8'))
      const isNeutral = ({ type }: GoldSpan) => type === NEUTRAL
      return {
        name: `${language}/${half}/${name}`,
        text,
        gold: spans.filter((span) => !isNeutral(span)),
        neutral: spans.filter(isNeutral),
      }
    }),
  )
}

const NEUTRAL = '?'

/** `⟦name|Bosco⟧` is "Bosco", a name. */
function withoutMarks(marked: string): { readonly text: string; readonly spans: readonly GoldSpan[] } {
  const spans: GoldSpan[] = []
  let text = ''
  let end = 0
  for (const { 0: mark, 1: type = '', 2: words = '', index } of marked.matchAll(/⟦([^|⟧]+)\|([^⟧]*)⟧/g)) {
    text += marked.slice(end, index)
    spans.push({ start: text.length, end: text.length + words.length, type })
    text += words
    end = index + mark.length
  }
  return { text: text + marked.slice(end), spans }
}

/** A term that identifies nobody, where it stands in a sentence. */
export type HarmlessTerm = {
  readonly kind: string
  readonly sentence: string
  readonly start: number
  readonly end: number
}

/** `later-harmless`: written after the lists of harmless words, and only ever measured. */
export type HarmlessSet = 'harmless' | 'later-harmless'

export async function readHarmlessTerms(language: Language, set: HarmlessSet): Promise<readonly HarmlessTerm[]> {
  const lines = (await readFile(join(import.meta.dirname, set, `${language}.tsv`), 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [term = '', kind = '', sentence = ''] = line.split('\t')
    const start = sentence.indexOf(term)
    if (term === '' || start < 0) throw new Error(`${language}.tsv: "${term}" does not stand in its sentence`)
    return { kind, sentence, start, end: start + term.length }
  })
}
