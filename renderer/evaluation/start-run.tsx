import { useState } from 'react'
import type { QuestionSet, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { CheckBox } from '../parts/choices.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { t } from '../../wording/translate.ts'

/** Begins runs of a set. They go on in the background, one after the other. */
export function StartRun({ set, onClose }: { readonly set: QuestionSet; readonly onClose: () => void }) {
  const client = useClient()
  const [sample, setSample] = useState('')
  const [without, setWithout] = useState<readonly Ablation[]>([])
  const isSampleRight = sample === '' || (/^\d+$/.test(sample) && Number(sample) > 0)
  const offered = ABLATIONS.filter((one) => one !== 'options' || set.multipleChoice > 0)
  const settings = runSettings(sample === '' ? null : Number(sample), without)
  return (
    <FormDialog
      title={t('evaluation.start.title', { name: set.name })}
      submit={t('evaluation.start.submit')}
      missing={isSampleRight ? null : t('evaluation.start.missing')}
      work={() => client.evaluation.start({ matter: set.matter, set: set.set, settings: [...settings] })}
      kept={t('evaluation.start.kept')}
      onClose={onClose}
    >
      <p className="soft">{t('evaluation.start.hint')}</p>
      <TextField
        label={t('evaluation.start.sample')}
        inputMode="numeric"
        value={sample}
        onText={setSample}
        placeholder={t('evaluation.start.all', { count: set.questions })}
        hint={t('evaluation.start.sampleHint', { count: set.questions })}
      />
      <Ablations offered={offered} without={without} onChange={setWithout} />
    </FormDialog>
  )
}

type AblationsProps = {
  readonly offered: readonly Ablation[]
  readonly without: readonly Ablation[]
  readonly onChange: (without: readonly Ablation[]) => void
}

function Ablations({ offered, without, onChange }: AblationsProps) {
  return (
    <fieldset className="stack-1">
      <legend className="h">{t('evaluation.start.without')}</legend>
      {offered.map((one) => (
        <CheckBox
          key={one}
          isOn={without.includes(one)}
          onChange={(isOn) => onChange(isOn ? [...without, one] : without.filter((other) => other !== one))}
        >
          {t(`evaluation.start.ablations.${one}`)}
        </CheckBox>
      ))}
    </fieldset>
  )
}

/** What is left out of a run, to see what it is worth; each is a run of its own beside the whole one. */
const ABLATIONS = ['passages', 'rules', 'cards', 'options'] as const
type Ablation = (typeof ABLATIONS)[number]

/** The comparisons first, so that the whole run is the newest, and shown. */
export function runSettings(sample: number | null, without: readonly Ablation[]): readonly RunSettings[] {
  const whole: RunSettings = {
    passages: 'on',
    rules: 'on',
    cards: 'on',
    options: 'shown',
    sample,
    seed: 0,
    model: null,
  }
  const off = { passages: 'off', rules: 'off', cards: 'off', options: 'hidden' } as const
  return [...without.map((one): RunSettings => ({ ...whole, [one]: off[one] })), whole]
}
