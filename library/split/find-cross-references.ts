import { MONTH } from '../../text/calendar-words.ts'
import { PAGE_BREAK, type SplitPage } from './passage.ts'
import { type TextUnit, textUnits } from './text-units.ts'

/** "see clause 7.3": where it stands, and the part that it names, in UTF-16 offsets of the whole text. */
type CrossReference = {
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly targetEnd: number
}

/** Words for numbered clauses, which documents use for each other: "7.3" is meant by "section 7.3" and "paragraph 7.3". */
const CLAUSE_WORDS =
  'clauses?|sub-?clauses?|sections?|sec\\.|paragraphs?|paras?\\.?|§§?|Ziffern?|Ziff\\.|Abschnitte?n?|Absatz|Abs\\.|Punkte?n?|Nummern?|Nr\\.|sections?|alinéas?|cláusulas?|apartados?|sezion[ei]|paragraf[oi]|lid|leden|ust\\.|punkt|pkt'

/** Parts that are called by their own word only, each with the words that other languages have for it. */
const PART_WORDS: readonly (readonly [kind: string, words: string])[] = [
  ['article', 'articles?|arts?\\.|Artikels?|artículos?|articol[oi]|artigos?|artykuł\\p{L}*'],
  ['schedule', 'schedules?'],
  ['annex', 'annex(?:es)?|Anlagen?|Anh[aä]nge?|annexes?|anexos?|allegat[oi]|bijlagen?|załącznik\\p{L}*'],
  ['appendix', 'appendi(?:x|ces)|apéndices?|appendice|bijvoegsels?'],
  ['exhibit', 'exhibits?'],
  ['part', 'parts?|Teile?|parties?|partes?|delen|część'],
  ['chapter', 'chapters?|Kapitels?|chapitres?|capítulos?|capitol[oi]|hoofdstuk(?:ken)?|rozdział\\p{L}*'],
  ['table', 'tables?|Tabellen?|tableaux?|tablas?|tabell[ae]|tabelas?|tabel(?:len)?'],
  ['figure', 'figures?|figs?\\.|Abbildung(?:en)?|Abb\\.|figuras?|figur[ae]'],
]

const WORDS = [`(?<number>${CLAUSE_WORDS})`, ...PART_WORDS.map(([kind, words]) => `(?<${kind}>${words})`)].join('|')

/** Within one paragraph: "4. Break clause" above "4.1" names no clause 4.1. */
const SPACE = '(?:(?!\\n\\s*\\n)\\s)'
/** Between the word and the number: "§4" and "Art.4" may do without a space. */
const GAP = `(?:(?<=[\u00a7.])${SPACE}*|${SPACE}+)`

/** "7", "7.3.1", "4.2(b)(ii)", "12a"; roman or a capital where a word stands before it. */
const NUMBER = '\\d{1,3}(?:\\.\\d{1,3}){0,4}[a-z]?(?:\\([a-z0-9]{1,5}\\))*'
const PART_NUMBER = `${NUMBER}|[IVXLC]{1,7}(?![\\p{L}])|[A-Z](?![\\p{L}])`

