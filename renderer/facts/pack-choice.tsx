import { useId } from 'react'
import type { Pack } from '../../contract/rule.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/opening.tsx'
import { Toggle } from '../parts/toggle.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'
import { MatterLaw } from './matter-law.tsx'
import { usePacks } from './use-packs.ts'

type Props = { readonly used: readonly string[] }

/** Which packs of rules the matter uses. Without one nothing is concluded, and there is nothing to record. */
export function PackChoice({ used }: Props) {
  const packs = usePacks()
  const client = useClient()
  const matter = useMatter()
  const action = useAction()
  const use = (pack: string, on: boolean) => void action.run(() => client.pack.use({ matter: matter.id, pack, on }))
  return (
    <section aria-labelledby="pack-choice">
      <h2 className="h" id="pack-choice">
        Rules of this matter <span className="muted">a pack says what can be recorded, and what follows from it</span>
      </h2>
      <FailureNote failure={packs.failure ?? action.failure} />
      {packs.value ? null : <Opening>Looking for packs.</Opening>}
      <ul className="packs">
        {packs.value?.map((pack) => (
          <Choice key={pack.pack} pack={pack} isOn={used.includes(pack.pack)} onChange={(on) => use(pack.pack, on)} />
        ))}
      </ul>
      <MatterLaw />
      {packs.value?.length === 0 ? <p className="soft">There are no packs. Import one under Knowledge.</p> : null}
    </section>
  )
}

type ChoiceProps = { readonly pack: Pack; readonly isOn: boolean; readonly onChange: (on: boolean) => void }

function Choice({ pack, isOn, onChange }: ChoiceProps) {
  const label = useId()
  const { title, version, rules, calculators, jurisdictions, reviewed, problems } = pack
  return (
    <li>
      <Toggle labelledBy={label} isOn={isOn} onChange={onChange} />
      <span id={label}>
        <b className="font-medium">{title}</b> <span className="muted">{version}</span>
      </span>
      <span className="small soft">
        {formatCount(rules, 'rule')}, {formatCount(calculators, 'calculator')}
        {jurisdictions.length === 0 ? '' : `, law of ${jurisdictions.join(', ')}`}
      </span>
      {reviewed ? null : (
        <span className="small warn">
          <Glyph shape="caution" /> sample, not reviewed guidance
        </span>
      )}
      {problems.length > 0 ? (
        <span className="small bad">
          <Glyph shape="failed" /> {formatCount(problems.length, 'problem')}, see Knowledge
        </span>
      ) : null}
    </li>
  )
}
