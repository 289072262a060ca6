/**
 * What is said beside a law or a decision, in eight languages. Not what the ward says as well: "cardiac arrest", "caesarean section",
 * "code", "act".
 */
const CUES = new Set(
  `art arts article articles artikel artikels artículo artículos articolo articoli artigo artigos artykuł artykułu
  statute court courts tribunal judgment defendant claimant plaintiff appellant appeal relief practice
  gesetz gesetzes urteil urteils urt beschluss beschlusses beschl gericht gerichts klage kläger klägerin richtlinie verordnung
  loi décret arrêt jugement vertu cour conseil requête règlement
  ley decreto sentencia recurso código juzgado conforme
  legge sentenza ordinanza sez sensi codice tribunale corte cass
  lei acórdão termos processo
  wetboek vonnis uitspraak ecli rechtbank hof raad verordening
  ustawa ustawy ustawie wyrok wyroku uchwała uchwały postanowienie sąd sądu kodeks kodeksu rozporządzenie
  bgb zpo stgb stpo hgb bgh bverfg njw`.split(/\s+/),
)

/** How many different cues of law are in a text; every § is one more. */
export function legalCues(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(words.filter((word) => CUES.has(word))).size + (text.includes('§') ? 1 : 0)
}
