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

/** "under Scottish law", "the courts of New York": not every place that a question names is a jurisdiction. */
const LEGAL = /\b(?:laws?|courts?|statutes?|legislation|jurisdictions?|acts?|rules?|governed)\b/i

/**
 * The jurisdictions that a matter is in (`chosen`) or its question asks the law of, and that no pack in use is made for. Where no pack
 * says for which it is made, nothing can be told of the question alone.
 */
export function notCovered(question: string, chosen: readonly string[], covered: readonly string[]): readonly string[] {
  const asked = LEGAL.test(question) && covered.length > 0 ? namedIn(question) : []
  const isCovered = (name: string) => covered.some((one) => one.toLowerCase().includes(name.toLowerCase()))
  return [...new Set([...chosen, ...asked])].filter((name) => !isCovered(name))
}

function namedIn(question: string): readonly string[] {
  const text = ` ${(question.toLowerCase().match(/[\p{L}]+/gu) ?? []).join(' ')} `
  return Object.entries(NAMED).flatMap(([word, name]) => (text.includes(` ${word} `) ? [name] : []))
}
