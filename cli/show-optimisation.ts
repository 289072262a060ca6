import type { Optimisation, OptimisationResult } from '../contract/optimisation.ts'
import { settingWords } from '../contract/setting-words.ts'
import type { Output } from './output.ts'

/** One of the settings that were tried, in a line; `best`: the highest score so far. */
export function showTried(
  { settings, score }: Optimisation['tried'][number],
  { number, best }: { readonly number: number; readonly best: number },
  output: Output,
): void {
  const text = `${String(number).padStart(2)}  score ${scoreWords(score)}, best ${scoreWords(best)}  ${settingWords(settings)}`
  output.result({ number, settings, score, best }, text)
}

/** What was chosen, and what it is worth on the questions that did not choose it. */
export function showChoice(optimisation: Optimisation, output: Output): void {
  const { result, isAgainstUsual, state, failure, tried, done, of } = optimisation
  const far = result ? '' : `${tried.length} settings, `
  const ended = state === 'done' ? [] : [`${state} after ${far}${done} of ${of} answers`, ...(failure ? [failure] : [])]
  if (!result) return output.result(optimisation, ended.join('\n'))
  const before = isAgainstUsual ? 'as usual' : `as in use before (${settingWords(result.against)})`
  const text = [
    ...ended,
    ...(ended.length > 0 ? ['What was found before stands:'] : []),
    `Best of ${tried.length}: ${settingWords(result.best)}`,
    `On ${result.questions} other questions: score ${scoreWords(result.found)}, ${before} ${scoreWords(result.before)}`,
    `  difference ${scoreWords(result.difference)}, interval ${result.interval.map(scoreWords).join(' to ')}`,
    outcomeWords(optimisation, result),
  ]
  output.result(optimisation, text.join('\n'))
}

function outcomeWords(
  { isOther, isAgainstUsual, inUse, model }: Optimisation,
  { isBetter }: OptimisationResult,
): string {
  if (!isOther) return `Nothing better than the ${isAgainstUsual ? 'usual settings' : 'settings in use'} was found.`
  if (isBetter && !inUse)
    return `The whole interval is above 0, but answers of ${model.id} are made by other settings. To use them: --keep`
  if (!inUse) return 'Not shown to be better, so answers are made as before. To use them all the same: --keep'
  const why = isBetter ? 'The whole interval is above 0, so answers' : 'Not shown to be better. Answers'
  return `${why} of ${model.id} are made so from now on. How sure they are was measured with other settings: calibrate again. To undo: --reset`
}

function scoreWords(score: number): string {
  return score.toFixed(3)
}
