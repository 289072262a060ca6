import { isParticiple } from './voice.ts'

const ASKS =
  /^(?:and |und )?(?:what (?:is|are)|was (?:ist|sind|bedeutet)|qu['’]est-ce qu(?:e |['’])(?:c['’]est qu(?:e |['’]))?|qué (?:es|son|significa)|(?:che )?cos['’]è|che cosa (?:è|sono)|o que (?:é|são)|wat (?:is|zijn|betekent)|co to (?:jest|są))(?: |(?<=['’]))(?:an? |eine? |une? |una? |um |uma |een )?(?<thing>[^?,;]+)$/iu
const ASKS_MEANING = /^(?:and )?what does (?<thing>[^?,;]+)$/iu
const MEANING = / (?:mean|stand for)$/iu
/** "The notice period", "her weight", "Roe's address", "the dose of": of these it is asked what they come to, and not what they are. */
const OF_ONE =
  /(?<!\p{L})(?:the|his|her|their|its|our|your|my|this|that|der|die|das|sein\p{L}*|ihr\p{L}*|le|la|les|el|los|il|lo|o|os|as|het|of|for|on|in|at|to|by|from|with|von|für|de|del|di|do|da|van|voor)(?!\p{L})|['’]s?(?!\p{L})/iu
const WORDS_AT_MOST = 4

/** The thing of which a question asks what it is: "IVIG" of "What is IVIG?"; null where it asks of one that somebody has, or of none. */
export function thingToDefine(part: string): string | null {
  const text = part.trim().replace(/[\s?]+$/u, '')
  const meant = MEANING.test(text) ? ASKS_MEANING.exec(text)?.groups?.thing?.replace(MEANING, '') : undefined
  const thing = meant ?? ASKS.exec(text)?.groups?.thing
  if (thing === undefined || thing.split(/\s+/).length > WORDS_AT_MOST) return null
  return meant === undefined && OF_ONE.test(thing) ? null : thing.replace(/^(?:the|an?) /iu, '')
}

const SAYS =
  /^["”»’)\]*_]*(?:\s*\([^)]*\))?\s*(?:[:=–—|\t]|,\s*(?:an?|the|or|i\.e\.|eine?|d\. ?h\.)\s|(?:is|are|was|were|means?|denotes?|stands for|refers to|ist|sind|bedeutet|bezeichnet|est|sont|signifie|désigne|es|son|significa|è|sono|é|são|zijn|betekent|oznacza|jest|to)\s+(?<next>[\p{L}-]+))/iu
/** "Is defined as", "is called". */
const NAMING = /^(?:defined|called|known|understood|used|made|caused|definiert|genannt|verstanden)$/iu

/** Whether a text says what a thing is: "IVIG is an immunoglobulin", "“Premises” means", "intravenous immunoglobulin (IVIG)". */
export function saysWhatItIs(thing: string, text: string): boolean {
  const [words, name] = [text.toLowerCase(), thing.toLowerCase()]
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
    const [before, behind] = [text.slice(0, at), text.slice(at + name.length)]
    if (/[\p{L}\p{N}-]$/u.test(before) || /^(?:\p{L}{2}|\p{N}|-)/u.test(behind)) continue
    if (/\p{L}["”]?\s\($/u.test(before) && behind.startsWith(')')) return true
    const said = SAYS.exec(behind)
    const next = said?.groups?.next ?? ''
    if (said && (!isParticiple(next) || NAMING.test(next))) return true
  }
  return false
}
