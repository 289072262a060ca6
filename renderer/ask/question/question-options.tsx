import { Popover } from 'radix-ui'
import { useId } from 'react'
import { StrategyName } from '../../../contract/answers/strategy.ts'
import { AsOf } from '../../facts/as-of.tsx'
import { useFactForm } from '../../facts/use-fact-data.ts'
import { PopupContent } from '../../parts/modal.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useShell } from '../../state/shell-context.ts'
import { type HowToAnswer, howWords, listProblem, meaningWords, unaskedWords, whyUnready } from './how-to-answer.ts'
import { t } from '../../../wording/translate.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { typedDay } from '../../../wording/typed-day.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { useLoaded } from '../../state/use-loaded.ts'
import { modelName } from '../../../wording/model-name.ts'

export type HowChoice = { readonly how: HowToAnswer; readonly onHow: (how: HowToAnswer) => void }

const NO_MODEL = { strategies: {}, usualStrategy: 'direct' } as const

/** How questions are answered from now on: as was measured for the model, or as the user says; with what that means. */
function HowPicker({ how, onHow }: HowChoice) {
  const id = useId()
  const { strategies: measured, usualStrategy: usual } = useShell().status.languageModel ?? NO_MODEL
  const unasked = unaskedWords(measured, usual)
  const names = howWords()
  const words = how.strategy === null ? unasked : names[how.strategy]
  const problem = how.strategy === 'options' ? listProblem(how.list) : ''
  const choose = (value: string) =>
    onHow({ ...how, strategy: StrategyName.options.find((name) => name === value) ?? null })
  return (
    <Popover.Root>
      <Popover.Trigger className="link small" aria-label={t('ask.how.titleWith', { how: words })}>
        {t('ask.how.button', { how: words })}
      </Popover.Trigger>
      <PopupContent look="picker stack-3" gap={6} label={t('ask.how.title')}>
        <div className="field">
          <label htmlFor={id}>{t('ask.how.title')}</label>
          <select
            id={id}
            aria-describedby={`${id}-means`}
            value={how.strategy ?? ''}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{unasked}</option>
            {StrategyName.options.map((name) => (
              <option key={name} value={name}>
                {names[name]}
              </option>
            ))}
          </select>
          <div id={`${id}-means`} className="small soft stack-1">
            {meaningWords(how.strategy, measured, usual).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
        {how.strategy === 'options' ? (
          <TextArea
            label={t('ask.how.list')}
            value={how.list}
            onText={(list) => onHow({ ...how, list })}
            hint={problem === '' ? t('ask.how.listHint') : problem}
          />
        ) : null}
      </PopupContent>
    </Popover.Root>
  )
}

export type DayChoice = {
  /** As typed; empty: the day of the thread, else today. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** For which day rules are asked; nothing where a matter has none. */
export function RulesDay({ matter, day, onDay, before }: DayChoice & { matter: string; before: string | null }) {
  const form = useFactForm(matter).value
  if (!form || form.packs.length === 0) return null
  const { today } = form
  return (
    <span className="as-of">
      {t('ask.options.rules')} <AsOf value={day} today={today} whenEmpty={before ?? today} onValue={onDay} />
    </span>
  )
}

/** Why nothing can be asked with what is chosen; null: it can. */
export function whyNotAsked({ day }: DayChoice, { how }: HowChoice): string | null {
  if (day.trim() !== '' && typedDay(day) === null) return sentenceCase(t('facts.asOf.noSuchDay'))
  return whyUnready(how)
}

type AskedModelProps = HowChoice & {
  /** The answer above says already that the file of the model is missing. */
  readonly isMissingSaid?: boolean
}

const TO_MODELS = linkTo({ name: 'settings', section: 'models' })

/** Which model will answer and how, or that there is none; said before one asks, also where the file of the chosen one has gone since. */
export function AskedModel({ isMissingSaid = false, ...howChoice }: AskedModelProps) {
  const { settings } = useShell()
  // Looked at anew whenever one comes to ask: nothing tells when a file is deleted.
  const { value: status } = useLoaded((of) => of.application.status, undefined)
  const model = status?.languageModel
  if (model)
    return (
      <>
        <span>{modelName(model.id)}</span>
        <HowPicker {...howChoice} />
      </>
    )
  if (settings.languageModel === null || !status) return <span>{t('ask.noModel')}</span>
  return (
    <span className="warn" role="status" data-testid="missing-model">
      <Glyph shape="caution" />{' '}
      {isMissingSaid
        ? t.rich('ask.missingModelAgain', { link: TO_MODELS })
        : t.rich('ask.missingModel', { model: modelName(settings.languageModel), link: TO_MODELS })}
    </span>
  )
}
