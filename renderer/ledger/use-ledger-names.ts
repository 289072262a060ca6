import { useMemo } from 'react'
import { useFacts } from '../facts/use-fact-data.ts'
import { usePackets } from '../second-opinion/use-consultations.ts'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import type { LedgerNames } from './ledger-names.ts'

/** What the ids in the ledger of a matter, or of the program (null), stand for. */
export function useLedgerNames(matter: string | null): Omit<LedgerNames, 'intents' | 'ended'> {
  const { matters, settings } = useShell()
  const answers = useLoaded(
    matter,
    (client, signal) => client.answer.list({ matter: matter ?? '' }, { signal }),
    (event) => event.type === 'answers-changed' && event.matter === matter,
  ).value
  const documents = useLoaded(
    matter,
    (client, signal) => client.library.documents({ matter: matter ?? '' }, { signal }),
    (event) => event.type === 'documents-changed' && event.matter === matter,
  ).value
  const facts = useFacts(matter).value
  const packets = usePackets(matter).value
  return useMemo(
    () => ({
      questions: new Map((answers ?? []).map(({ answerId, question }) => [answerId, question])),
      documents: new Map((documents ?? []).map(({ documentId, document }) => [documentId, document])),
      facts: new Map((facts ?? []).map((fact) => [fact.id, fact])),
      packets: new Map((packets ?? []).map((packet) => [packet.packetId, packet])),
      matters: new Map(matters.map(({ id, matter: name }) => [id, name])),
      userName: settings.userName,
    }),
    [answers, documents, facts, packets, matters, settings.userName],
  )
}
