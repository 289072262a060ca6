import { useState } from 'react'
import type { Answer } from '../../contract/answers/answer.ts'
import type { QuestionSet, RunSettings } from '../../contract/evaluation/evaluation.ts'
import { linkTo } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { setName } from './set-name.ts'
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
      title={t('evaluation.start.title', { name: setName(set) })}
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
      <details>
        <summary>{t('evaluation.start.more')}</summary>
        <Ablations offered={offered} without={without} onChange={setWithout} />
      </details>
    </FormDialog>
  )
}

const TO_MODELS = linkTo({ name: 'settings', section: 'models' })

/** So many questions show whether more are worth the time. */
const FIRST_RUN = 10

/** Begins the first run of a set, where there are questions and a model for them. */
export function FirstRun({ set }: { readonly set: QuestionSet }) {
  const { languageModel } = useShell().status
  if (set.questions === 0) return <p className="soft">{t('evaluation.runs.none')}</p>
  if (languageModel) return <FewQuestions set={set} model={languageModel.id} />
  return (
    <p className="soft">
      {t('evaluation.runs.none')} {t.rich('evaluation.runs.first.noModel', { link: TO_MODELS })}
    </p>
  )
}

/** Runs a few of them, after what that is for and how long it takes. */
function FewQuestions({ set, model }: { readonly set: QuestionSet; readonly model: string }) {
  const client = useClient()
  const action = useAction()
  const matter = useShell().matter?.id ?? null
  const answers = useLoaded((of) => of.answer.list, matter === null ? null : { matter }).value ?? []
  const count = Math.min(FIRST_RUN, set.questions)
  const minutes = minutesFor(count, answers, model)
  const settings = [...runSettings(count, [])]
  const start = () => client.evaluation.start({ matter: set.matter, set: set.set, settings })
  return (
    <section className="stack-2" aria-labelledby="first-run">
      <h2 className="h" id="first-run">
        {t('evaluation.runs.first.title')}
      </h2>
      <p className="soft">
        {t('evaluation.runs.none')}{' '}
        {minutes === null
          ? t('evaluation.runs.first.words', { count })
          : t('evaluation.runs.first.wordsWithTime', { count, minutes })}
      </p>
      <div className="btns">
        <Button
          look="primary"
          isSmall
          isBusy={action.isBusy}
          onClick={() => void action.run(start, t('evaluation.runs.first.kept'))}
        >
          {t('evaluation.runs.first.run', { count })}
        </Button>
      </div>
      <FailureNote failure={action.failure} />
    </section>
  )
}

/** Those before were perhaps written with other settings, or on another computer. */
const LAST_ANSWERS = 10

/** How long so many questions take this model, by the median of its last answers; null where it wrote none yet. */
export function minutesFor(questions: number, answers: readonly Answer[], modelId: string): number | null {
  const last = answers
    .filter(({ model }) => model?.id === modelId)
    .toSorted((one, other) => other.askedAt.localeCompare(one.askedAt))
    .slice(0, LAST_ANSWERS)
  const times = last.map(({ timing }) => timing.totalMs).toSorted((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)]
  return median === undefined ? null : Math.max(1, Math.round((questions * median) / 60_000))
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
