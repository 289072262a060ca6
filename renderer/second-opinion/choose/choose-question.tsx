import { useId, useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { Provider } from '../../../contract/opinions/provider.ts'
import { linkTo } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { Opening } from '../../parts/progress.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { questionBox } from '../use-consulting.ts'

const ANSWERS_SHOWN = 30

/** What is asked: an answer of this computer, or a new question; and of whom. */
export function ChooseQuestion({ providers }: { readonly providers: readonly Provider[] }) {
  const matter = useMatter()
  const { consulting } = useShell()
  const { place } = useNavigation()
  const answers = useLoaded((of) => of.answer.list, { matter: matter.id })
  const [typed, setTyped] = useDraft(questionBox(matter.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const answer = answers.value?.find(({ answerId }) => answerId === place.answer) ?? null
  const question = answer ? answer.question : typed.trim()
  const provider = providers.find((one) => one.provider === chosen) ?? providers[0]
  const why = whyNotPrepare(provider, question)
  // Else the form would stand there without its question for a moment, and a press would do nothing.
  if (place.answer !== null && answers.value === null && answers.failure === null)
    return <Opening>{t('opinions.choose.opening')}</Opening>
  const prepare = () => {
    if (why || !provider) return
    const answerId = answer?.answerId ?? null
    consulting.prepare({ matter: matter.id, question, answerId, provider: provider.provider })
  }
  return (
    <form
      className="stack-4"
      onSubmit={(event) => {
        event.preventDefault()
        prepare()
      }}
    >
      <About answers={answers.value ?? []} answer={answer} />
      {answer ? <p className="question">{answer.question}</p> : <Question value={typed} onText={setTyped} />}
      <ChooseProvider providers={providers} provider={provider} onProvider={setChosen} />
      <p className="small soft">{t('opinions.choose.blindFirst')}</p>
      <div className="btns">
        <Button type="submit" look="primary" isOff={why !== null}>
          {t('opinions.choose.prepare')}
        </Button>
        <span className="small muted">{why ?? t('opinions.choose.nothingSent')}</span>
      </div>
    </form>
  )
}

function whyNotPrepare(provider: Provider | undefined, question: string): string | null {
  if (!provider) return t('opinions.choose.needsProvider')
  return question ? null : t('opinions.choose.needsQuestion')
}

function About({ answers, answer }: { readonly answers: readonly Answer[]; readonly answer: Answer | null }) {
  const { replace } = useNavigation()
  const id = useId()
  const latest = answers.slice(-ANSWERS_SHOWN).toReversed()
  const shown = answer && !latest.includes(answer) ? [answer, ...latest] : latest
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('opinions.choose.about')}</label>
      <select
        id={id}
        value={answer?.answerId ?? ''}
        onChange={({ target }) => replace({ answer: target.value || null })}
      >
        <option value="">{t('opinions.choose.newQuestion')}</option>
        {shown.map(({ answerId, question, askedAt }) => (
          <option key={answerId} value={answerId}>
            {t('opinions.choose.yourAnswer', { question, time: formatTime(askedAt) })}
          </option>
        ))}
      </select>
    </div>
  )
}

function Question({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  const id = useId()
  return (
    <div className="field wide">
      <label htmlFor={id}>{t('opinions.choose.question')}</label>
      <textarea id={id} rows={3} value={value} onChange={({ target }) => onText(target.value)} />
    </div>
  )
}

type Props = {
  readonly providers: readonly Provider[]
  /** Undefined: none is set up. */
  readonly provider: Provider | undefined
  readonly onProvider: (provider: string) => void
}

/** Who is asked, with what it says about keeping what it gets. */
function ChooseProvider({ providers, provider, onProvider }: Props) {
  const id = useId()
  if (!provider)
    return (
      <p className="sunk soft">
        {t.rich('opinions.choose.noProvider', {
          link: linkTo({ name: 'settings', section: 'providers' }),
        })}
      </p>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{t('opinions.choose.ask')}</label>
      <select id={id} value={provider.provider} onChange={({ target }) => onProvider(target.value)}>
        {providers.map(({ provider: name, model }) => (
          <option key={name} value={name}>
            {name}, {model}
          </option>
        ))}
      </select>
      <span className="small muted">{provider.retention}</span>
    </div>
  )
}
