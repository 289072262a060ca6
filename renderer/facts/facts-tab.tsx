import { useState } from 'react'
import type { Fact, FactForm as Form } from '../../contract/knowledge/fact.ts'
import type { Conclusions } from '../../contract/knowledge/rule.ts'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { ConclusionList, isNear } from '../proof/conclusion-list.tsx'
import type { ProofTools } from '../proof/proof-tools.ts'
import { useMatter } from '../state/shell-context.ts'
import { EditFact } from './form/edit-fact.tsx'
import { useFactActions } from './fact-actions.ts'
import { FactForm } from './form/fact-form.tsx'
import { PackChoice } from './matter-law.tsx'
import { Proposals } from './proposals.tsx'
import { type Proposing, ReadFacts } from './read-facts.tsx'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly form: Form
  readonly facts: readonly Fact[]
  readonly conclusions: Conclusions | null
  readonly tools: ProofTools
  readonly proposing: Proposing
  readonly onOpen: (fact: Fact) => void
  readonly onWhatIf: (conclusion: number) => void
  readonly onTryAgain: () => void
}

/** What waits for a yes, what is recorded, what follows from it. */
export function FactsTab({ form, facts, conclusions, tools, proposing, onOpen, onWhatIf, onTryAgain }: Props) {
  const matter = useMatter().id
  const deciding = useFactActions(matter)
  const editing = useFactActions(matter)
  const adding = useFactActions(matter)
  // The relation to begin with; null: any; undefined: nothing is added.
  const [added, setAdded] = useState<string | null | undefined>(undefined)
  if (form.packs.length === 0)
    return (
      <>
        <h2 className="question">{t('facts.noRulesYet')}</h2>
        <p className="soft above-1 below-4">{t('facts.choosePack')}</p>
        <PackChoice used={form.packs} />
      </>
    )
  return (
    <div className="fact-parts">
      <Proposals facts={facts} relations={form.relations} actions={deciding} proposing={proposing} onOpen={onOpen}>
        <ReadFacts proposing={proposing} />
      </Proposals>
      <FactForm
        relations={form.relations}
        facts={facts}
        asked={askedKeys(conclusions)}
        actions={editing}
        onOpen={onOpen}
        onAdd={setAdded}
      />
      <DamagedEntries matter={matter} kinds={['fact']} />
      {conclusions ? (
        <ConclusionList conclusions={conclusions} tools={tools} onWhatIf={onWhatIf} onTryAgain={onTryAgain} />
      ) : null}
      <PackChoice used={form.packs} />
      {added === undefined ? null : (
        <EditFact
          title={t('facts.form.addFact')}
          relations={form.relations}
          fact={null}
          relation={added}
          submit={t('frame.buttons.add')}
          onSubmit={(input) => adding.set(input)}
          failure={adding.failure}
          onClose={() => setAdded(undefined)}
        />
      )}
    </div>
  )
}

/** The lines of the form for which a conclusion waits that one or two answers would decide, by the keys that lines have. */
export function askedKeys(conclusions: Conclusions | null): ReadonlySet<string> {
  const open = conclusions?.conclusions.filter((one) => one.holds === 'unknown' && isNear(one)) ?? []
  const missing = open.flatMap((one) => one.missing)
  return new Set(missing.map(({ relation, args }) => `${relation}(${args.map((arg) => arg ?? '').join(', ')})`))
}
