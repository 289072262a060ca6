import { useState } from 'react'
import type { Answer, ExportFormat, Source } from '../../../contract/answers/answer.ts'
import { damagedSentence } from '../../../contract/matter.ts'
import type { Consultation, Opinion } from '../../../contract/opinions/opinion.ts'
import { EvidenceColumn } from '../../ask/evidence/evidence-column.tsx'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { ExportFile } from '../../parts/export-file.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { ConfirmRemoval } from '../../parts/form-dialog.tsx'
import { Opening } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { AskInformed, BiasCheck } from './ask-again.tsx'
import { ComparisonTable, type SideName } from './comparison-table.tsx'
import { WhichWasRight } from './which-was-right.tsx'
import { DifferentialSection } from './differential-section.tsx'
import { OpinionFrame } from '../opinion-frame.tsx'
import { inOrderOfMarks } from '../../../contract/answers/source-order.ts'
import { neighbour, type OpenedSource } from '../../ask/evidence/opened-source.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { StateMark } from '../../parts/marks.tsx'
import { messageText } from '../../../wording/message-text.ts'

/** Step 4: local, blind and informed side by side, sentence by sentence. They are never merged into one verdict. */
export function Compare({ consultation: id }: { readonly consultation: string }) {
  const matter = useMatter()
  const read = useLoaded((of) => of.opinion.get, { matter: matter.id, consultation: id })
  const answerId = read.value?.answerId ?? null
  const answer = useLoaded((of) => of.answer.get, answerId === null ? null : { matter: matter.id, answerId })
  if (read.value) return <Compared consultation={read.value} answer={answer.value} />
  return (
    <OpinionFrame step="compare">
      <div className="col full">
        {read.failure ? <FailureNote failure={read.failure} /> : <Opening>{t('opinions.compare.opening')}</Opening>}
      </div>
    </OpinionFrame>
  )
}

type Props = { readonly consultation: Consultation; readonly answer: Answer | null }

function Compared({ consultation, answer }: Props) {
  const { blind, informed, question, damagedOpinions } = consultation
  const citation = useOpenedCitation(consultation, answer)
  return (
    <>
      <OpinionFrame step="compare" actions={<Actions consultation={consultation} />}>
        <div className="col full compare-col">
          <h2 className="question">{question}</h2>
          <p className="asked">{askedWords(consultation)}</p>
          {damagedOpinions > 0 ? (
            <p className="soft">
              {damagedSentence('opinion', damagedOpinions)} {t('opinions.compare.restore')}
            </p>
          ) : null}
          <ComparisonTable consultation={consultation} answer={answer} onOpen={citation.open} />
          <DifferentialSection consultation={consultation} onOpen={citation.open} />
          <WhichWasRight consultation={consultation} answer={answer} />
          <div className="opinion-notes">
            {blind ? <OpinionNotes opinion={blind} /> : null}
            {informed ? <OpinionNotes opinion={informed} /> : null}
          </div>
          <AskInformed consultation={consultation} answer={answer} />
          <BiasCheck consultation={consultation} />
          <Records consultation={consultation} />
        </div>
      </OpinionFrame>
      {citation.opened ? (
        <EvidenceColumn
          cited={citation.cited}
          opened={citation.opened}
          onStep={citation.step}
          onClose={citation.close}
        />
      ) : null}
    </>
  )
}

/** The packets as they were sent, and what the ledger says. */
function Records({ consultation }: Pick<Props, 'consultation'>) {
  return (
    <p className="foot-print rule-top above-6">
      {consultation.packets.map(({ packetId, kind, state }) => (
        <PlaceLink key={packetId} to={{ name: 'opinion', packet: packetId, consultation: null }}>
          {t(`opinions.compare.records.${kind}`, { state: t(`outgoing.states.${state}`) })}
        </PlaceLink>
      ))}
      {ledgerWords(consultation).map(({ entry, words }) => (
        <PlaceLink key={entry} to={{ name: 'ledger', ledgerTab: 'matter', entry }}>
          {words}
        </PlaceLink>
      ))}
    </p>
  )
}

