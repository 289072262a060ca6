import { PAGE_BREAK, type SplitPage } from '../split/passage.ts'
import { findTargets, type Target } from './find-targets.ts'
import { GAP, kindOf, labelKey, NUMBER, PART_NUMBER, WORDS } from './label.ts'

/** "see clause 7.3": where it stands, and the part that it names, in UTF-16 offsets of the whole text. */
export type CrossReference = {
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly targetEnd: number
}

const REFERENCE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})${GAP}(?<at>${PART_NUMBER})(?![\\p{N}])`, 'giu')
/** "7.3, 7.4 and 8": what follows the first number belongs to the same word. */
const MORE = new RegExp(
  `^(\\s*(?:,|;|and|or|und|oder|et|ou|y|o|e|en|i|lub|to|bis|[\\u2013-])\\s*)(${NUMBER})(?![\\p{L}\\p{N}%])`,
  'iu',
)
/** The part of another text: "section 2 of the Act", "§ 187 BGB", "Article 6 GDPR", "Art. 8 Abs. 1 DSGVO". */
const ELSEWHERE =
  /^(?:\s*(?:Abs\.|Absatz|S\.|Satz|Nr\.|lit\.)\s*\w+)*\s*(?:\([^)]{1,12}\)\s*)*(?:(?:of|des|der|du|de la|della|del|van|do|da)\s+(?:the\s+|said\s+)?(?!(?:this|that|our|dieses|diesem|présent)\b)(?:\p{L}+\s+){0,5}?(?:Act|Code|Regulations?|Directive|Convention|Treaty|Constitution|Statute|Rules|Law|Charter|Gesetz\p{L}*|Verordnung|Richtlinie|Code|Loi|Ley|Legge|Lei|Wet|Ustawy)\b|\p{Lu}{2,}\p{L}*\b|\p{Lu}\p{L}{0,3}GB?\b)/u
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
