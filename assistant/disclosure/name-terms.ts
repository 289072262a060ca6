import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import type { IsOrdinaryWord } from '../../disclosure/pseudonyms/search-terms.ts'

const BETWEEN_PARTIES =
  /\s+(?:v|vs|versus|gegen|contre|contra|c)\.?\s+|\s+(?:and|und|et|y|&)\s+|\s*[,;:/()]\s*|^(?:in re|re|ex parte|estate of|the estate of|nachlass|succession)\s+|\s+[-–—]\s+/iu
const COMPANY = /\b(?:inc|llc|llp|ltd|limited|plc|corp|corporation|company|gmbh|ag|kg|sa|sarl|bv|nv|pty)\b\.?$/i

/** The names in a matter's name: "Hollis v Marlowe Ltd" has two. What consists of ordinary words is no name. */
export function nameTerms(name: string, isOrdinaryWord: IsOrdinaryWord): readonly KnownTerm[] {
  const parts = name.split(BETWEEN_PARTIES).map((part) => (part ?? '').trim())
  return parts.filter((part) => isName(part, isOrdinaryWord)).map((text) => ({ text, type: nameType(text) }))
}

/** Whether it holds a word that is no ordinary one. */
export function isName(text: string, isOrdinaryWord: IsOrdinaryWord): boolean {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  return words.some((word) => !isOrdinaryWord(word))
}

export function nameType(text: string): KnownTerm['type'] {
  return COMPANY.test(text) ? 'organisation' : 'person'
}