function Actions({ consultation: { consultation, blind, informed, question } }: Pick<Props, 'consultation'>) {
  const matter = useMatter()
  const client = useClient()
  const { go } = useNavigation()
  const [isDeleting, setDeleting] = useState(false)
  const sent = informed ?? blind
  const leave = () => go({ name: 'opinion', packet: null, consultation: null })
  return (
    <>
      {sent ? (
        <PlaceLink className="btn quiet small" to={{ name: 'opinion', packet: sent.packetId, consultation: null }}>
          {t('opinions.compare.asSent')}
        </PlaceLink>
      ) : null}
      <ExportConference consultation={consultation} />
      <Button look="quiet" isSmall onClick={() => setDeleting(true)}>
        {t('frame.buttons.askToDelete')}
      </Button>
      <Button look="quiet" isSmall onClick={leave}>
        {t('opinions.compare.all')}
      </Button>
      {isDeleting ? (
        <ConfirmRemoval
          title={t('opinions.compare.deletion.title')}
          verb="delete"
          work={() => client.opinion.delete({ matter: matter.id, consultation })}
          kept={t('opinions.compare.deletion.failed')}
          onDone={leave}
          onClose={() => setDeleting(false)}
        >
          <p className="soft">{t('opinions.compare.deletion.body', { question })}</p>
        </ConfirmRemoval>
      ) : null}
    </>
  )
}

/** Saves the whole consultation as a file. */
function ExportConference({ consultation }: { readonly consultation: string }) {
  const client = useClient()
  const matter = useMatter()
  const [isOpen, setOpen] = useState(false)
  const make = (format: ExportFormat) => client.opinion.export({ matter: matter.id, consultation, format })
  return (
    <>
      <Button look="quiet" isSmall onClick={() => setOpen(true)}>
        {t('frame.buttons.exportAs')}
      </Button>
      {isOpen ? (
        <ExportFile
          title={t('opinions.compare.exportTitle')}
          formats={['docx', 'pdf', 'md']}
          make={make}
          onClose={() => setOpen(false)}
        >
          {t('opinions.compare.exportHint')}
        </ExportFile>
      ) : null}
    </>
  )
}

/** Who was asked and when, how much left, and how many names were put back. */
function askedWords({ blind, informed, packets, damagedOpinions }: Consultation): string {
  const opinions = [blind, informed].filter((one) => one !== null)
  const last = opinions.at(-1)
  if (!last) return damagedOpinions > 0 ? t('opinions.compare.asked.noneShown') : t('opinions.compare.asked.noReply')
  const sent = packets.filter(({ packetId }) => opinions.some((one) => one.packetId === packetId))
  const characters = listWords(sent.map((one) => formatNumber(one.characters)))
  const by = sent.find(({ consent }) => consent)?.consent?.by
  return [
    t('opinions.compare.asked.of', { provider: last.provider, model: last.model }),
    timesWords(blind, informed),
    by ? t('opinions.compare.asked.sentBy', { characters, by }) : t('opinions.compare.asked.sent', { characters }),
    restoredWords(opinions),
  ].join(' ')
}

function timesWords(blindOpinion: Opinion | null, informedOpinion: Opinion | null): string {
  const blind = blindOpinion && formatTime(blindOpinion.finishedAt)
  const informed = informedOpinion && formatTime(informedOpinion.finishedAt)
  if (blind && informed) return t('opinions.compare.asked.both', { blind, informed })
  return blind
    ? t('opinions.compare.asked.blind', { blind })
    : t('opinions.compare.asked.informed', { informed: informed ?? '' })
}

function restoredWords(opinions: readonly Opinion[]): string {
  const count = opinions.reduce((sum, one) => sum + one.restored, 0)
  const unknown = [...new Set(opinions.flatMap(({ unknownTokens }) => unknownTokens))]
  return unknown.length === 0
    ? t('opinions.compare.asked.restored', { count })
    : t('opinions.compare.asked.restoredUnknown', { count, unknown: unknown.join(', ') })
}

