import { pick, type Random } from '../drawn.ts'

export type Spoiling = {
  readonly kind: string
  readonly isTrue: boolean
  readonly spoil: (quote: string) => string | null
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 's',
  b: 'v',
  c: 'v',
  d: 'f',
  e: 'r',
  f: 'g',
  g: 'h',
  h: 'j',
  i: 'o',
  k: 'l',
  l: 'k',
  m: 'n',
  n: 'm',
  o: 'i',
  p: 'o',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
  v: 'b',
  w: 'e',
  y: 'u',
} // prettier-ignore

/** Words that turn a sentence when one stands for the other. */
const TURNED: readonly (readonly [string, string])[] = [
  ['shall', 'may'],
  ['must', 'may'],
  ['may', 'must'],
  ['will', 'may'],
  ['should', 'must'],
  ['can', 'cannot'],
  ['and', 'or'],
  ['or', 'and'],
  ['all', 'some'],
  ['any', 'no'],
  ['both', 'either'],
  ['before', 'after'],
  ['after', 'before'],
  ['more', 'less'],
  ['less', 'more'],
  ['first', 'second'],
  ['two', 'three'],
  ['three', 'two'],
  ['five', 'four'],
  ['ten', 'two'],
  ['left', 'right'],
  ['right', 'left'],
  ['increased', 'decreased'],
  ['decreased', 'increased'],
  ['mg', 'mcg'],
  ['days', 'weeks'],
  ['years', 'months'],
  ['months', 'years'],
  ['is', 'is not'],
  ['are', 'are not'],
  ['was', 'was not'],
  ['were', 'were not'],
  ['not', ''],
  ['without', 'with'],
  ['with', 'without'],
  ['unless', 'if'],
  ['if', 'unless'],
  ['plaintiff', 'defendant'],
  ['defendant', 'plaintiff'],
  ['party', 'person'],
  ['high', 'low'],
  ['low', 'high'],
  ['positive', 'negative'],
  ['acute', 'chronic'],
] // prettier-ignore

/** How a true quote may look, and what would be another sentence. Each gives null where the quote has nothing of the kind. */
export function spoilings(random: Random, vocabulary: readonly string[]): readonly Spoiling[] {
  const aWord = (quote: string, wanted: RegExp, change: (word: string) => string | null): string | null => {
    const words = [...quote.matchAll(wanted)]
    const found = pick(words, random)
    const changed = found && change(found[0])
    if (!found || changed === null || changed === undefined || changed === found[0]) return null
    return `${quote.slice(0, found.index)}${changed}${quote.slice(found.index + found[0].length)}`.replace(
      / {2,}/g,
      ' ',
    )
  }
  const isIn = (quote: string, word: string) => new RegExp(`(?<![\\p{L}'-])${word}(?![\\p{L}'-])`, 'u').test(quote)
  return [
    { kind: 'verbatim', isTrue: true, spoil: (quote) => quote },
    { kind: 'case', isTrue: true, spoil: (quote) => (random() < 0.5 ? quote.toUpperCase() : quote.toLowerCase()) },
    { kind: 'typography', isTrue: true, spoil: (quote) => typeset(quote, random) },
    {
      kind: 'slip',
      isTrue: true,
      spoil: (quote) => aWord(quote, /(?<![\p{L}'’-])\p{Ll}{5,}(?![\p{L}'’-])/gu, (word) => slip(word, random)),
    },
    { kind: 'ellipsis', isTrue: true, spoil: (quote) => elide(quote, random) },
    {
      kind: 'number',
      isTrue: false,
      spoil: (quote) => aWord(quote, /\d+/g, (figures) => String(Number(figures) + 1 + Math.floor(random() * 8))),
    },
    {
      kind: 'turned',
      isTrue: false,
      spoil: (quote) => {
        const pair = pick(
          TURNED.filter(([word]) => isIn(quote, word)),
          random,
        )
        return pair ? aWord(quote, new RegExp(`(?<![\\p{L}'-])${pair[0]}(?![\\p{L}'-])`, 'gu'), () => pair[1]) : null
      },
    },
    {
      kind: 'other word',
      isTrue: false,
      spoil: (quote) =>
        aWord(quote, /(?<![\p{L}'’-])\p{Ll}{4,}(?![\p{L}'’-])/gu, () => pick(vocabulary, random) ?? null),
    },
    { kind: 'left out', isTrue: false, spoil: (quote) => aWord(quote, /(?<=\s)(?!the\s)\p{Ll}{4,}(?=\s)/gu, () => '') },
    { kind: 'changed about', isTrue: false, spoil: (quote) => changedAbout(quote, random) },
  ]
}

/** Other quotation marks, dashes, spaces and hyphens at a line's end, as documents and models have them. */
function typeset(quote: string, random: Random): string {
  const spaces = quote.split(' ')
  const at = 1 + Math.floor(random() * (spaces.length - 1))
  const broken = `${spaces.slice(0, at).join(' ')}\n   ${spaces.slice(at).join('\u00a0')}`
  return `“${broken.replace(/'/g, '’').replace(/ - /g, ' – ').replace(/"/g, '”').replace(/fi/g, 'ﬁ')}”`
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  const how = Math.floor(random() * 4)
  if (how === 0) return before + after
  if (how === 1) return before + here + here + after
  if (how === 2) return before + (after[0] ?? '') + here + after.slice(1)
  return before + (NEIGHBOURS[here] ?? 'x') + after
}

function elide(quote: string, random: Random): string | null {
  const words = quote.split(/\s+/)
  if (words.length < 12) return null
  const from = 4 + Math.floor(random() * 2)
  const to = from + 1 + Math.floor(random() * (words.length - from - 5))
  // Who leaves a "not" out quotes falsely.
  if (/\b(?:not|no|never|without|unless|except|nor|neither)\b/i.test(words.slice(from, to).join(' '))) return null
  return [...words.slice(0, from), '…', ...words.slice(to)].join(' ')
}

function changedAbout(quote: string, random: Random): string | null {
  const words = quote.split(' ')
  const at = Math.floor(random() * (words.length - 3))
  const other = at + 2 + Math.floor(random() * (words.length - at - 2))
  const [one, two] = [words[at], words[other]]
  if (one === undefined || two === undefined || bare(one) === bare(two)) return null
  return words.with(at, two).with(other, one).join(' ')
}

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
