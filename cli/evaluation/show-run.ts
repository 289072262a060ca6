import { messageText } from '../../wording/message-text.ts'
import type { GateThreshold } from '../../contract/knowledge/card.ts'
import type { Share } from '../../contract/answers/confidence.ts'
import type { EndCounts, EvaluationRun, RunComparison, ShownCounts } from '../../contract/evaluation/evaluation.ts'
import { runWords } from '../../contract/evaluation/answer-setting-words.ts'
import type { Output } from '../output.ts'

/** One run as a line of JSON, or in words. */
export function showRun(run: EvaluationRun, output: Output): void {
  const { number, setName, settings, state, done, of, model, summary, failure } = run
  const from = `${model?.id ?? 'no model yet'}, seed ${settings.seed}`
  const head = `Run ${number}, ${setName}, ${runWords(run)}: ${state}, ${done} of ${of} questions, ${from}`
  const lines = summary
    ? [
        `  right               ${shareWords(summary.right)}`,
        ...(summary.half ? [`  half                ${shareWords(summary.half)}`] : []),
        `  wrong               ${shareWords(summary.wrong)}`,
        ...(summary.shown ? shownLines(summary.shown) : []),
        `  refused rightly     ${shareWords(summary.rightRefusals)}`,
        `  quotes at offsets   ${shareWords(summary.quotes)}`,
        `  ${confidenceWords(summary.confidence)}`,
      ]
    : []
  output.result(run, [head, ...(failure ? [`  ${messageText(failure)}`] : []), ...lines].join('\n'))
}

/** How the answers ended, by what the user was shown. */
function shownLines({ green, inPart, notWritten }: ShownCounts): readonly string[] {
  const words = ({ right, half, wrong, refused }: EndCounts) =>
    `${right} right, ${half} half, ${wrong} wrong, ${refused} refused`
  return [
    `  shown as answered   ${words(green)}`,
    `  in part, unsure     ${words(inPart)}`,
    `  none written        ${words(notWritten)}`,
  ]
}

export function comparisonWords(comparison: RunComparison): string {
  const { questions, rightBefore, rightAfter, rightToWrong, wrongToRight, p, difference, differenceInterval } =
    comparison
  const [low, high] = differenceInterval.map(percent)
  return [
    `${questions} questions of both runs`,
    `  right before        ${shareWords(rightBefore)}`,
    `  right after         ${shareWords(rightAfter)}`,
    `  difference          ${percent(difference)} points, interval ${low} to ${high}`,
    `  right to wrong      ${rightToWrong.length}: ${rightToWrong.join(' ')}`,
    `  wrong to right      ${wrongToRight.length}: ${wrongToRight.join(' ')}`,
    `  McNemar             p = ${p.toFixed(3)}`,
  ].join('\n')
}

function confidenceWords(confidence: NonNullable<EvaluationRun['summary']>['confidence']): string {
  if (!confidence) return 'confidence          not measured: it takes 20 answers, of them 5 right and 5 wrong ones'
  const { how, auroc, ece, confidentWrong, highBand } = confidence
  const high =
    highBand.count === 0 ? 'no answer in the band "high"' : `confident and wrong ${shareWords(confidentWrong)}`
  return `confidence          ${how}: AUROC ${auroc.toFixed(2)}, calibration error ${ece.toFixed(2)}; ${high}`
}

function shareWords({ count, of, interval }: Share): string {
  if (of === 0) return 'none'
  const [low, high] = (interval ?? [0, 1]).map(percent)
  return `${count} of ${of}, ${percent(count / of)} %, interval ${low}–${high}`
}

function percent(share: number): number {
  return Math.round(100 * share)
}

/** Which answers of a model get a card, and how that is known. */
export function gateWords({ threshold, source }: GateThreshold): string {
  return `Cards below a margin of ${threshold.toFixed(2)}: ${source}.`
}
