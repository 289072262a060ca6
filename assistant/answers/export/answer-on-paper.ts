import { formatDate, withDates } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import type { Answer, Claim, ConclusionSource, ExportFormat } from '../../../contract/answers/answer.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import {
  confirmedWords,
  disagreementWords,
  insteadWords,
  judgedWords,
  openPartWords,
  quotedWords,
  scopeWords,
} from '../../../contract/answers/answer-words.ts'
import type { PaperBlock, PaperNote, PaperWords, SentenceBlock } from '../../paper/paper-block.ts'
import { writeMarkdown } from '../../paper/write-markdown.ts'
import { conclusions, passages } from '../answer-record.ts'
import { conclusionLines, headSentences } from '../claims/conclusion-text.ts'
import { languageAmong, loadLanguage } from '../../../wording/messages/languages.ts'
import { differenceWords, placeWords, stateOnPaper, unsearchedLines, verdictWords } from './answer-words.ts'
import { howProduced, momentWords } from './how-produced.ts'

/**
 * A question with its follow-ups, oldest first, as it is read on paper: sentences with verdicts and footnotes, proofs, what was
 * searched; at the end how it was produced.
 */
function answersOnPaper(answers: readonly Answer[], corrections: readonly Correction[]): readonly PaperBlock[] {
  let notes = 0
  const number = () => (notes += 1)
  return [...answers.flatMap((answer) => answerOnPaper(answer, corrections, number)), ...howProduced(answers)]
}

/** One answer, with what of `corrections` is of it. `number` counts the footnotes of the whole file. */
export function answerOnPaper(
  answer: Answer,
  corrections: readonly Correction[],
  number: () => number,
): readonly PaperBlock[] {
  const { question, claims, searched, notAnswered } = answer
  const found = claims.length > 0 ? [] : passages(answer.sources).map(foundPassage)
  return [
    { kind: 'question', text: question },
    { kind: 'small', text: stateLine(answer) },
    ...headed(
      t('paper.headings.corrected'),
      corrections.filter(({ answerId }) => answerId === answer.answerId).map(correctionNote),
    ),
    ...claimsOnPaper(claims, number),
    ...headed(
      t('paper.headings.open'),
      notAnswered.map((part): PaperBlock => ({ kind: 'note', text: openPartWords(part) })),
    ),
    ...headed(t('paper.headings.passages'), found),
    ...headed(t('paper.headings.rules'), proven(answer).flatMap(proofBlocks)),
    ...headed(t('paper.headings.authorities'), lostAuthorities(claims)),
    ...headed(t('paper.headings.searched'), searchedBlocks(searched)),
  ]
}

/** What its state is, how many sentences are confirmed, how much was read, and for which day rules were asked. */
function stateLine(answer: Answer): string {
  const { state, claims, scope, sources, asOf } = answer
  const isCounted = claims.length > 0 && state !== 'not-written'
  const read = scopeWords(scope, sources)
  return [
    stateOnPaper(answer),
    ...(isCounted ? [confirmedWords({ claims, notAnswered: [] })] : []),
    ...(read === '' ? [] : [t('paper.read', { scope: read })]),
    ...(asOf === null ? [] : [t('paper.rulesAsOf', { day: formatDate(asOf) })]),
  ].join(' ')
}

function correctionNote({ createdAt, expected }: Correction): PaperBlock {
  return { kind: 'note', text: t('paper.corrected', { moment: momentWords(createdAt), expected }) }
}

/** Sentences with their verdicts, then their footnotes. */
export function claimsOnPaper(claims: readonly Claim[], number: () => number): readonly PaperBlock[] {
  const sentences = claims.map((claim) => sentence(claim, number))
  const notes = sentences.flatMap((one) => one.notes)
  return [...sentences, ...(notes.length > 0 ? [{ kind: 'notes' as const, notes }] : [])]
}

export function headed(title: string, blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: title }, ...blocks]
}

function sentence(claim: Claim, number: () => number): SentenceBlock {
  const { index, verdict, citations, differences, authorities } = claim
  const quotes = citations.flatMap((one) => ('quote' in one ? [one] : []))
  const own = quotedWords(claim.text.replace(/\s*\[[SR]\d+\]/g, ''))
  const lost = authorities.filter(({ foundIn }) => foundIn === null).map(({ text }) => text)
  const words = verdict === 'close' && differences.length > 0 ? t('paper.closeBy', { count: differences.length }) : null
  return {
    kind: 'sentence',
    number: index + 1,
    words: verdict === 'contradicted' ? [{ text: own, isStruck: true }] : struck(own, lost),
    notes: quotes.map(
      (one): PaperNote => ({
        number: number(),
        mark: one.source,
        where: placeWords(one),
        quote: quotedWords(one.quote),
      }),
    ),
    rules: [...new Set(citations.flatMap((one) => ('rule' in one ? [one.source] : [])))],
    verdict: words ?? verdictWords(verdict),
    remarks: remarksOn(claim),
  }
}

