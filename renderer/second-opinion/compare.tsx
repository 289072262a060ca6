import { useState } from 'react'
import type { Answer } from '../../contract/answer.ts'
import type { Consultation } from '../../contract/opinion.ts'
import { EvidenceColumn } from '../ask/evidence/evidence-column.tsx'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { ConfirmRemoval } from '../parts/modal.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { AskInformed } from './ask-informed.tsx'
import { BiasCheck } from './bias-check.tsx'
import { ExportConference } from './export-conference.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { askedWords, ledgerWords } from './consultation-words.ts'
import { WhichWasRight } from './decisions/which-was-right.tsx'
import { DifferentialSection } from './differential/differential-section.tsx'
import { OpinionFrame } from './opinion-frame.tsx'
import { OpinionNotes } from './opinion-notes.tsx'
import { KIND_WORDS, PACKET_STATES } from './packet-words.ts'
import { touchesOpinions } from './use-consultations.ts'
import { useOpenedCitation } from './use-opened-citation.ts'

/** Step 4: local, blind and informed side by side, sentence by sentence. They are never merged into one verdict. */
export function Compare({ consultation: id }: { readonly consultation: string }) {
  const matter = useMatter()
  const read = useLoaded(
    `${matter.id} ${id}`,
    (client, signal) => client.opinion.get({ matter: matter.id, consultation: id }, { signal }),
    (event) => touchesOpinions(event, matter.id),
  )
  const answerId = read.value?.answerId ?? null
  const answer = useLoaded(answerId === null ? null : `${matter.id} ${answerId}`, (client, signal) =>
    client.answer.get({ matter: matter.id, answerId: answerId ?? '' }, { signal }),
  )
  if (read.value) return <Compared consultation={read.value} answer={answer.value} />
  return (
    <OpinionFrame step="compare">
      <div className="col full">
        {read.failure ? <FailureNote failure={read.failure} /> : <Opening>Opening the opinions.</Opening>}
      </div>
    </OpinionFrame>
  )
}

type Props = { readonly consultation: Consultation; readonly answer: Answer | null }

function Compared({ consultation, answer }: Props) {
  const { blind, informed, question } = consultation
  const citation = useOpenedCitation(consultation, answer)
  return (
    <>
      <OpinionFrame step="compare" actions={<Actions consultation={consultation} />}>
        <div className="col full compare-col">
          <h2 className="question">{question}</h2>
          <p className="asked">{askedWords(consultation)}</p>
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
    <p className="foot-print rule-top mt-6">
      {consultation.packets.map(({ packetId, kind, state }) => (
        <PlaceLink key={packetId} to={{ name: 'opinion', packet: packetId, consultation: null }}>
          {KIND_WORDS[kind]} packet, {PACKET_STATES[state].word}
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
          Packet as sent
        </PlaceLink>
      ) : null}
      <ExportConference consultation={consultation} />
      <Button look="quiet" isSmall onClick={() => setDeleting(true)}>
        Delete…
      </Button>
      <Button look="quiet" isSmall onClick={leave}>
        All opinions
      </Button>
      {isDeleting ? (
        <ConfirmRemoval
          title="Delete this second opinion?"
          verb="Delete"
          work={() => client.opinion.delete({ matter: matter.id, consultation })}
          kept="Nothing was deleted."
          onDone={leave}
          onClose={() => setDeleting(false)}
        >
          <p className="soft">
            “{question}”, with its packets and opinions. What was sent stays with whoever got it, and the ledger goes on
            saying that it was sent. What you decided goes too; a card that was begun of it stays.
          </p>
        </ConfirmRemoval>
      ) : null}
    </>
  )
}
