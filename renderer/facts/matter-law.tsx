import { useState } from 'react'
import type { MatterJurisdiction } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'

/** The law that the matter is under. Once it is said, rules that are law of another place are not used, and that is told. */
export function MatterLaw() {
  const matter = useMatter()
  const law = useLoaded(
    matter.id,
    (client, signal) => client.pack.jurisdiction({ matter: matter.id }, { signal }),
    (event) => event.type === 'packs-changed' || (event.type === 'facts-changed' && event.matter === matter.id),
  )
  return (
    <div className="mt-4 grid gap-2">
      <FailureNote failure={law.failure} />
      {law.value ? <LawForm key={law.value.jurisdiction} law={law.value} /> : null}
      <RulesNotUsed sentences={law.value?.rulesNotUsed ?? []} />
    </div>
  )
}

function LawForm({ law: { jurisdiction, known } }: { readonly law: MatterJurisdiction }) {
  const client = useClient()
  const matter = useMatter().id
  const action = useAction()
  const [typed, setTyped] = useState(jurisdiction ?? '')
  const put = (place: string | null) =>
    void action.run(() => client.pack.setJurisdiction({ matter, jurisdiction: place }), 'It is as it was.')
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        put(typed.trim() || null)
      }}
    >
      <TextField
        label="Law of this matter"
        value={typed}
        onText={setTyped}
        maxLength={100}
        list="known-law"
        hint="Empty: each pack by its own law. Else rules that are law of another place are not used."
      />
      <datalist id="known-law">
        {known.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <Button isSmall type="submit" isOff={typed.trim() === (jurisdiction ?? '')}>
        Use it
      </Button>
      <FailureNote failure={action.failure} />
    </form>
  )
}

/** Which rules are left out, so that nobody takes their silence for a no. */
export function RulesNotUsed({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className="grid gap-1" aria-label="Rules that are not used">
      {sentences.map((sentence) => (
        <li key={sentence} className="small soft">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          {sentence}.
        </li>
      ))}
    </ul>
  )
}