function remarksOn(claim: Claim): readonly string[] {
  const { absent, differences, differsFrom, judged, authorities } = claim
  const instead = insteadWords(claim)
  const disagreement = disagreementWords(claim)
  const lost = authorities.filter(({ foundIn }) => foundIn === null).map(({ text }) => text)
  return [
    ...(instead === null ? [] : [t('paper.remarks.instead', instead)]),
    ...(judged ? [judgedWords(judged)] : []),
    ...differences.map(differenceWords),
    ...(absent.length === 0 ? [] : [t('paper.remarks.notCited', { words: absent.join(', ') })]),
    ...(differsFrom.length === 0 ? [] : [t('paper.remarks.otherValue', { marks: differsFrom.join(', ') })]),
    ...(disagreement === null ? [] : [disagreement]),
    ...(lost.length === 0 ? [] : [t('paper.remarks.notInLibrary', { authorities: lost.join(', ') })]),
    ...authorities.flatMap(({ text: authority, foundIn: document }) =>
      document === null ? [] : [t('paper.remarks.foundIn', { authority, document })],
    ),
  ]
}

/** A sentence in pieces, its lost authorities apart. */
function struck(text: string, lost: readonly string[]): readonly PaperWords[] {
  const [first] = lost.flatMap((one) => (text.includes(one) ? [{ at: text.indexOf(one), one }] : []))
  if (!first) return text === '' ? [] : [{ text, isStruck: false }]
  const { at, one } = first
  return [
    ...struck(text.slice(0, at), lost),
    { text: one, isStruck: true },
    ...struck(text.slice(at + one.length), lost),
  ]
}

function lostAuthorities(claims: readonly Claim[]): readonly PaperBlock[] {
  return claims.flatMap(({ index, authorities }) =>
    authorities
      .filter(({ foundIn }) => foundIn === null)
      .map(({ text: authority }): PaperBlock => {
        return { kind: 'note', text: t('paper.lostAuthority', { authority, number: index + 1 }) }
      }),
  )
}

function foundPassage(passage: ReturnType<typeof passages>[number]): PaperBlock {
  return { kind: 'source', mark: passage.source, where: placeWords(passage), quote: quotedWords(passage.text) }
}

/** The conclusions that a sentence states, or states otherwise; without sentences, all. */
function proven({ claims, sources }: Answer): readonly ConclusionSource[] {
  const meant = new Set(
    claims.flatMap(({ citations, differsFrom }) => [...citations.map(({ source }) => source), ...differsFrom]),
  )
  return conclusions(sources).filter(({ source }) => claims.length === 0 || meant.has(source))
}

/** What a rule concludes, then what it assumes and what is still to be known, then every step of its proof. */
function proofBlocks(conclusion: ConclusionSource): readonly PaperBlock[] {
  const { source: mark, asOf } = conclusion
  const [first = '', ...conditions] = headSentences(conclusion).map(withDates)
  const [, ...steps] = conclusionLines(conclusion)
  const line = (depth: number, text: string): PaperBlock => ({ kind: 'proof', mark: '', depth, text })
  return [
    { kind: 'proof', mark, depth: 0, text: t('paper.conclusion', { sentence: first, day: formatDate(asOf) }) },
    ...conditions.map((text) => line(1, text)),
    ...steps.map(({ depth, text }) => line(depth, text)),
  ]
}

function searchedBlocks(searched: Answer['searched']): readonly PaperBlock[] {
  const { documents, pages, references, words, unknownWords, vectors } = searched
  const how = vectors ? 'byMeaning' : 'byWords'
  const lines = [
    documents === 0 ? t('paper.searched.nothing') : t(`paper.searched.${how}`, { documents, pages }),
    ...(references.length === 0 ? [] : [t('paper.searched.references', { references: references.join(', ') })]),
    ...(words.length === 0 ? [] : [t('paper.searched.words', { words: words.join(', ') })]),
    ...(unknownWords.length === 0 ? [] : [t('paper.searched.unknownWords', { words: unknownWords.join(', ') })]),
    ...unsearchedLines(searched).map((line) => `${line}.`),
  ]
  return lines.map((text): PaperBlock => ({ kind: 'note', text }))
}

/** A question with its follow-ups, and what of them was corrected, as the bytes of a file. What writes Word and PDF is loaded when it is first asked for. */
export async function exportAnswers(
  answers: readonly Answer[],
  corrections: readonly Correction[],
  format: ExportFormat,
  fontsFolder: string,
): Promise<Uint8Array> {
  // What rules concluded stays in the language in which it was kept.
  const languages = answers.flatMap(({ sources }) => conclusions(sources).map(({ language }) => language))
  await Promise.all([...new Set(languages)].map((code) => loadLanguage(languageAmong([code]))))
  return exportPaper(answersOnPaper(answers, corrections), format, fontsFolder)
}

/** Blocks as the bytes of a file. */
export async function exportPaper(
  blocks: readonly PaperBlock[],
  format: ExportFormat,
  fontsFolder: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'md':
      return new TextEncoder().encode(writeMarkdown(blocks))
    case 'docx':
      return (await import('../../paper/write-docx.ts')).writeDocx(blocks)
    case 'pdf':
      return (await import('../../paper/write-pdf.ts')).writePdf(blocks, fontsFolder)
  }
}
