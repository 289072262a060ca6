import type { Decision } from '../../../contract/opinions/decision.ts'
import type { RuleForm } from '../../../contract/knowledge/rule.ts'
import { AssistantError } from '../../home/assistant-error.ts'
import type { CardTools } from '../../learning/card-from-mistake.ts'
import { generalText } from '../../learning/general-text.ts'
import { matterTerms, toKnownTerms } from '../../disclosure/matter-terms.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { consultationNamed } from '../consultations.ts'
import { type Said, saidOnLine } from './said-on.ts'

/** Of the form of a rule. */
const TITLE_CHARACTERS = 200
const SOURCE_CHARACTERS = 1000

/**
 * How a rule begins that is proposed of a decision: what is right, and the passage that the right side rests on, names taken out, for a
 * pack is of no matter. It is in no pack before a person writes and saves it, and the gate has passed it. Throws `WRONG_USE`.
 */
export async function ruleFromDecision(
  matter: OpenMatter,
  decision: Decision,
  { detection, knowledge }: Pick<CardTools, 'detection' | 'knowledge'>,
): Promise<Pick<RuleForm, 'title' | 'source'>> {
  if (decision.outcome === 'unknown') throw new AssistantError('WRONG_USE', 'Decide first who was right.')
  const { find, isOrdinaryWord } = await detection()
  const terms = toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord))
  const source = passageOf(rightSide(matter, decision))
  return {
    title: clipped(generalText(decision.right, terms, find), TITLE_CHARACTERS),
    source: source === null ? null : clipped(generalText(source, terms, find), SOURCE_CHARACTERS),
  }
}

/** Null also where the line is no longer as it was decided: its words stand all the same. */
function rightSide(matter: OpenMatter, { subject, consultation, outcome }: Decision): Said | null {
  if (subject.of === 'first' || (outcome !== 'local' && outcome !== 'second')) return null
  try {
    return saidOnLine(subject, consultationNamed(matter, consultation), matter)[outcome]
  } catch (error) {
    if (error instanceof AssistantError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

function passageOf(said: Said | null): string | null {
  for (const citation of said?.claim?.citations ?? [])
    if ('quote' in citation) {
      const { document, page, quote } = citation
      return `${document}${page === null ? '' : `, page ${page}`}: “${quote}”`
    }
  return null
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
