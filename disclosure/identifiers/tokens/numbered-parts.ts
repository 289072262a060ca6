import { ROLES } from '../names/roles.ts'
import type { TextAround } from './named-after.ts'
import type { Token } from './split-tokens.ts'
import { has } from './word-at.ts'

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** One of them only with its point: "arts" is a doctor in Dutch. */
const SEVERAL = /^arts$/iu

/** Parts of laws: their numbers have up to four digits, "Art. 1382", "section 1983". */
const PARTS_OF_LAWS: ReadonlySet<string> = new Set(
  list(
    `art article articles artikel artículo artículos articolo articoli artigo artigos artykuł § §§ section sections ss sec`,
  ),
)

/** A short number behind one of these is of a law, a page or a figure. */
const NUMBERED: ReadonlySet<string> = new Set([
  ...PARTS_OF_LAWS,
  ...list(`
  para absatz abs satz ziffer ziff page seite página pagina strona clause clauses chapter kapitel chapitre capítulo capitolo rozdział
  part parts order title book form schedule stage table figure appendix annex rule teil buch anlage anhang titel livre partie annexe titre
  título libro parte anexo titolo allegato livro bijlage boek deel załącznik tytuł księga część`),
])

/** Whether a number is that of a part of a law, as the word before it says. */
export function isPartOfLaw(before: { readonly text: string } | undefined, { gap }: { readonly gap: string }): boolean {
  return has(PARTS_OF_LAWS, before) || (before !== undefined && SEVERAL.test(before.text) && gap.startsWith('.'))
}

/** "Art. 17", "Page 3", though people are called Art and Page. `perhaps`: "Beds: Page 82, hip" may be one of them. */
export function beginsNumber(tokens: readonly Token[], at: number, around: TextAround): boolean | 'perhaps' {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || next?.shape !== 'digits' || !/^(?:\. ?| )$/.test(next.gap)) return false
  if (!has(NUMBERED, token) && !isPartOfLaw(token, next)) return false
  return isOnList(tokens, at, around) || isBehindRole(tokens, at, around) ? 'perhaps' : true
}

/** "Zoon Page 06 41 70": somebody whose number follows. */
function isBehindRole(tokens: readonly Token[], at: number, { lists }: TextAround): boolean {
  const token = tokens[at]
  if (token?.shape !== 'title' || token.gap !== ' ' || !has(ROLES, tokens[at - 1])) return false
  const { first, last } = lists.levelsOf(token.text)
  return first + last > 0
}

/** So old is a patient on a list. */
const AGE = /^\d{2,3}$/u
/** "Page 82 of the file". */
const OF = /^(?:of|von|vom|de|du|del|di|da|do|van|z|ff?)$/u

/** In a text of medicine, behind a label or a comma, before an age and more of the same line. */
function isOnList(tokens: readonly Token[], at: number, { lists, isMedical }: TextAround): boolean {
  const [token, age, behind] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!isMedical || token?.shape !== 'title' || !/[:,;|\t]|^$/u.test(token.gap)) return false
  if (age?.gap !== ' ' || !AGE.test(age.text) || !behind || behind.gap.includes('\n') || OF.test(behind.text))
    return false
  const { first, last } = lists.levelsOf(token.text)
  return first + last > 0
}
