import { useState } from 'react'
import type { SurveyCitation } from '../../contract/answers/survey.ts'
import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { LibraryTabs } from '../library/library-tabs.tsx'
import type { LibraryTab } from '../state/place.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'
import { Chronology } from './chronology.tsx'
import { CitationColumn, type OpenedCitation } from './citations.tsx'
import { Summary } from './survey-summary.tsx'
import { Table } from './survey-table.tsx'

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
