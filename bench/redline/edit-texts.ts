import type { Random } from '../drawn.ts'

/** What a script does to a document; each pair has some of several kinds. */
export const EDITS = ['words', 'removed', 'added', 'moved', 'first', 'last', 'signs', 'right-to-left'] as const
export type Edit = (typeof EDITS)[number]

const SIGNS = 'Fees & costs: “€ 1,500” < 3 % – § 12 (a) “naïve” 𝒜 \u00a0 <b>not a tag</b>.'
const HEBREW = 'הסכם זה נערך ונחתם ביום 3 במאי 2026 בין הצדדים.'
const ADDED = 'The Receiving Party shall keep a register of all copies for 24 months after the end of this Agreement.'
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bshall\b/, 'may'],
  [/\bnot\b/, ''],
  [/\b(two|three|five)\b/i, 'seven'],
  [/\b(\d+)\b/, '45'],
  [/\b(the)\b/, 'each such'],
  [/\b(and)\b/, 'and/or'],
  [/\b(party)\b/i, 'person'],
  [/\b(information)\b/i, 'data'],
]

/** One text with a few of its words changed; the same where it has none of them. */
export function withOtherWords(text: string, random: Random): string {
  const fitting = WORDS.filter(([words]) => words.test(text))
  const chosen = fitting.filter(() => random() < 0.6)
  return (chosen.length > 0 ? chosen : fitting.slice(0, 1)).reduce(
    (now, [words, other]) => now.replace(words, other),
    text,
  )
}

type Editing = { readonly result: string[]; readonly random: Random; readonly draw: () => number }

const EDITORS: Readonly<Record<Edit, (editing: Editing) => void>> = {
  words({ result, random }) {
    for (let at = 0; at < result.length; at += 1 + Math.floor(random() * 6))
      result[at] = withOtherWords(result[at]!, random)
  },
  removed: ({ result, random, draw }) => void result.splice(draw(), 1 + Math.floor(random() * 2)),
  added: ({ result, draw }) => void result.splice(draw(), 0, ADDED),
  moved: ({ result, draw }) => void result.splice(draw(), 0, ...result.splice(draw(), 1)),
  first: ({ result, random }) =>
    void result.splice(0, 1, ...(random() < 0.5 ? [] : ['AMENDED AND RESTATED', result[0] ?? ''])),
  last: ({ result, random }) =>
    void result.splice(-1, 1, ...(random() < 0.5 ? [] : [result.at(-1) ?? '', 'Signed in two copies.'])),
  signs: ({ result, draw }) => void result.splice(draw(), 1, SIGNS),
  'right-to-left': ({ result, draw }) => void result.splice(draw(), 0, HEBREW),
}

/** The paragraphs of a text, edited in these ways. */
export function editParagraphs(
  paragraphs: readonly string[],
  edits: readonly Edit[],
  random: Random,
): readonly string[] {
  const result = [...paragraphs]
  const draw = () => Math.floor(random() * result.length)
  for (const edit of edits) EDITORS[edit]({ result, random, draw })
  return result
}
