import type { Answer, AnswerState, Claim } from '../../../contract/answers/answer.ts'
import {
  areVerbatim,
  confirmedWords,
  isNotAnswered,
  type ShownState,
  shownState,
} from '../../../contract/answers/answer-words.ts'
import type { Shape } from '../../parts/glyph.tsx'
import type { Tone } from '../../parts/marks.tsx'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { modelName } from '../../../wording/model-name.ts'

type AnswerHeading = { readonly shape: Shape; readonly tone: Tone; readonly word: string }

const LOOKS: Readonly<Record<ShownState, Omit<AnswerHeading, 'word'>>> = {
  answered: { shape: 'ready', tone: 'ok' },
  'answered-in-part': { shape: 'partial', tone: 'warn' },
  possible: { shape: 'caution', tone: 'warn' },
  uncertain: { shape: 'caution', tone: 'warn' },
  'not-found': { shape: 'none', tone: 'soft' },
  'not-written': { shape: 'partial', tone: 'warn' },
  extractive: { shape: 'partial', tone: 'soft' },
  stopped: { shape: 'partial', tone: 'warn' },
}

/** What stands over an answer: its state in a word, with its shape. */
export function answerHeading(state: ShownState): AnswerHeading {
  return { ...LOOKS[state], word: t(`ask.states.${state}`) }
}

/** What is said beside the state of an answer. `quoted`: where its passages are shown. */
export function stateSummary(answer: Answer, quoted: 'above' | 'below'): string {
  const { state, claims, model, missingModel } = answer
  if (state === 'not-written') return t('ask.summary.notWritten')
  if (state === 'extractive' && missingModel !== undefined)
    return t(`ask.summary.missingModel.${quoted}`, { model: modelName(missingModel) })
  if (state === 'extractive')
    return model ? t(`ask.summary.nothingWritten.${quoted}`) : t(`ask.summary.noModel.${quoted}`)
  if (shownState(answer) === 'possible' && areVerbatim(claims)) return t('ask.summary.possible')
  return answerSummary(state, claims, answer.notAnswered)
}

/** How many sentences are confirmed, which are not and why: counts, never a share. */
export function answerSummary(
  state: AnswerState,
  claims: readonly Claim[],
  notAnswered: readonly string[] = [],
): string {
  if (claims.length === 0) return state === 'stopped' ? t('ask.summary.noneComplete') : t('ask.summary.noSentence')
  return [
    confirmedWords({ claims, notAnswered: [] }),
    ...reasons(claims),
    ...missingWords(notAnswered),
    ...(state === 'stopped' ? [t('ask.summary.kept')] : []),
  ].join(' ')
}

const REASONS = {
  unsupported: ({ verdict }) => verdict === 'unsupported',
  absent: ({ absent, verdict }) => absent.length > 0 && verdict !== 'unsupported',
  differs: ({ differsFrom, verdict }) => differsFrom.length > 0 && verdict !== 'unsupported',
  disagrees: ({ disagreesWith }) => disagreesWith.length > 0,
  authority: ({ authorities }) => authorities.some(({ foundIn }) => foundIn === null),
} as const satisfies Record<string, (claim: Claim) => boolean>

/** `Sentence 6 has no source.`, `Sentences 2 and 6 contradict each other.` */
function reasons(claims: readonly Claim[]): readonly string[] {
  return (['unsupported', 'absent', 'differs', 'disagrees', 'authority'] as const).flatMap((why) => {
    const numbers = claims.filter(REASONS[why]).map(({ index }) => String(index + 1))
    return numbers.length === 0 ? [] : [t(`ask.summary.${why}`, { count: numbers.length, numbers: listWords(numbers) })]
  })
}

function missingWords(open: readonly string[]): readonly string[] {
  const unanswered = open.filter(isNotAnswered).length
  return [
    ...(unanswered > 0 ? [t('ask.summary.open', { count: unanswered })] : []),
    ...(unanswered < open.length ? [t('ask.summary.perhapsOpen')] : []),
  ]
}
