/** What a part of a document is called by: "clause 7.3", "Schedule 2", "§ 4.2(b)". `kind` is `number` for clauses of any name. */
export type Label = { readonly kind: string; readonly number: string }

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

/** "7", "7.3.1", "4.2(b)(ii)", "12a"; roman or a capital where a word stands before it. */
export const NUMBER = '\\d{1,3}(?:\\.\\d{1,3}){0,4}[a-z]?(?:\\([a-z0-9]{1,5}\\))*'
export const PART_NUMBER = `${NUMBER}|[IVXLC]{1,7}(?![\\p{L}])|[A-Z](?![\\p{L}])`

export const WORDS = [`(?<number>${CLAUSE_WORDS})`, ...PART_WORDS.map(([kind, words]) => `(?<${kind}>${words})`)].join(
  '|',
)

/** The kind that a match of `WORDS` stands for. */
export function kindOf(groups: Readonly<Record<string, string | undefined>>): string {
  return ['number', ...PART_WORDS.map(([kind]) => kind)].find((kind) => groups[kind] !== undefined) ?? 'number'
}

export function labelKey({ kind, number }: Label): string {
  return `${kind} ${number.replace(/\.$/, '').toLowerCase()}`
}

/** Between the word and the number: "§4" and "Art.4" may do without a space. */
export const GAP = '(?:(?<=[\u00a7.])\\s*|\\s+)'
