import { formatDate, formatSeconds } from '../../../wording/format-time.ts'
import { type Messages, perLocale, t, texts } from '../../../wording/translate.ts'
import type { Answer, Claim, PassageSource } from '../../../contract/answers/answer.ts'
import { isWritten, scopeWords } from '../../../contract/answers/answer-words.ts'
import { VERSION } from '../../home/version.ts'
import { cards, conclusions, passages } from '../answer-record.ts'
import { approachLines, choiceWords, confidenceWords, placeWords, stateOnPaper, strategyWords } from './answer-words.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'

/** The last page: of each answer what went into it, then what holds for all of them. `others`: sentences that are in no answer. */
export function howProduced(answers: readonly Answer[], others: readonly Claim[] = []): readonly PaperBlock[] {
  const all = [...answers.flatMap(({ claims }) => claims), ...others]
  const general: readonly Field[] = [
    ['verdicts', ...meanings(all)],
    ['program', t('paper.produced.exportedWith', { version: VERSION })],
    ['verify', t('paper.produced.verify')],
    ['limits', t('paper.produced.noDevice'), t('paper.produced.check')],
  ]
  return [
    { kind: 'page', text: t('paper.produced.title') },
    ...answers.flatMap((answer): PaperBlock[] => [
      { kind: 'heading', text: answer.question },
      ...fieldsOf(answer).map(fieldBlock),
    ]),
    { kind: 'heading', text: t('paper.produced.general') },
    ...general.map(fieldBlock),
  ]
}

type Field = readonly [name: keyof Messages['paper']['produced']['fields'], ...lines: string[]]

function fieldBlock([name, ...lines]: Field): PaperBlock {
  return { kind: 'field', name: t(`paper.produced.fields.${name}`), lines }
}

function fieldsOf(answer: Answer): readonly Field[] {
  const { askedAt, confidence, ledgerEntry } = answer
  return [
    ['asked', momentWords(askedAt)],
    ['outcome', stateOnPaper(answer)],
    ['searched', searchedWords(answer), ...scopeLines(answer)],
    ['read', ...readLines(answer)],
    ['rules', ...ruleLines(answer)],
    ...dayField(answer),
    ['model', ...modelLines(answer)],
    ['strategy', ...strategyLines(answer)],
    ['lessons', lessonWords(answer)],
    ['confidence', confidenceWords(confidence)],
    ['time', timeWords(answer)],
    ['log', t('paper.produced.entry', { entry: String(ledgerEntry) })],
  ]
}

function searchedWords({ searched: { documents, pages, references } }: Answer): string {
  const words = t('paper.produced.documents', { documents, pages })
  if (references.length === 0) return words
  return t('paper.produced.documentsAndReferences', { documents: words, references: references.join(', ') })
}

function scopeLines({ scope: read, sources }: Answer): readonly string[] {
  const scope = scopeWords(read, sources)
  return scope === '' ? [] : [t('paper.produced.found', { scope })]
}

function modelLines(answer: Answer): readonly string[] {
  const { model } = answer
  if (!model) return [t('paper.produced.noModel')]
  const warning = model.purpose === 'tests' && isWritten(answer) ? [t('models.testWarning')] : []
  return [model.id, `SHA-256 ${model.sha256}`, ...warning]
}

/** What of each passage the model read, for it is seldom all. */
function readLines({ sources, model }: Answer): readonly string[] {
  if (!model) return [t('paper.produced.noModelRead')]
  return orNone(
    passages(sources).map((one) =>
      t('paper.produced.passage', { source: one.source, place: placeWords(one), read: readWords(one) }),
    ),
  )
}

function ruleLines({ sources, claims }: Answer): readonly string[] {
  const stated = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))
  return orNone(
    conclusions(sources).map(({ source, rule }) =>
      t(stated.has(source) ? 'paper.produced.rule' : 'paper.produced.ruleNotStated', { source, rule }),
    ),
  )
}

function dayField({ asOf, sources }: Answer): readonly Field[] {
  const of = asOf ?? conclusions(sources)[0]?.asOf
  if (of === undefined) return []
  const day = formatDate(of)
  return [['day', t(asOf === null ? 'paper.produced.dayOfQuestion' : 'paper.produced.dayChosen', { day })]]
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [t('paper.produced.none')] : lines
}

function readWords({ read, start, end }: PassageSource): string {
  const count = end - start
  if (read === null) return t('paper.produced.allRead', { count })
  if (read.length === 0) return t('paper.produced.notRead')
  const length = read.reduce((sum, span) => sum + span.end - span.start, 0)
  return read.length === 1
    ? t('paper.produced.partRead', { length, count })
    : t('paper.produced.placesRead', { length, count, places: read.length })
}

function strategyLines(answer: Answer): readonly string[] {
  const { approach, choice, seed, model } = answer
  if (!model) return [t('paper.produced.noModel')]
  const words = strategyWords(answer)
  return [
    seed === null ? words : t('paper.produced.strategyWithSeed', { words, seed: String(seed) }),
    ...(choice === null ? [] : [t('paper.produced.choice', { choice: choiceWords(choice) })]),
    ...(approach ? approachLines(approach) : []),
  ]
}

function lessonWords({ knowledge: { gate, cards: ids }, sources }: Answer): string {
  const used = ids.map((id) => cards(sources).find(({ card }) => card === id)?.title ?? id)
  if (used.length > 0) return t('paper.produced.lessons', { lessons: used.join('; ') })
  return t(gate === 'skipped' ? 'paper.produced.lessonsNotNeeded' : 'paper.produced.none')
}

function timeWords({ timing: { evidenceMs, firstTokenMs, totalMs } }: Answer): string {
  const times = { evidence: formatSeconds(evidenceMs), all: formatSeconds(totalMs) }
  if (firstTokenMs === null) return t('paper.produced.time', times)
  return t('paper.produced.timeWithFirst', { ...times, first: formatSeconds(firstTokenMs) })
}

function meanings(claims: readonly Claim[]): readonly string[] {
  const used = new Set<string>(claims.map(({ verdict }) => verdict))
  const known = Object.entries(texts('verdicts.meanings')).filter(([verdict]) => used.has(verdict))
  return known.length === 0 ? [t('paper.produced.nothingWritten')] : known.map(([, meaning]) => meaning)
}

const moments = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
)

/** `3 June 2026 at 08:00 UTC`: paper is read in other places than it was printed. */
export function momentWords(iso: string): string {
  return `${moments().format(new Date(iso))} UTC`
}