const REFERENCE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})${GAP}(?<at>${PART_NUMBER})(?![\\p{N}])`, 'giu')

/** "7.3, 7.4 and 8": what follows the first number belongs to the same word. */
const MORE = new RegExp(
  `^(\\s*(?:,|;|and|or|und|oder|et|ou|y|o|e|en|i|lub|to|bis|[\\u2013-])\\s*)(${NUMBER})(?![\\p{L}\\p{N}%])`,
  'iu',
)

/** The part of another text: "section 2 of the Act", "§ 187 BGB", "Article 6 GDPR", "Art. 8 Abs. 1 DSGVO". */
const ELSEWHERE =
  /^(?:\s*(?:Abs\.|Absatz|S\.|Satz|Nr\.|lit\.)\s*\w{1,12})*\s*(?:\([^)]{1,12}\)\s*)*(?:(?:of|des|der|du|de la|della|del|van|do|da)\s+(?:the\s+|said\s+)?(?!(?:this|that|our|dieses|diesem|présent)\b)(?:\p{L}+\s+){0,5}?(?:Act|Code|Regulations?|Directive|Convention|Treaty|Constitution|Statute|Rules|Law|Charter|Gesetz\p{L}*|Verordnung|Richtlinie|Code|Loi|Ley|Legge|Lei|Wet|Ustawy)\b|\p{Lu}{2}\p{L}*\b|\p{Lu}\p{L}{0,3}GB?\b)/u
const ALL_CAPITALS_WORD = /^\s*(?:AND|OR|OF|THE|TO|AS|IN|BY|SHALL|IS|ARE|HAS)\b/

const LABEL_CHARACTERS = 12

/** Resolves the references inside a document; those to other texts, and to parts that are not there, are left out. */
export function findCrossReferences(pages: readonly SplitPage[]): readonly CrossReference[] {
  const targets = Map.groupBy(findTargets(pages), ({ key }) => key)
  if (targets.size === 0) return []
  const text = pages.map((page) => page.text).join(PAGE_BREAK)
  const all = [...targets.values()].flat().toSorted((one, other) => one.start - other.start)
  const found: CrossReference[] = []
  for (const match of text.matchAll(REFERENCE)) {
    const kind = kindOf(match.groups ?? {})
    for (const { start, end, number } of numbersOf(text, match)) {
      const target = nearest(targets.get(labelKey({ kind, number })) ?? fallback(targets, kind, number), start, all)
      if (target && !isInHead(target, start))
        found.push({ start, end, targetStart: target.start, targetEnd: target.end })
    }
  }
  return found
}

type Numbered = { readonly start: number; readonly end: number; readonly number: string }

/** The first with its word ("clause 7.3"), then the further numbers; none when they are those of another text. */
function numbersOf(text: string, match: RegExpExecArray): readonly Numbered[] {
  const end = match.index + match[0].length
  const numbers: Numbered[] = [{ start: match.index, end, number: match.groups?.at ?? '' }]
  let at = end
  for (let more = MORE.exec(text.slice(at, at + 40)); more; more = MORE.exec(text.slice(at, at + 40))) {
    const start = at + (more[1]?.length ?? 0)
    at += more[0].length
    numbers.push({ start, end: at, number: more[2] ?? '' })
  }
  const after = text.slice(at, at + 120)
  return ELSEWHERE.test(after) && !ALL_CAPITALS_WORD.test(after) ? [] : numbers
}

/** "4.2(b)" where only "4.2" is numbered; "Article 4" where its heading says only "4.", and the other way round. */
function fallback(targets: ReadonlyMap<string, readonly Target[]>, kind: string, number: string): readonly Target[] {
  const shorter = number.replace(/\([a-z0-9]+\)$/i, '')
  if (shorter !== number) return targets.get(labelKey({ kind, number: shorter })) ?? fallback(targets, kind, shorter)
  const other = kind === 'article' ? 'number' : kind === 'number' ? 'article' : null
  return other === null ? [] : (targets.get(labelKey({ kind: other, number })) ?? [])
}

/** Schedules number their clauses anew: one in the same part is meant, else the first in the body. */
function nearest(candidates: readonly Target[], at: number, all: readonly Target[]): Target | undefined {
  if (candidates.length < 2) return candidates[0]
  const scope = all.findLast((target) => target.start <= at)?.scope ?? ''
  return candidates.find((target) => target.scope === scope) ?? candidates[0]
}

/** The label of the part itself is no reference to it. */
function isInHead(target: Target, at: number): boolean {
  return at >= target.start && at < Math.min(target.end, target.start + LABEL_CHARACTERS)
}

/** A part of a document that others may refer to, in offsets of the whole text. */
type Target = {
  readonly key: string
  readonly start: number
  readonly end: number
  /** The part that it lies in (a schedule, an annex), where numbers begin anew; empty in the body. */
  readonly scope: string
}

const NAMED = new RegExp(`^(?:${WORDS})${GAP}(?<at>${PART_NUMBER})(?=$|[\\s.:,;)\\u2013\\u2014-])`, 'iu')
const NUMBERED = new RegExp(`^(?<at>${NUMBER})[.)]?(?=\\s)`, 'u')
const ITEM = /^\((?<item>[a-z]{1,5}|\d{1,2})\)(?=\s)/u
const SCOPES = new Set(['schedule', 'annex', 'appendix', 'exhibit'])

/** Amounts and dates begin lines as well: "12 March", "5 %". */
const AMOUNT = /^\d+(?:\.\d+)?\s*(?:%|€|\$|£|[a-z]{1,3}\b)/
const DAY = new RegExp(`^\\d+\\.?\\s*${MONTH}`, 'iu')

/** A line of a table of contents leads to the part; it is not the part. */
const IN_CONTENTS = /(?:\.{4}|(?:\s\.){4}|\t)\s{0,20}\d+\s*$/
/** Characters at the end of a line in which its page number stands, if it has one. */
const END_OF_LINE = 60

type Walk = { scope: string; number: string; readonly items: { readonly name: string; readonly isRoman: boolean }[] }

/** The numbered parts of a document in order, found by how headings, paragraphs and list items begin. */
function findTargets(pages: readonly SplitPage[]): readonly Target[] {
  const targets: Target[] = []
  const walk: Walk = { scope: '', number: '', items: [] }
  let offset = 0
  for (const page of pages) {
    for (const unit of textUnits(page)) {
      const key = keyOf(page.text.slice(unit.start, unit.end), unit, walk)
      if (key) targets.push({ key, start: offset + unit.start, end: offset + unit.end, scope: walk.scope })
    }
    offset += page.text.length + PAGE_BREAK.length
  }
  return targets
}

function keyOf(text: string, unit: TextUnit, walk: Walk): string | null {
  if (unit.row !== null || IN_CONTENTS.test(text.slice(-END_OF_LINE))) return null
  const clean = text.replace(/^[#*\s]+/, '')
  return namedKey(clean, unit, walk) ?? numberedKey(clean, walk) ?? itemKey(clean, walk)
}

function namedKey(text: string, unit: TextUnit, walk: Walk): string | null {
  const named = NAMED.exec(text)
  if (!named?.groups || !isLabel(text, unit, named[0])) return null
  return enterNamed(kindOf(named.groups), named.groups.at ?? '', walk)
}

function numberedKey(text: string, walk: Walk): string | null {
  const number = AMOUNT.test(text) || DAY.test(text) ? undefined : NUMBERED.exec(text)?.groups?.at
  if (number === undefined) return null
  walk.number = number
  walk.items.length = 0
  return labelKey({ kind: 'number', number })
}

function itemKey(text: string, walk: Walk): string | null {
  const item = ITEM.exec(text)?.groups?.item
  return item === undefined || walk.number === '' ? null : enterItem(item, walk)
}

/** "Schedule 2" is a label at the head of a line; "Section 4 applies to the tenant" is a sentence. */
function isLabel(text: string, unit: TextUnit, label: string): boolean {
  if (unit.headingLevel !== null) return true
  const rest = text.slice(label.length)
  return /^\s*(?:$|[.:\u2013\u2014-])/.test(rest) || (/^\s+\p{Lu}/u.test(rest) && text.length < 120)
}

function enterNamed(kind: string, number: string, walk: Walk): string {
  const key = labelKey({ kind, number })
  if (SCOPES.has(kind)) walk.scope = key
  if (kind === 'number' || kind === 'article') walk.number = number
  walk.items.length = 0
  return key
}

/** "(b)" below "4.2" is "4.2(b)"; "(ii)" below that is "4.2(b)(ii)". */
function enterItem(item: string, walk: Walk): string {
  const isRoman = /^[ivx]+$/.test(item) && !follows(item, walk.items.find(({ isRoman: roman }) => !roman)?.name)
  const before = walk.items.findIndex((one) => one.isRoman === isRoman)
  if (before >= 0) walk.items.length = before
  walk.items.push({ name: item, isRoman })
  return labelKey({ kind: 'number', number: `${walk.number}${walk.items.map(({ name }) => `(${name})`).join('')}` })
}

/** Whether "i" comes after "h" and is a letter, no roman one. */
function follows(item: string, before: string | undefined): boolean {
  return before?.length === 1 && item.length === 1 && item.charCodeAt(0) === before.charCodeAt(0) + 1
}

/** What a part of a document is called by: "clause 7.3", "Schedule 2", "§ 4.2(b)". `kind` is `number` for clauses of any name. */
type Label = { readonly kind: string; readonly number: string }

/** The kind that a match of `WORDS` stands for. */
function kindOf(groups: Readonly<Record<string, string | undefined>>): string {
  return ['number', ...PART_WORDS.map(([kind]) => kind)].find((kind) => groups[kind] !== undefined) ?? 'number'
}

function labelKey({ kind, number }: Label): string {
  return `${kind} ${number.replace(/\.$/, '').toLowerCase()}`
}
