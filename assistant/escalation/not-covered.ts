import { isSameJurisdiction } from '../../kb/infer/jurisdiction.ts'

/** Names of jurisdictions as questions have them, and how packs name them. */
const NAMED: Readonly<Record<string, string>> = {
  england: 'England',
  english: 'England',
  wales: 'Wales',
  welsh: 'Wales',
  scotland: 'Scotland',
  scottish: 'Scotland',
  'northern ireland': 'Northern Ireland',
  'northern irish': 'Northern Ireland',
  germany: 'Germany',
  german: 'Germany',
  austria: 'Austria',
  austrian: 'Austria',
  switzerland: 'Switzerland',
  swiss: 'Switzerland',
  france: 'France',
  french: 'France',
  australia: 'Australia',
  australian: 'Australia',
  canada: 'Canada',
  canadian: 'Canada',
  'new zealand': 'New Zealand',
  'new york': 'New York',
  california: 'California',
  delaware: 'Delaware',
}

/**
 * The jurisdictions that a matter is in (`chosen`) or its question asks the law of, and that no pack in use is made for. Where no pack
 * says for which it is made, nothing can be told.
 */
export function notCovered(question: string, chosen: readonly string[], covered: readonly string[]): readonly string[] {
  if (covered.length === 0) return []
  const places = covered.flatMap((one) => [one, ...one.split(/\s*(?:&|,|;|\band\b)\s*/i)])
  const isCovered = (name: string) => places.some((place) => isSameJurisdiction(place, name))
  return [...new Set([...chosen, ...lawNamedIn(question)])].filter((name) => !isCovered(name))
}

/** "under Scottish law", "by the laws of New York": not every place that a question names is a jurisdiction. */
function lawNamedIn(question: string): readonly string[] {
  const text = (question.toLowerCase().match(/[\p{L}]+/gu) ?? []).join(' ')
  return Object.entries(NAMED).flatMap(([word, name]) => {
    const law = `(?:laws? of (?:the )?(?:state of )?${word}|${word} (?:\\p{L}+ ){0,2}(?:law|legislation|statute))`
    return new RegExp(`\\b(?:under|by) (?:the )?${law}`, 'u').test(text) ? [name] : []
  })
}
