import { message, type Message } from '../../wording/message.ts'
import type { Conclusion, Conclusions } from '../../contract/knowledge/rule.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import {
  type ConclusionEvidence,
  type EvidenceSource,
  type Found,
  foundInMatter,
} from '../questions/evidence-source.ts'
import { needsContext } from '../questions/resolve-follow-up.ts'
import type { FoundGoal } from './goal-finder.ts'
import type { Knowledge } from './knowledge.ts'
import { packsOf, rulesNotUsed } from './packs/matter-packs.ts'
import { RulesStoppedError } from './rule-kernel.ts'
import { languageOf } from '../../text/languages.ts'
import { languageAmong, loadLanguage, saidInNamed } from '../../wording/messages/languages.ts'
import { locale } from '../../wording/translate.ts'

/** So many conclusions are shown for one question, each with its proof. */
const MOST_CONCLUSIONS = 4

/** In the phrases of a goal, only what comes from a closed list: whom it is about stands as `…`. */
const PLACES = /\{(\d+)\}/g

type ConclusionSourceOptions = {
  readonly knowledge: Knowledge
  readonly matter: OpenMatter
  readonly embedder: Embedder | null
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Evidence from rules: what follows from the confirmed facts for the goals whose phrases fit the question. */
export function conclusionSource({ knowledge, matter, embedder, today }: ConclusionSourceOptions): EvidenceSource {
  return {
    async find({ question, follows, asOf: chosen }, signal) {
      if (packsOf(matter.store.settings).length === 0) return foundInMatter([])
      const asOf = chosen ?? today
      const on = await knowledge.of(matter)
      const asked = follows !== null && needsContext(question) ? `${follows} ${question}` : question
      const language = await languageAsked(asked)
      // A question is asked in the words that its language has for the goals, whatever that of the window.
      const about = await saidInNamed(language, () => knowledge.view(on.packs))
      const { goals } = about
      const fitting = await knowledge.goals.find(asked, goals, embedder, signal)
      if (fitting.length === 0) return foundInMatter([])
      const notUsed = rulesNotUsed(about, on.facts.jurisdiction)
      const relations = fitting.map(({ relation }) => relation)
      try {
        const { conclusions, stopped } = await knowledge.kernel.call(
          'conclude',
          { ...on, language },
          { asOf, relations },
          signal,
        )
        const shown = meant(asked, inOrder(conclusions, relations))
        return { ...found(shown, fitting, { asOf, language }, stopped), rulesNotUsed: notUsed }
      } catch (error) {
        if (!(error instanceof RulesStoppedError)) throw error
        return { ...found([], fitting, { asOf, language }, error.said), rulesNotUsed: notUsed }
      }
    },
  }
}

/** As of which day, and in the words of which language. */
type Asked = { readonly asOf: string; readonly language: string }

/**
 * The language of a question, so that a model reads conclusions in the words in which it is to answer, and its sentences are held against
 * the same; that of the call where the question is too short to tell.
 */
async function languageAsked(question: string): Promise<string> {
  const code = languageAmong([languageOf(question) ?? locale()])
  await loadLanguage(code)
  return code
}

function found(
  conclusions: readonly Conclusion[],
  goals: readonly FoundGoal[],
  asked: Asked,
  stopped: Message | null,
): Found {
  const notSearched = stopped === null ? [] : [{ document: message('rules.theRules'), reason: stopped }]
  const shown = conclusions.slice(0, MOST_CONCLUSIONS)
  return {
    ...foundInMatter(shown.map((one) => toEvidence(one, goals, asked))),
    notSearched,
    conclusionsLeftOut: conclusions.length - shown.length,
  }
}

function inOrder(conclusions: readonly Conclusion[], relations: readonly string[]): readonly Conclusion[] {
  return conclusions.toSorted((one, other) => relations.indexOf(one.relation) - relations.indexOf(other.relation))
}

/** Where the question names somebody that conclusions are about, only theirs. */
function meant(question: string, conclusions: readonly Conclusion[]): readonly Conclusion[] {
  const words = new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const isNamed = ({ args }: Conclusion) =>
    args.some((arg) => (arg.toLowerCase().match(/\p{L}[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word)))
  const named = conclusions.filter(isNamed)
  return named.length > 0 ? named : conclusions
}

function toEvidence(conclusion: Conclusion, goals: readonly FoundGoal[], asked: Asked): ConclusionEvidence {
  const { relation, args, holds, sentence, summary, warning, proof, assumed, missing } = conclusion
  const rule = proof.grounds.find((ground) => ground.rule !== '')?.rule ?? relation
  const { phrases = [], fit = 0 } = goals.find((goal) => goal.relation === relation) ?? {}
  const nameAt = (place: string) => (args[Number(place)] ?? '').replaceAll('_', ' ')
  const asks = phrases.map((phrase) => phrase.replace(PLACES, (_, place: string) => nameAt(place)))
  const places = phrases.flatMap((phrase) => [...phrase.matchAll(PLACES)].map(([, place = '']) => place))
  return {
    kind: 'conclusion',
    relation,
    args,
    asks,
    names: [...new Set(places)].map(nameAt),
    fit,
    rule,
    holds,
    sentence,
    summary: [summary, warning].filter(Boolean).join(' '),
    proof,
    assumed,
    missing,
    ...asked,
  }
}

/** What follows for a matter on a day. Where the packs cannot be used or the rules were killed, it says so: never "no". */
export async function conclusionsOf(
  { kernel, view, of }: Knowledge,
  matter: OpenMatter,
  asOf: string,
  signal: AbortSignal,
): Promise<Conclusions> {
  const on = await of(matter)
  const about = await view(on.packs)
  const notUsed = [...rulesNotUsed(about, on.facts.jurisdiction)]
  const nothing = (stopped: Message) => ({
    asOf,
    conclusions: [],
    conflicts: [],
    ahead: [],
    passed: [],
    stopped,
    rulesNotUsed: notUsed,
  })
  const [problem] = about.problems
  if (problem) return nothing(message('rules.stopped.packsRefused', { problem: problem.message }))
  try {
    return { ...(await kernel.call('conclude', on, { asOf, relations: null }, signal)), rulesNotUsed: notUsed }
  } catch (error) {
    if (error instanceof RulesStoppedError) return nothing(error.said)
    throw error
  }
}
