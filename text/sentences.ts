export type Sentence = { readonly start: number; readonly end: number }

/** Words after which a full stop does not end a sentence; matters for clinicians' and lawyers' texts alike. */
const SHORT_WORD =
  /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Nos?|vs?|pp?|Art|Arts|Sec|Secs|para|paras|cl|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|e\.g|i\.e|cf|Id|U\.S|Ref|Tel|ca|al|[A-Z])\.\s*$/

/** Sentences of a text as UTF-16 spans without surrounding white space, in order. Line breaks between blocks end a sentence. */
export function splitSentences(text: string): readonly Sentence[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const sentences: Sentence[] = []
  let open: number | null = null
  for (const { segment, index } of segmenter.segment(text)) {
    const start: number = open ?? index
    const end = index + segment.length
    if (SHORT_WORD.test(text.slice(start, end)) && end < text.length) {
      open = start
      continue
    }
    open = null
    const trimmed = trim(text, start, end)
    if (trimmed) sentences.push(trimmed)
  }
  return sentences
}

function trim(text: string, start: number, end: number): Sentence | null {
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  const to = end - (piece.length - piece.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}

/**
 * Words before a full stop that ends no sentence, in law and medicine; lower case, without the stop. Single letters
 * (initials, "v.") are handled by the pattern below.
 */
const ABBREVIATIONS = new Set(
  `no nos id ibid dr mr mrs ms prof rev hon st jr sr esq art arts sec secs ch cl para paras pt vol vols fig figs ed eds et al cf
  vs viz inc ltd co corp llc bros dept gov gen rep reps sen op cit supp stat reg regs fed cir dist app ex rel
  seq jan feb mar apr jun jul aug sep sept oct nov dec approx ca tab cap inj max min temp resp wt ht hr hrs wk mo yr
  e.g i.e u.s u.k u.s.c c.f.r p.m a.m b.i.d t.i.d q.i.d p.o p.r.n i.v i.m f.2d f.3d d.c`.split(/\s+/),
)

/** Made once: that costs as much as a passage's sentences. */
let segmenter: Intl.Segmenter | undefined

/**
 * Ends of the sentences in `text` (offsets after the last character of each, before the white space that follows), the
 * last being the end of the text. Line feeds inside a paragraph end no sentence.
 */
export function sentenceEnds(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })
  // The rules of Unicode end a sentence at every line feed; in a hard-wrapped paragraph it is only a space.
  const flat = text.replace(/[\r\n\u0085\u2028\u2029]/g, ' ')
  const lastEnd = flat.trimEnd().length
  const ends: number[] = []
  for (const { segment, index } of segmenter.segment(flat)) {
    const end = index + segment.trimEnd().length
    const sentence = flat.slice(ends.at(-1) ?? 0, end).trim()
    if (sentence !== '' && (end === lastEnd || !isNoEnd(sentence))) ends.push(end)
  }
  return ends.at(-1) === lastEnd ? ends : [...ends, lastEnd]
}

function isNoEnd(sentence: string): boolean {
  const last = /(\S+)$/.exec(sentence)?.[1] ?? ''
  // An initial, "v.", or the number of a clause or an item standing before its text.
  if (/^[(["'\u201c]*\p{L}\.$/u.test(last) || /^\(?\d{1,3}\.$/.test(sentence)) return true
  if (/^[\u00a7\u00b6]+\.?$/.test(last)) return true
  if (!last.endsWith('.')) return false
  return ABBREVIATIONS.has(
    last
      .replace(/^[(["'\u201c\u2018]+/, '')
      .replace(/\.+$/, '')
      .toLowerCase(),
  )
}
