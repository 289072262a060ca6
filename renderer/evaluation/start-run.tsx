import { useState } from 'react'
import type { QuestionSet, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { CheckBox } from '../parts/choices.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { formatCount } from '../../wording/format-quantity.ts'

/** Begins runs of a set. They go on in the background, one after the other. */
export function StartRun({ set, onClose }: { readonly set: QuestionSet; readonly onClose: () => void }) {
  const client = useClient()
  const [sample, setSample] = useState('')
  const [without, setWithout] = useState<readonly Ablation[]>([])
  const isSampleRight = sample === '' || (/^\d+$/.test(sample) && Number(sample) > 0)
  const offered = (Object.keys(ABLATIONS) as Ablation[]).filter((one) => one !== 'options' || set.multipleChoice > 0)
  const settings = runSettings(sample === '' ? null : Number(sample), without)
  return (
    <FormDialog
      title={`Run ${set.name}`}
      submit="Run"
      missing={isSampleRight ? null : 'Give a whole number, or leave it empty.'}
      work={() => client.evaluation.start({ matter: set.matter, set: set.set, settings: [...settings] })}
      kept="Nothing was run."
      onClose={onClose}
    >
      <p className="soft">
        Each question is asked as in Ask, which takes from ten seconds to a minute on most computers. Runs go on in the
        background, can be stopped, and go on where they stopped. A question that you ask goes first.
      </p>
      <TextField
        label="How many questions"
        inputMode="numeric"
        value={sample}
        onText={setSample}
        placeholder={`all ${set.questions}`}
        hint={`Leave empty to run all ${formatCount(set.questions, 'question')}. A smaller number runs the same random sample each time.`}
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
      <legend className="h">Also run, to compare</legend>
      {offered.map((one) => (
        <CheckBox
          key={one}
          isOn={without.includes(one)}
          onChange={(isOn) => onChange(isOn ? [...without, one] : without.filter((other) => other !== one))}
        >
          {ABLATIONS[one]}
        </CheckBox>
      ))}
    </fieldset>
  )
}

/** What is left out of a run, to see what it is worth; each is a run of its own beside the whole one. */
export const ABLATIONS = {
  passages: 'without documents (closed book)',
  rules: 'without rules',
  cards: 'without cards',
  options: 'with the options of multiple-choice questions hidden',
} as const
type Ablation = keyof typeof ABLATIONS

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