/** The entries of the ledger about it, each named once. */
function ledgerWords({ blind, informed, packets }: Consultation): readonly { entry: number; words: string }[] {
  const entries = [...packets, blind, informed].flatMap((one) => one?.ledgerEntries ?? [])
  return [...new Set(entries)]
    .toSorted((one, other) => one - other)
    .map((entry) => ({ entry, words: t('opinions.compare.records.entry', { entry: formatNumber(entry) }) }))
}

/** The source of a sentence, opened beside the comparison. Each side has its own marks: S1 of one need not be S1 of another. */
function useOpenedCitation({ blind, informed }: Consultation, answer: Answer | null) {
  const { settings } = useShell()
  const [opened, setOpened] = useState<{ side: SideName; source: OpenedSource } | null>(null)
  const close = () => setOpened(null)
  useKeys({ Escape: () => opened && close() }, settings.singleKeys)
  const spoken = opened ? { local: answer, blind, informed }[opened.side] : null
  const sources = inOrderOfMarks<Source>(spoken?.sources ?? [])
  return {
    opened: opened?.source ?? null,
    cited: spoken ? { sources, ranked: spoken.sources.map(({ source }) => source), claims: spoken.claims } : null,
    open: (side: SideName, claim: number | null, source: string) =>
      setOpened((last) => ({
        side,
        source: { answerId: side, source, claim, isOnPurpose: true, times: (last?.source.times ?? 0) + 1 },
      })),
    step(by: 1 | -1) {
      const next = opened && neighbour(sources, opened.source.source, by)
      if (opened && next) setOpened({ ...opened, source: { ...opened.source, source: next.source, claim: null } })
    },
    close,
  }
}

/** What belongs to one opinion beside its sentences: what it lacks, what was not of the form, what leads nowhere. */
function OpinionNotes({ opinion }: { readonly opinion: Opinion }) {
  const { kind, missing, struck, unknownTokens, choice } = opinion
  if (!hasNotes(opinion)) return null
  return (
    <section aria-label={t(`opinions.notes.labels.${kind}`)} data-testid={`notes-${kind}`}>
      <h3 className="h">{t(`opinions.kinds.${kind}`)}</h3>
      <HowItCame opinion={opinion} />
      {choice === null ? null : (
        <p data-testid="choice">
          {t.rich('opinions.notes.choice', {
            choice,
            label: smallMuted,
          })}
        </p>
      )}
      {missing.length > 0 ? (
        <>
          <p className="small muted above-1">{t('opinions.wouldDecide')}</p>
          <ul className="dash">
            {missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : null}
      {struck.length > 0 ? (
        <p className="small bad">
          {t('opinions.notes.struck')}{' '}
          {struck.map((one) => (
            <s key={one}>{one}</s>
          ))}
        </p>
      ) : null}
      {unknownTokens.length > 0 ? (
        <p className="small warn">{t('opinions.notes.unknownMarks', { marks: unknownTokens.join(', ') })}</p>
      ) : null}
    </section>
  )
}

const smallMuted = (words: React.ReactNode) => <span className="small muted">{words}</span>

function hasNotes({ state, why, choice, missing, struck, unknownTokens }: Opinion): boolean {
  return state !== 'answered' || Boolean(why ?? choice) || missing.length + struck.length + unknownTokens.length > 0
}

function HowItCame({ opinion: { state, why, text } }: { readonly opinion: Opinion }) {
  return (
    <>
      {state === 'failed' ? (
        <p>
          <StateMark shape="failed" tone="bad">
            {t('opinions.notes.brokeOff')}
          </StateMark>
        </p>
      ) : null}
      {why ? <p className="small soft">{messageText(why)}</p> : null}
      {state === 'text' ? (
        <>
          <p className="small soft">{t('opinions.notes.asItCame')}</p>
          <p className="read pre">{text}</p>
        </>
      ) : null}
    </>
  )
}
