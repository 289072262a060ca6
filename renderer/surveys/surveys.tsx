import { useId, useState } from 'react'
import type { SummaryEvent, SurveyCitation } from '../../contract/answers/survey.ts'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { LibraryTabs } from '../library/library-tabs.tsx'
import type { LibraryTab } from '../state/place.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'
import { Chronology } from './chronology.tsx'
import { CitationColumn, CitationMarks, type OpenedCitation } from './citations.tsx'
import { Table } from './survey-table.tsx'
import { Button } from '../parts/button.tsx'
import { VerdictMark } from '../parts/marks.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { documentName } from '../../wording/document-name.ts'
import { goesOn, isLost, SurveyJob, useSurvey } from './survey-job.tsx'

const VIEWS = { summary: Summary, chronology: Chronology, table: Table } as const

/** What whole documents say: a summary, a chronology or a table, with the page that a source opens. */
export function Surveys({ tab }: { readonly tab: Exclude<LibraryTab, 'documents'> }) {
  const matter = useMatter()
  const { settings } = useShell()
  const [opened, setOpened] = useState<OpenedCitation | null>(null)
  const close = () => {
    setOpened(null)
    document.getElementById('work')?.focus()
  }
  useKeys({ Escape: () => opened && close() }, settings.singleKeys)
  const View = VIEWS[tab]
  return (
    <>
      <LibraryTabs tab={tab} bar={<Bar title={t('library.title')} />}>
        <View
          matter={matter.id}
          onOpen={(citation: SurveyCitation) => setOpened({ citation, times: (opened?.times ?? 0) + 1 })}
        />
      </LibraryTabs>
      <CitationColumn matter={matter.id} opened={opened} onClose={close} />
    </>
  )
}

type Props = { readonly matter: string; readonly onOpen: (citation: SurveyCitation) => void }

/** What a document says, section by section. */
function Summary({ matter, onOpen }: Props) {
  const { place, replace } = useNavigation()
  const id = useId()
  const documents = useLoaded((of) => of.library.documents, { matter })
  const withText = (documents.value ?? []).filter(({ characters }) => characters > 0)
  const chosen = withText.find(({ documentId }) => documentId === place.summarised) ?? withText[0]
  if (documents.value && !chosen) return <p className="soft above-3 below-3">{t('surveys.summary.none')}</p>
  if (!chosen) return null
  return (
    <>
      <div className="field above-3 below-3">
        <label htmlFor={id}>{t('surveys.summary.document')}</label>
        <select id={id} value={chosen.documentId} onChange={({ target }) => replace({ summarised: target.value })}>
          {withText.map(({ documentId, document }) => (
            <option key={documentId} value={documentId}>
              {documentName(document)}
            </option>
          ))}
        </select>
      </div>
      <OneSummary key={chosen.documentId} matter={matter} document={chosen.documentId} onOpen={onOpen} />
    </>
  )
}

function OneSummary({ matter, document, onOpen }: Props & { readonly document: string }) {
  const client = useClient()
  const job = useSurvey<SummaryEvent>(goesOn())
  const start = () => job.start((signal) => client.survey.summary({ matter, document }, { signal }))
  const canGoOn = job.end?.stopped || isLost(job) || (job.failure !== null && job.items.length > 0)
  return (
    <>
      <Button look="primary" isBusy={job.isRunning} onClick={start}>
        {canGoOn ? t('surveys.goOn') : t('surveys.summary.submit')}
      </Button>
      <SurveyJob job={job} outcome={job.end ? outcomeWords(job.end) : ''} />
      <ol className="stack-2 above-3" aria-label={t('surveys.summary.title')}>
        {job.items.map(({ index, section, text, by, verdict, citations }) => (
          <li key={index} data-testid="line">
            {section && section !== job.items[index - 1]?.section ? <h3 className="h">{section}</h3> : null}
            {by === null ? t('surveys.summary.quote', { quote: text.replace(/\s+/g, ' ') }) : text}{' '}
            <CitationMarks citations={citations} onOpen={onOpen} isOfOneDocument /> <VerdictMark verdict={verdict} />
          </li>
        ))}
      </ol>
    </>
  )
}

function outcomeWords(end: Extract<SummaryEvent, { type: 'summary-end' }>): string {
  const { lines, extracted, pagesWithoutText, model } = end
  const written = model
    ? t('surveys.summary.lines', { count: lines, quoted: extracted })
    : t('surveys.summary.quotedLines', { count: lines })
  return pagesWithoutText === 0
    ? written
    : `${written} ${t('surveys.summary.withoutText', { count: pagesWithoutText })}`
}
