import type { Card, CardText } from '../../contract/knowledge/card.ts'
import type { Assistant } from '../assistant.ts'
import { matterTerms, toKnownTerms } from '../disclosure/matter-terms.ts'
import { correctionOf } from '../cards/kept-corrections.ts'
import { lintCard } from '../cards/lint-card.ts'

/** What stands against a text of this card, in words; with the terms and the texts of the matter that it comes from. */
export async function problemsOfCard(
  card: Card,
  text: CardText,
  tools: Pick<Assistant, 'session' | 'matters' | 'detection' | 'knowledge'>,
): Promise<readonly string[]> {
  const { find, isOrdinaryWord } = await tools.detection()
  const from = await correctionOf(card, tools)
  if (from === 'none' || from === 'lost') return lintCard(text, { find, terms: [], specifics: [] })
  const { wrong, expected } = from.correction
  const terms = toKnownTerms(await matterTerms(from.matter, tools.knowledge, isOrdinaryWord))
  return lintCard(text, { find, terms, specifics: [wrong, expected] })
}
