import type { IdentifierSpan, IdentifierType } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { branchEnd } from './branch-end.ts'
import { kindAt, withoutArticle } from './kind-at.ts'
import { nameBehind } from './name-behind.ts'
import { genericBefore, nameBefore } from './name-before.ts'

/** Hospitals, practices, courts, schools, firms: a word of their kind with what names them, as one span from the first to the last word. */
export function findOrganisations(reading: Reading): readonly IdentifierSpan[] {
  const { words } = reading
  const spans: IdentifierSpan[] = []
  for (let at = 0; at < words.length; at += 1) {
    const found = organisationAt(reading, at)
    if (!found) continue
    const first = wordAt(words, found.from)
    const to = branchEnd(reading, found.to)
    spans.push({
      start: found.from === at ? first.end - withoutArticle(first.text).length : first.start,
      end: wordAt(words, to - 1).end,
      type: typeOf(words.slice(found.from, found.to)),
      by: 'names',
      confidence: 0.8,
    })
    at = Math.max(at, found.to - 1)
  }
  return spans
}

type Found = { readonly from: number; readonly to: number }

function organisationAt(reading: Reading, at: number): Found | null {
  const kind = kindAt(reading.words, at)
  if (!kind) return null
  const behind = nameBehind(reading, at)
  const isNamedBehind = kind.standsBefore && behind.isTelling
  const from = kind.standsBehind ? nameBefore(reading, at) : null
  if (!isNamedBehind && from === null) return null
  return {
    from: from ?? joinedBefore(reading, genericBefore(reading, at)),
    to: isNamedBehind || goesOn(reading, at) ? behind.to : at + 1,
  }
}

/** "Caritas" before "-Sozialstation Werl". */
function joinedBefore({ words }: Reading, at: number): number {
  return wordAt(words, at).gap === '-' && /^\p{Lu}/u.test(wordAt(words, at - 1).text) ? at - 1 : at
}

/** "Grange Institute of Neurosciences": what is done there belongs to the name. */
function goesOn({ words }: Reading, at: number): boolean {
  return wordAt(words, at + 1).gap === ' ' && /^(?:of|for|für|voor)$/u.test(wordAt(words, at + 1).text)
}

const HOSPITAL =
  /hosp|clini|infirmary|klini|krankenhaus|spital|hôpit|ospedal|szpital|ziekenhuis|medical|health|salu[dt]|saúde|surgery|practice|praxis|praktijk|przychod|poradni/iu
const COURT =
  /court|tribunal|gericht|juzgado|audiencia|\bcour\b|corte|rechtbank|gerechtshof|\bsąd|comarca|juízo|vara|prud'hommes/iu

function typeOf(words: readonly Word[]): IdentifierType {
  const text = words.map((word) => word.text).join(' ')
  if (HOSPITAL.test(text)) return 'hospital'
  return COURT.test(text) ? 'court' : 'organisation'
}
