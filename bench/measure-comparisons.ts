import { isConfirming } from '../contract/answers/confirmed.ts'
import { join } from 'node:path'
import type { Answer, AskInput } from '../contract/answers/answer.ts'
import type { Measurement } from './measurement.ts'
import { addSet, comparisonsOf, type Comparison, SETS } from './offers/dragonball.ts'
import { type BenchAssistant, openBenchAssistant } from './open-bench-assistant.ts'
import { temporaryFolder } from './temporary-home.ts'
import { wilson } from './wilson.ts'

/**
 * Twelve comparisons of two people of two documents, read beside the repository: asked as they are, and each party by itself as it is
 * offered. Counted is whether both documents are cited, by a sentence that is confirmed too. Every answer is told, to be read by hand.
 * Takes some minutes with the 1.5B; CONSILIUM_MODELS and the model that is chosen there decide.
 */
export async function* measureComparisons(): AsyncGenerator<Measurement> {
  await using home = await temporaryFolder()
  await using opened = await openBenchAssistant(join(home.path, 'home'))
  const all = { as: [] as Cited[], each: [] as Cited[] }
  for (const set of SETS) {
    await addSet(opened.client, set)
    for (const comparison of await comparisonsOf(set)) {
      const { question, documents } = comparison
      const asked = await answerTo(opened, { matter: set, question })
      const parties = asked.offered?.kind === 'each' ? asked.offered.parties : []
      const each: Answer[] = []
      for (const party of parties)
        each.push(
          await answerTo(opened, {
            matter: set,
            question: party.question,
            documents: [party.document],
            partOf: asked.answerId,
          }),
        )
      all.as.push(citedIn([asked], comparison))
      all.each.push(citedIn(each, comparison))
      yield { bench: 'comparisons', set, question, documents, offer: asked.offer, as: told([asked]), each: told(each) }
    }
  }
  yield { bench: 'comparisons', asked: 'as it is', ...summary(all.as) }
  yield { bench: 'comparisons', asked: 'each party', ...summary(all.each) }
}

type Cited = { readonly isCited: boolean; readonly isConfirmed: boolean }

/** Whether both documents are cited, and by confirmed sentences. */
function citedIn(answers: readonly Answer[], { documents }: Comparison): Cited {
  const claims = answers.flatMap((answer) => answer.claims)
  const areCited = (among: Answer['claims']) =>
    documents.every((name) =>
      among.some(({ citations }) => citations.some((one) => 'document' in one && one.document.endsWith(name))),
    )
  return { isCited: areCited(claims), isConfirmed: areCited(claims.filter(({ verdict }) => isConfirming(verdict))) }
}

function summary(all: readonly Cited[]) {
  const cited = all.filter(({ isCited }) => isCited).length
  const confirmed = all.filter(({ isConfirmed }) => isConfirmed).length
  return { questions: all.length, bothCited: cited, interval: wilson(cited, all.length), bothConfirmed: confirmed }
}

function told(answers: readonly Answer[]) {
  return answers.map(({ question, state, claims, timing }) => ({
    question,
    state,
    sentences: claims.map(({ text, verdict }) => `${text} (${verdict})`),
    totalMs: Math.round(timing.totalMs),
  }))
}

async function answerTo({ client }: BenchAssistant, input: AskInput): Promise<Answer> {
  for await (const event of await client.answer.ask(input)) if (event.type === 'answer-end') return event
  throw new Error(`No answer came to: ${input.question}`)
}
