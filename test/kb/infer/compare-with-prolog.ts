import type { createInference } from '../../../kb/infer/inference.ts'
import { answersAsText, byCode } from './answers-as-text.ts'
import type { PrologOracle } from './prolog-oracle.ts'
import { randomProgram } from './random-program.ts'

export type Comparison = {
  readonly queries: number
  /** Queries to which there is an answer at all. */
  readonly answered: number
  /** The first ten, as text. */
  readonly disagreements: readonly string[]
  readonly disagreeing: number
}

/**
 * Asks programs of random numbers from `first` on until there are so many queries, or `enough` disagreements. A failure to answer
 * disagrees too.
 */
export function compareWithProlog(
  create: typeof createInference,
  oracle: PrologOracle,
  { first, queries, enough = Infinity }: { readonly first: number; readonly queries: number; readonly enough?: number },
  progress: (comparison: Comparison) => void = () => undefined,
): Comparison {
  let comparison: Comparison = { queries: 0, answered: 0, disagreements: [], disagreeing: 0 }
  for (let seed = first; comparison.queries < queries && comparison.disagreeing < enough; seed += 1) {
    const program = randomProgram(seed)
    const theirs = oracle.answers(program).map((text) => text.split(' ').toSorted(byCode).join(' '))
    const ours = answersOrFailure(create, program)
    const different = program.goals.flatMap((goal, index) => {
      const [mine, other] = [ours[index], theirs[index]]
      return mine === other ? [] : [`program ${seed}, ${goal}: ours "${mine}", Prolog "${other}"`]
    })
    comparison = {
      queries: comparison.queries + program.goals.length,
      answered: comparison.answered + theirs.filter((text) => text !== '').length,
      disagreements: [...comparison.disagreements, ...different].slice(0, 10),
      disagreeing: comparison.disagreeing + different.length,
    }
    progress(comparison)
  }
  return comparison
}

function answersOrFailure(
  create: typeof createInference,
  program: ReturnType<typeof randomProgram>,
): readonly string[] {
  try {
    return answersAsText(create, program)
  } catch (error) {
    // A mutant may fail instead of answering wrongly; both are noticed.
    return program.goals.map(() => String(error))
  }
}
