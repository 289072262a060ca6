import { Bar } from '../frame/bar.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Opening } from '../parts/opening.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { FactsColumn } from './facts-column.tsx'
import { FactsTab } from './facts-tab.tsx'
import { useFactsWork } from './use-facts-work.ts'

/** Facts and rules of a matter: what is recorded, and the packs that it uses. */
export function Facts() {
  const matter = useMatter()
  const { settings } = useShell()
  const work = useFactsWork(matter.id)
  const { form, facts, failure, shown } = work
  useKeys({ Escape: () => shown && work.close() }, settings.singleKeys)
  return (
    <>
      <main className="work" id="work" tabIndex={-1}>
        <Bar title="Facts and rules" />
        <div className="col facts-col">
          <FailureNote failure={failure} />
          {form || failure ? null : <Opening>Opening the facts.</Opening>}
          {form ? <FactsTab form={form} facts={facts} onOpen={work.openFact} /> : null}
        </div>
      </main>
      <FactsColumn {...work} onClose={work.close} />
    </>
  )
}
