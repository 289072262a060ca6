import type { Answer, Claim } from '../../../contract/answers/answer.ts'
import { withoutSourceMarks } from '../../../contract/answers/answer-words.ts'
import { knownText, t, texts } from '../../../wording/translate.ts'
import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import type { Agreement, Consultation } from '../../../contract/opinions/opinion.ts'
import { verdictWords } from '../../answers/export/answer-words.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { VOICES } from '../align/match-claims.ts'

const ORDER = ['differ', 'unclear', 'agree', 'only'] as const

/** Row by row who says what, differences first, who told them apart, and how the informed opinion moved. */
export function comparisonBlocks(consultation: Consultation, local: Answer | null): readonly PaperBlock[] {
  const { agreement, blind, informed } = consultation
  if (!agreement) return [{ kind: 'small', text: t('conference.compared.alone') }]
  const said = { local, blind, informed }
  const rows = agreement.claims.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  return [
    { kind: 'small', text: [...judgedLines(agreement), ...anchoringLines(agreement)].join(' ') },
    ...rows.map((row): PaperBlock => {
      const lines = VOICES.flatMap((voice) => {
        const claim = said[voice]?.claims.find(({ index }) => index === row[voice])
        return claim ? [claimLine(voice, claim)] : []
      })
      const names = row.by === 'model' ? texts('conference.rowsByModel') : texts('conference.rows')
      return { kind: 'field', name: names[row.state], lines }
    }),
  ]
}

function claimLine(voice: (typeof VOICES)[number], { text, verdict }: Claim): string {
  return t('conference.compared.said', {
    voice: t(`conference.voices.${voice}`),
    text,
    verdict: verdictWords(verdict),
  })
}

function judgedLines({ judging }: Agreement): readonly string[] {
  return [judgedWords(judging), ...(judging.open === 0 ? [] : [t('conference.compared.open', { count: judging.open })])]
}

function judgedWords({ judged: count, model, measured }: Agreement['judging']): string {
  if (count === 0) return t('conference.compared.byRules')
  const by = { model: model ?? '', count }
  return measured ? t('conference.compared.measured', { ...by, ...measured }) : t('conference.compared.notMeasured', by)
}

const MOVES = ['toward', 'away', 'elsewhere', 'stayed', 'unclear', 'takenUp'] as const

function anchoringLines({ anchoring }: Agreement): readonly string[] {
  if (!anchoring) return []
  const counts = MOVES.filter((move) => anchoring[move] > 0).map((move) =>
    t(`conference.compared.${move}`, { count: anchoring[move] }),
  )
  return counts.length === 0 ? [] : [t('conference.compared.anchoring', { counts: counts.join(', ') })]
}

/** The candidates of all voices, each with what speaks for and against it. What cannot be missed says so. */
export function differentialBlocks({ items, contested }: Differential): readonly PaperBlock[] {
  const isContested = contested.some((one) => one.isContested)
  return [
    ...(isContested ? [{ kind: 'small' as const, text: t('conference.differential.contested') }] : []),
    ...items.flatMap((item, at) => itemBlocks(item, at + 1)),
  ]
}

function itemBlocks(item: DifferentialItem, rank: number): readonly PaperBlock[] {
  const { name, cannotMiss, missing, decides } = item
  const lines = (key: 'for' | 'against' | 'missing' | 'decides', said: readonly string[]): readonly PaperBlock[] =>
    said.map((text) => ({ kind: 'proof', mark: '', depth: 1, text: t(`conference.differential.${key}`, { text }) }))
  return [
    {
      kind: 'proof',
      mark: `${rank}.`,
      depth: 0,
      text: t(`conference.differential.${cannotMiss ? 'cannotMiss' : 'item'}`, { name, places: placesOf(item) }),
    },
    ...lines('for', item.for.map(supportWords)),
    ...lines('against', item.against.map(supportWords)),
    ...lines('missing', missing),
    ...lines('decides', decides),
  ]
}

function supportWords({ text: said, claim, voice: of }: DifferentialItem['for'][number]): string {
  const marks = [...new Set(claim?.citations.map(({ source }) => ` [${source}]`) ?? [])].join('')
  const text = `${withoutSourceMarks(said)}${marks}`
  const voice = knownText('conference.voicesInText', of) ?? of
  return claim
    ? t('conference.differential.checkedSupport', { text, verdict: verdictWords(claim.verdict), voice })
    : t('conference.differential.support', { text, voice })
}

function placesOf(item: DifferentialItem): string {
  const places = VOICES.flatMap((voice) => {
    const rank = item[voice]
    return rank === null
      ? []
      : [t('conference.differential.place', { voice: t(`conference.voicesInText.${voice}`), rank })]
  })
  return places.join(', ') || t('conference.differential.nowhere')
}
