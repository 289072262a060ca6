import { Popover } from 'radix-ui'
import { useId } from 'react'
import type { StrategyName } from '../../contract/strategy.ts'
import { PopupContent } from '../parts/popup-content.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useShell } from '../state/shell-context.ts'
import { type HowToAnswer, listProblem } from './how-to-answer.ts'
import { HOW_WORDS, meaningWords, unaskedWords } from './strategy-words.ts'

export type HowChoice = { readonly how: HowToAnswer; readonly onHow: (how: HowToAnswer) => void }

const NO_MODEL = { strategies: {}, usualStrategy: 'direct' } as const
const NAMES = Object.keys(HOW_WORDS) as StrategyName[]

/** How questions are answered from now on: as was measured for the model, or as the user says; with what that means. */
export function HowPicker({ how, onHow }: HowChoice) {
  const id = useId()
  const { strategies: measured, usualStrategy: usual } = useShell().status.languageModel ?? NO_MODEL
  const unasked = unaskedWords(measured, usual)
  const words = how.strategy === null ? unasked : HOW_WORDS[how.strategy]
  const problem = how.strategy === 'options' ? listProblem(how.list) : ''
  const choose = (value: string) => onHow({ ...how, strategy: NAMES.find((name) => name === value) ?? null })
  return (
    <Popover.Root>
      <Popover.Trigger className="link small" aria-label={`How to answer: ${words}`}>
        answer: {words}
      </Popover.Trigger>
      <PopupContent look="picker grid gap-3" gap={6} label="How to answer">
        <div className="field">
          <label htmlFor={id}>How to answer</label>
          <select
            id={id}
            aria-describedby={`${id}-means`}
            value={how.strategy ?? ''}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{unasked}</option>
            {NAMES.map((name) => (
              <option key={name} value={name}>
                {HOW_WORDS[name]}
              </option>
            ))}
          </select>
          <div id={`${id}-means`} className="small soft grid gap-1">
            {meaningWords(how.strategy, measured, usual).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </div>
        {how.strategy === 'options' ? (
          <TextArea
            label="Options"
            value={how.list}
            onText={(list) => onHow({ ...how, list })}
            hint={problem === '' ? 'One a line.' : problem}
          />
        ) : null}
      </PopupContent>
    </Popover.Root>
  )
}
