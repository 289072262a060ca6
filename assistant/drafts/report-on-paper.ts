import { CheckedKind, type Finding, isAccusing, isConfirming } from '../../contract/drafts/draft-check.ts'
import type { StoredDraft } from '../../store/matter/drafts.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { quoted, sentenceCase } from '../../wording/phrases.ts'
import { oneLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { exportPaper, headed } from '../answers/export/answer-on-paper.ts'
import { momentWords } from '../answers/export/how-produced.ts'
import { VERSION } from '../home/version.ts'
import type { PaperBlock } from '../paper/paper-block.ts'
import { citedWords, findingWords, pageSaysWords, placeWords } from './finding-words.ts'
import { type DraftResult, resultOf } from './stored-draft.ts'

type Checked = { readonly draft: StoredDraft; readonly findings: readonly Finding[] }

/** The verification report of a draft as the bytes of a file. Throws `WRONG_USE` for one that was not checked to the end. */
export async function exportReport(
  { draft, findings }: Checked,
  format: 'docx' | 'pdf',
  fontsFolder: string,
): Promise<Uint8Array> {
  const result = resultOf(draft)
  if (!result) throw new Failure('WRONG_USE', message('failures.drafts.notChecked', { draft: draft.name }))
  return exportPaper(reportOnPaper({ draft, findings, result }), format, fontsFolder)
}

/** What was found and decided first, then what was not checked, then how and against what it was checked. */
function reportOnPaper({ draft, findings, result }: Checked & { readonly result: DraftResult }): readonly PaperBlock[] {
  const accusing = findings.filter(isAccusing)
  const decided = (state: string | null) => accusing.filter(({ decision }) => (decision?.state ?? null) === state)
  const unchecked = findings.filter(({ verdict }) => verdict === 'not-checkable')
  const confirmed = findings.filter(({ verdict }) => isConfirming(verdict))
  const open = decided(null)
  return [
    { kind: 'question', text: t('draftCheck.paper.title', { draft: draft.name }) },
    { kind: 'small', text: t('draftCheck.counts', result) },
    ...headed(
      t('draftCheck.paper.open'),
      open.length > 0 ? open.flatMap(findingBlocks) : [{ kind: 'note', text: t('draftCheck.paper.nothingFound') }],
    ),
    ...headed(t('draftCheck.paper.accepted'), decided('accepted').flatMap(findingBlocks)),
    ...headed(t('draftCheck.paper.dismissed'), decided('dismissed').flatMap(findingBlocks)),
    ...headed(t('draftCheck.paper.notChecked'), uncheckedBlocks(unchecked)),
    ...headed(t('draftCheck.paper.confirmed'), confirmed.map(confirmedBlock)),
    ...howChecked(draft, result, accusing),
  ]
}

function findingBlocks(finding: Finding): readonly PaperBlock[] {
  const { text, said, decision } = finding
  const head = placed(finding, quoted(oneLine(text)))
  const what = `${findingWords(finding)}. ${said ? messageText(said) : ''}`.trim()
  const lines = [what, pageSaysWords(finding) ?? [], decisionLines(decision)].flat()
  return [{ kind: 'note', text: head }, ...lines.map((line): PaperBlock => ({ kind: 'small', text: line }))]
}

function decisionLines(decision: Finding['decision']): readonly string[] {
  if (!decision) return []
  const values = { by: decision.by, moment: momentWords(decision.at) }
  return [
    decision.note === ''
      ? t('draftCheck.paper.decidedBy', values)
      : t('draftCheck.paper.decided', { ...values, note: decision.note }),
  ]
}

function uncheckedBlocks(unchecked: readonly Finding[]): readonly PaperBlock[] {
  if (unchecked.length === 0) return []
  const lines = unchecked.flatMap((finding): readonly PaperBlock[] => {
    const why = finding.said ? ` ${messageText(finding.said)}` : ''
    const head: PaperBlock = { kind: 'note', text: placed(finding, `${quoted(oneLine(finding.text))}${why}`) }
    const page = pageSaysWords(finding)
    return page === null ? [head] : [head, { kind: 'small', text: page }]
  })
  return [{ kind: 'small', text: t('draftCheck.paper.notCheckedNote', { count: unchecked.length }) }, ...lines]
}

function confirmedBlock(finding: Finding): PaperBlock {
  const [first] = finding.citations
  const where = first ? ` ${citedWords(first)}` : finding.said ? ` ${messageText(finding.said)}` : ''
  const verdict = sentenceCase(t(`draftCheck.verdicts.${finding.verdict}`))
  const text = placed(finding, `${quoted(oneLine(finding.text))} ${verdict}.${where}`)
  return { kind: 'note', text }
}

/** Behind its place in the draft, where that is known. */
function placed(finding: Finding, words: string): string {
  const place = placeWords(finding)
  return place === '' ? words : `${place}: ${words}`
}

function howChecked(draft: StoredDraft, result: DraftResult, accusing: readonly Finding[]): readonly PaperBlock[] {
  const { checkedAt, checkVersion, against, references, unread, pagesWithoutText } = result
  const of = { moment: momentWords(checkedAt), version: VERSION, check: checkVersion }
  const byKind = CheckedKind.options.flatMap((kind) => {
    const count = accusing.filter((one) => one.kind === kind).length
    return count === 0 ? [] : [`${t(`draftCheck.kinds.${kind}`)}: ${count}`]
  })
  const field = (name: string, lines: readonly string[]): readonly PaperBlock[] =>
    lines.length === 0 ? [] : [{ kind: 'field', name, lines }]
  const hash = (value: string) => t('draftCheck.paper.hash', { hash: value })
  return [
    { kind: 'page', text: t('draftCheck.paper.method') },
    { kind: 'small', text: t('draftCheck.paper.by', of) },
    ...field(t('draftCheck.paper.draft'), [draft.name, hash(draft.sha256)]),
    ...field(t('draftCheck.paper.result'), [t('draftCheck.counts', result)]),
    ...field(t('draftCheck.paper.kindsFound'), byKind),
    ...field(t('draftCheck.paper.withoutText'), pagesWithoutText > 0 ? [String(pagesWithoutText)] : []),
    ...field(
      t('draftCheck.paper.against'),
      against.flatMap(({ document, sha256 }) => [document, hash(sha256)]),
    ),
    ...field(t('draftCheck.paper.unread'), unread),
    ...field(
      t('draftCheck.paper.references'),
      references.length > 0 ? references : [t('draftCheck.paper.noReferences')],
    ),
  ]
}
