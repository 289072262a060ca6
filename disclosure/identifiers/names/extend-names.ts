import { foldWord } from '../../../text/normalise.ts'
import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { has, type Word, wordAt, wordsUntil } from '../tokens/word-at.ts'
import { COMPANY_ENDINGS, DETERMINERS, GENERIC_WORDS, ORGANISATION_WORDS, PARTICLES, TITLES } from './cue-words.ts'
import { isCapital } from './name-run.ts'
import { ROLES } from './roles.ts'

/** Small words that begin a family name: "Van den Heuvel", "El Khattabi", "Lo Presti", "Le Bihan", "v.d. Westhuizen". */
const FAMILY_PARTICLES = new Set(
  `van von vom vd v d den der de het ten ter te ’t 't 's zu zur zum op in le la les l du des da das do dos di del della dell degli dei lo li
  el al bin ben ibn abu abd ait aït ould san santa mac nic ní ó st`.split(/\s+/),
)

/** More of them belong to no name. */
const MOST = 3

/** With the particles before a family name: all of them where one is capitalised or somebody is addressed, else none. */
export function extendNames({ words }: Reading, spans: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  let at = 0
  // Of the span before, and where it is of a person.
  let ends = { any: 0, person: 0 }
  return spans.map((span) => {
    while (wordAt(words, at).start >= 0 && wordAt(words, at).start < span.start) at += 1
    const isPerson = span.type === 'person' && wordAt(words, at).start === span.start
    const first = isPerson ? titleBefore(words, particlesBefore(words, at, ends), ends.any) : at
    const last = isPerson ? generationBehind(words, wordsUntil(words, at, span.end), span.end) : span.end
    ends = { any: last, person: span.type === 'person' ? last : 0 }
    return first < at || last > span.end
      ? { ...span, start: wordAt(words, Math.min(first, at)).start, end: last }
      : span
  })
}

const GENERATION = /^(?:junior|jun|jnr|jr|senior|snr|filho|júnior|fils|III|IV)$/u

/** "Pesaresi junior", "Gouveia filho", "Robichaux III": to where the name ends. */
function generationBehind(words: readonly Word[], next: number, end: number): number {
  const word = wordAt(words, next)
  return /^,? $/u.test(word.gap) && GENERATION.test(word.text) ? word.end : end
}

function particlesBefore(words: readonly Word[], at: number, after: { any: number; person: number }): number {
  let from = at
  while (at - from < MOST && isJoined(wordAt(words, from)) && isParticle(wordAt(words, from - 1), after.any)) from -= 1
  if (from === at) return at
  const before = wordAt(words, from - 1)
  const isBehindName =
    (before.end === after.person && after.person > 0) || (before.text.length === 1 && isCapital(before))
  const isNamed = isBehindName || words.slice(from, at).some(isCapital) || has(TITLES, before) || has(ROLES, before)
  return isNamed ? from : at
}

/** "Mr Hollis", where Hollis is known to the matter. */
function titleBefore(words: readonly Word[], at: number, after: number): number {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const isTitle = before.start >= after && before.text.length > 1 && has(TITLES, before)
  return isTitle && /^\.? $/u.test(word.gap) ? at - 1 : at
}

