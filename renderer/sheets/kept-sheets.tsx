import type { KeptSheet } from '../../contract/sheet.ts'
import { withUnit } from '../../contract/sheet-words.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import { dayWords } from '../wording/day-words.ts'
import { listWords } from '../wording/list-words.ts'

type Props = { readonly kept: Loaded<readonly KeptSheet[]>; readonly onOpen: (sheet: KeptSheet) => void }

export function useKeptSheets(matter: string): Loaded<readonly KeptSheet[]> {
  return useLoaded(
    matter,
    (client, signal) => client.sheet.kept({ matter }, { signal }),
    (event) =>
      event.type === 'packs-changed' ||
      ((event.type === 'facts-changed' || event.type === 'sheets-changed') && event.matter === matter),
  )
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
        Kept sheets <span className="muted">{sheets.length}</span>
      </h2>
      <FailureNote failure={failure ?? kept.failure} />
      <ul className="kept-sheets">
        {sheets.map((sheet) => (
          <li key={`${sheet.goal} ${sheet.about.join(' ')} ${sheet.asOf}`}>
            <Button look="link" isOff={!sheet.isHere} onClick={() => onOpen(sheet)}>
              {nameOf(sheet)}
            </Button>
            <span>
              <b>{resultOf(sheet)}</b> <span className="warn small">{changeWords(sheet)}</span>
            </span>
            <span className="muted num small">{dayWords(sheet.asOf)}</span>
            <Button
              look="quiet"
              isSmall
              aria-label={`Remove ${nameOf(sheet)}, ${dayWords(sheet.asOf)}`}
              onClick={() => {
                const { goal, about, asOf } = sheet
                void run(() => client.sheet.forget({ matter, goal, about, asOf }))
              }}
            >
              Remove
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
  return result === null ? 'No result' : withUnit(result, unit)
}

/** "Changed since: Weight. Now 55 mL/min."; empty where nothing changed. */
export function changeWords({ isHere, problem, changed, now, result, unit }: KeptSheet): string {
  if (!isHere) return 'Its rules are not used in this matter any more.'
  if (problem !== null) return problem
  const since = changed.length === 0 ? '' : `Changed since: ${listWords(changed)}.`
  return [since, now === result ? '' : `Now ${resultOf({ result: now, unit })}.`].filter(Boolean).join(' ')
}
