import { useId, useState } from 'react'
import type { MatterJurisdiction, Pack } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { Toggle } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/progress.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { usePacks } from './use-fact-data.ts'
import { lawPlaceWords, typedLawPlace } from '../../wording/law-place.ts'
import { listWords } from '../../wording/phrases.ts'
import { type Message } from '../../wording/message.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

/** The law that the matter is under. Once it is said, rules that are law of another place are not used, and that is told. */
function MatterLaw() {
  const matter = useMatter()
  const law = useLoaded((of) => of.pack.jurisdiction, { matter: matter.id })
  return (
    <div className="above-4 stack-2">
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
  const [typed, setTyped] = useState(() => lawPlaceWords(jurisdiction ?? ''))
  const put = (place: string | null) =>
    void action.run(() => client.pack.setJurisdiction({ matter, jurisdiction: place }), t('facts.rules.lawUnchanged'))
  return (
    <form
      className="row-2 wraps at-end"
      onSubmit={(event) => {
        event.preventDefault()
        put(typedLawPlace(typed) || null)
      }}
    >
      <TextField
        label={t('facts.rules.law')}
        value={typed}
        onText={setTyped}
        maxLength={100}
        list="known-law"
        hint={t('facts.rules.lawHint')}
      />
      <datalist id="known-law">
        {known.map((place) => (
          <option key={place} value={lawPlaceWords(place)} />
        ))}
      </datalist>
      <Button
        isSmall
        type="submit"
        whyOff={typedLawPlace(typed) === (jurisdiction ?? '') ? t('frame.off.unchanged') : null}
      >
        {t('facts.rules.useLaw')}
      </Button>
      <FailureNote failure={action.failure} />
    </form>
  )
}

/** Which rules are left out, so that nobody takes their silence for a no. */
export function RulesNotUsed({ sentences }: { readonly sentences: readonly Message[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className="stack-1" aria-label={t('facts.rules.notUsed')}>
      {sentences.map(messageText).map((sentence) => (
        <li key={sentence} className="small soft">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          {t('facts.rules.notUsedOne', { sentence })}
        </li>
      ))}
    </ul>
  )
}

type PackChoiceProps = { readonly used: readonly string[] }

/**
 * Which packs of rules the matter uses. Without one nothing is concluded, and there is nothing to record. Packs that only show what rules
 * can do are for sample matters; in another one stands what it uses already.
 */
export function PackChoice({ used }: PackChoiceProps) {
  const packs = usePacks()
  const client = useClient()
  const matter = useMatter()
  const action = useAction()
  const offered = packs.value?.filter(({ pack, sample }) => matter.sample || !sample || used.includes(pack))
  const use = (pack: string, on: boolean) => void action.run(() => client.pack.use({ matter: matter.id, pack, on }))
  return (
    <section aria-labelledby="pack-choice">
      <h2 className="h" id="pack-choice">
        {t('facts.rules.title')} <span className="muted">{t('facts.rules.hint')}</span>
      </h2>
      <FailureNote failure={packs.failure ?? action.failure} />
      {packs.value ? null : <Opening>{t('facts.rules.opening')}</Opening>}
      <ul className="packs">
        {offered?.map((pack) => (
          <Choice key={pack.pack} pack={pack} isOn={used.includes(pack.pack)} onChange={(on) => use(pack.pack, on)} />
        ))}
      </ul>
      <MatterLaw />
      {offered?.length === 0 ? (
        <p className="soft">{t('facts.rules.none', { place: t('window.places.knowledge') })}</p>
      ) : null}
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
        <b>{title}</b> <span className="muted">{version}</span>
      </span>
      <span className="small soft">
        {jurisdictions.length === 0
          ? t('facts.rules.counts', { rules, calculators })
          : t('facts.rules.countsOfLaw', { rules, calculators, law: listWords(jurisdictions.map(lawPlaceWords)) })}
      </span>
      {reviewed ? null : (
        <span className="small warn">
          <Glyph shape="caution" /> {t('facts.rules.sample')}
        </span>
      )}
      {problems.length > 0 ? (
        <span className="small bad">
          <Glyph shape="failed" />{' '}
          {t('facts.rules.problems', { count: problems.length, place: t('window.places.knowledge') })}
        </span>
      ) : null}
    </li>
  )
}
