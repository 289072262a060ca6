import { useState } from 'react'
import type { FactInput } from '../../contract/knowledge/fact.ts'
import { sheetText, withUnit } from '../../contract/knowledge/sheet-words.ts'
import type { KeptSheet, Sheet } from '../../contract/knowledge/sheet.ts'
import { Button } from '../parts/button.tsx'
import { ExportFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useCopied } from '../state/use-copied.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import { dayWords, withDayWords } from '../../wording/format-time.ts'
import { listWords } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'
import { messageText } from '../../wording/message-text.ts'

type Props = { readonly kept: Loaded<readonly KeptSheet[]>; readonly onOpen: (sheet: KeptSheet) => void }

export function useKeptSheets(matter: string): Loaded<readonly KeptSheet[]> {
  return useLoaded((of) => of.sheet.kept, { matter })
}

/** The sheets that were kept in the matter, each with what has changed since. */
export function KeptSheets({ kept, onOpen }: Props) {
  const matter = useMatter().id
  const client = useClient()
  const { failure, run } = useAction()
  const sheets = kept.value ?? []
  if (sheets.length === 0) return <FailureNote failure={kept.failure} />
  return (
    <section aria-labelledby="kept-sheets" className="no-print">
      <h2 className="h" id="kept-sheets">
        {t('sheets.kept.title')} <span className="muted">{sheets.length}</span>
      </h2>
      <FailureNote failure={failure ?? kept.failure} />
      <ul className="kept-sheets">
        {sheets.map((sheet) => (
          <li key={`${sheet.goal} ${sheet.about.join(' ')} ${sheet.asOf}`}>
            <Button
              look="link"
              whyOff={sheet.isHere ? null : changeWords(sheet)}
              isWhyBeside
              onClick={() => onOpen(sheet)}
            >
              {nameOf(sheet)}
            </Button>
            <span>
              <b>{resultOf(sheet)}</b> <span className="warn small">{changeWords(sheet)}</span>
            </span>
            <span className="muted num small">{dayWords(sheet.asOf)}</span>
            <Button
              look="quiet"
              isSmall
              aria-label={t('sheets.kept.removeNamed', { name: nameOf(sheet), day: dayWords(sheet.asOf) })}
              onClick={() => {
                const { goal, about, asOf } = sheet
                void run(() => client.sheet.forget({ matter, goal, about, asOf }))
              }}
            >
              {t('frame.buttons.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Body mass index, anna". */
function nameOf({ title, about }: KeptSheet): string {
  return [title, ...about].join(', ')
}

function resultOf({ result, unit }: Pick<KeptSheet, 'result' | 'unit'>): string {
  return result === null ? t('sheets.kept.noResult') : withDayWords(withUnit(result, unit))
}

/** "Changed since: Weight. Now 55 mL/min."; empty where nothing changed. */
export function changeWords({ isHere, problem, changed, now, result, unit }: KeptSheet): string {
  if (!isHere) return t('sheets.kept.rulesNotUsed')
  if (problem !== null) return messageText(problem)
  const since = changed.length === 0 ? '' : t('sheets.kept.changed', { inputs: listWords(changed) })
  return [since, now === result ? '' : t('sheets.kept.now', { result: resultOf({ result: now, unit }) })]
    .filter(Boolean)
    .join(' ')
}

type KeepSheetProps = {
  readonly sheet: Sheet
  readonly about: readonly string[]
  readonly typed: readonly FactInput[]
  /** Whether it is what is recorded; only that can be kept. */
  readonly isRecorded: boolean
}

/** Keeps the sheet in the list of the matter, copies it as text, prints it, or saves it as a file. */
export function KeepSheet({ sheet, about, typed, isRecorded }: KeepSheetProps) {
  const [isExporting, setExporting] = useState(false)
  const matter = useMatter().id
  const client = useClient()
  const { isBusy, failure, run } = useAction()
  const [copied, copy] = useCopied(t('sheets.kept.copy'))
  const { calculator, asOf } = sheet
  const opened = { matter, goal: calculator.name, about: [...about], typed: [...typed], asOf }
  const whyNotKept = t(sheet.isUsed ? 'sheets.kept.keepFirst' : 'sheets.kept.keepRules')
  const keep = () => client.sheet.keep({ matter, goal: calculator.name, about: [...about], asOf })
  return (
    <>
      <Button
        isSmall
        isBusy={isBusy}
        whyOff={isRecorded ? null : whyNotKept}
        isWhyBeside={typed.length > 0}
        onClick={() => void run(keep)}
      >
        {t('sheets.kept.keep')}
      </Button>
      {typed.length > 0 ? <span className="small muted">{whyNotKept}</span> : null}
      <Button look="quiet" isSmall onClick={() => copy(() => Promise.resolve(sheetText(sheet)))}>
        <span aria-live="polite">{copied}</span>
      </Button>
      <Button look="quiet" isSmall onClick={() => window.print()}>
        {t('sheets.kept.print')}
      </Button>
      <Button look="quiet" isSmall onClick={() => setExporting(true)}>
        {t('frame.buttons.exportAs')}
      </Button>
      {isExporting ? (
        <ExportFile
          title={t('sheets.kept.exportTitle')}
          formats={['docx', 'pdf', 'md']}
          make={(format) => client.sheet.export({ ...opened, format })}
          onClose={() => setExporting(false)}
        >
          {t('sheets.kept.exportHint')}
        </ExportFile>
      ) : null}
      <FailureNote failure={failure} />
    </>
  )
}
