import type { EvalOptions } from './commands/eval.ts'

const OF_FOLDER = ['what', 'baseline', 'gold', 'closedBook', 'answerable', 'report', 'chooseStrategy'] as const
const OF_SET = ['matter', 'ablate'] as const
/** What works on answers, and would be dropped where only the search is measured. */
const OF_ANSWERS = [
  'gold',
  'closedBook',
  'report',
  'resume',
  'html',
  'calibrate',
  'strategy',
  'chooseStrategy',
] as const
/** Every strategy beside every other is comparison enough. */
const NOT_BESIDE_ALL = ['strategy', 'baseline', 'gold', 'closedBook', 'calibrate', 'html'] as const

/** What would be dropped without a word is refused: the first fault, or null. `given`: options on the command line, not by default. */
export function evalMisuse(folder: string | undefined, options: EvalOptions, given: readonly string[]): string | null {
  if (options.agreement) return misusedWithAgreement(folder, given)
  const flags = (names: readonly string[]) => names.filter((name) => given.includes(name)).map(flagOf)
  return options.set === undefined ? misusedWithFolder(options, flags) : misusedWithSet(folder, options, flags)
}

type FlagsOf = (names: readonly string[]) => readonly string[]

function misusedWithFolder({ what, resume, report, chooseStrategy }: EvalOptions, flags: FlagsOf): string | null {
  const ofSet = flags(OF_SET)
  if (ofSet.length > 0) return `${ofSet.join(', ')} goes only with --set.`
  const unanswered = what === 'retrieval' ? flags(OF_ANSWERS) : []
  if (unanswered.length > 0)
    return `${unanswered.join(', ')} needs answers, and --what retrieval writes none: use --what answers or all.`
  const beside = chooseStrategy ? flags(NOT_BESIDE_ALL) : []
  if (beside.length > 0) return `--choose-strategy does not go with ${beside.join(', ')}.`
  const isLoose = resume && report === undefined
  return isLoose ? '--resume goes only with --report, where the answers are kept, or with --set.' : null
}

function misusedWithSet(
  folder: string | undefined,
  { ablate, calibrate, html }: EvalOptions,
  flags: FlagsOf,
): string | null {
  const left = [...(folder === undefined ? [] : ['a folder']), ...flags(OF_FOLDER)]
  if (left.length > 0) return `--set does not go with ${left.join(', ')}: those are for a folder.`
  if (ablate && calibrate)
    return '--calibrate does not go with --ablate, whose runs leave parts out: calibrate on a run as in Ask.'
  const isManyRuns = ablate && html !== undefined
  return isManyRuns ? '--html does not go with --ablate, which makes eight runs: a report is of one.' : null
}

/** Nothing is run for it. */
function misusedWithAgreement(folder: string | undefined, given: readonly string[]): string | null {
  const others = given.filter((name) => name !== 'agreement' && name !== 'matter').map(flagOf)
  const left = [...(folder === undefined ? [] : ['a folder']), ...others]
  return left.length > 0 ? `--agreement does not go with ${left.join(', ')}: nothing is run for it.` : null
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