/** "Van den", "v.d.", "d'Angelo". */
function isJoined({ gap }: Word): boolean {
  return /^(?: |\. ?|['’]|-)$/u.test(gap)
}

function isParticle(word: Word, after: number): boolean {
  return word.start >= after && has(FAMILY_PARTICLES, word)
}

const SPREAD: ReadonlySet<IdentifierType> = new Set(['person', 'organisation', 'hospital', 'place'])

/** A guess does not spread. */
const SURE = 0.55

/** "Al" would be found in too much. */
const SHORTEST = 3

/** A name once found is masked wherever it stands: "Hope" after "Mr Hope", "mallory" after "Mallory", "marquez" after "Márquez". */
export function spreadNames(
  { words, languages }: Reading,
  found: readonly IdentifierSpan[],
  covered: (word: Word) => boolean,
): readonly IdentifierSpan[] {
  const names = namesIn(words, found)
  const stems = languages.includes('pl') ? polishStems(names) : NO_STEMS
  return words.flatMap((word) => {
    const type = names.get(foldWord(word.text)) ?? ofGenitive(names, word) ?? ofCase(stems, word)
    if (type === undefined || covered(word)) return []
    // In small letters a name stands in word lists too, as a rare word: "garcia", not "hope".
    const isSmallName = word.ordinary === 0 || (word.ordinary === 1 && word.name === 2)
    const isWritten = isCapital(word) || isSmallName
    return isWritten ? [{ start: word.start, end: word.end, type, by: 'spread' as const, confidence: 0.6 }] : []
  })
}

/** "Müllers Beschwerden" after "Müller", unless it is a common word: "Hopes". */
function ofGenitive(names: ReadonlyMap<string, IdentifierType>, word: Word): IdentifierType | undefined {
  const mayBe = word.shape === 'title' && word.text.endsWith('s') && (word.ordinary < 2 || word.isDoubtful)
  return mayBe ? names.get(foldWord(word.text.slice(0, -1))) : undefined
}

const NO_STEMS: ReadonlyMap<string, IdentifierType> = new Map()
/** The case endings of Polish names, folded: "Sikory", "Baranem", "Kowalskiego". */
const POLISH_CASE = /(?:iego|iemu|ego|emu|owie|owi|iem|ami|ach|em|im|ym|om|ej|ie|ze|ow|ia|[aeiouy])$/u
const SHORTEST_STEM = 3

/** Names without the endings of their cases. */
function polishStems(names: ReadonlyMap<string, IdentifierType>): ReadonlyMap<string, IdentifierType> {
  return new Map([...names].map(([name, type]) => [polishStem(name), type]))
}

function polishStem(folded: string): string {
  const stem = folded.replace(POLISH_CASE, '')
  return stem.length < SHORTEST_STEM ? folded : stem
}

/** "Sikory" after "Sikora". */
function ofCase(stems: ReadonlyMap<string, IdentifierType>, word: Word): IdentifierType | undefined {
  const mayBe = word.shape === 'title' && word.ordinary < 2
  return mayBe ? stems.get(polishStem(foldWord(word.text))) : undefined
}

/** The words of the found names that can stand for the name by themselves. */
function namesIn(words: readonly Word[], found: readonly IdentifierSpan[]): ReadonlyMap<string, IdentifierType> {
  const names = new Map<string, IdentifierType>()
  let at = 0
  for (const { start, end, type, confidence } of found) {
    while (at < words.length && wordAt(words, at).start < start) at += 1
    const inside = words.slice(at, wordsUntil(words, at, end))
    if (SPREAD.has(type))
      for (const word of inside)
        if (confidence >= SURE ? isTelling(word, type) : isFamilyOfFirm(word, type))
          names.set(foldWord(word.text), type)
  }
  return names
}

function isTelling(word: Word, type: IdentifierType): boolean {
  if (word.text.length < SHORTEST || !isCapital(word)) return false
  if ([TITLES, ROLES, PARTICLES, DETERMINERS, COMPANY_ENDINGS].some((list) => has(list, word))) return false
  if (type === 'person') return word.name > 0 || word.ordinary < 2 || word.isDoubtful
  if (isFamilyOfFirm(word, type)) return true
  return word.ordinary === 0 && !has(GENERIC_WORDS, word) && !has(ORGANISATION_WORDS, word)
}

/** "Costa" of "Caseificio Costa s.n.c.", who speaks for it as well. */
function isFamilyOfFirm(word: Word, type: IdentifierType): boolean {
  const isFirm = type === 'organisation' && isCapital(word) && word.text.length > SHORTEST
  return isFirm && word.levels.last === 2 && word.ordinary < 2
}
