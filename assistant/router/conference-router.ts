import { exportPaper } from '../answers/export/answer-on-paper.ts'
import { exportName } from '../paper/paper-block.ts'
import { conferenceOf } from '../opinions/conference/conference-of.ts'
import { conferenceOnPaper } from '../opinions/conference/conference-on-paper.ts'
import { localDay } from '../home/local-day.ts'
import { sha256 } from '../home/sha256.ts'
import { api, signalOr } from './contract-base.ts'

/** The part of `opinion` that makes a document of a consultation. */
export const conferenceRouter = {
  export: api.opinion.export.handler(async ({ input, context: { assistant }, signal }) => {
    const { matters, knowledge, now, fontsFolder } = assistant
    const matter = await matters.open(input.matter)
    const { consultation, format } = input
    const conference = await conferenceOf(consultation, { knowledge, matter, asOf: localDay(now()) }, signalOr(signal))
    const bytes = await exportPaper(conferenceOnPaper(conference), format, fontsFolder)
    matter.store.ledger.append('consultation-exported', { consultation, format, sha256: sha256(bytes) })
    const name = `${exportName(conference.consultation.question)}.${format}`
    return { file: new File([bytes as Uint8Array<ArrayBuffer>], name) }
  }),
}
