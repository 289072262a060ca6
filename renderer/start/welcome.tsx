import { AS_MEASURED } from '../ask/question/how-to-answer.ts'
import { QuestionBox, usePrepareModel } from '../ask/question/question-box.tsx'
import { useState } from 'react'
import { Bar } from '../frame/bar.tsx'
import { AddButtons } from '../library/add-buttons.tsx'
import { NewMatter } from '../matters/new-matter.tsx'
import { Button } from '../parts/button.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { t } from '../../wording/translate.ts'
import { FirstModels } from './first-models.tsx'

/** First start: the first question can be asked before there is a model. */
export function Welcome() {
  const matter = useMatter()
  const { asking, changeSettings } = useShell()
  const { go } = useNavigation()
  const [isCreating, setCreating] = useState(false)
  const prepareModel = usePrepareModel()
  const samples = useLoaded((of) => of.matter.samples, undefined)
  const sample = samples.value?.find(({ matter: name, title }) => name === matter.matter || title === matter.matter)
  const first = sample?.questions.find(({ answerable }) => answerable)?.question ?? ''
  const leave = () => void changeSettings({ welcomed: true })
  const ask = (question: string) => {
    leave()
    const asked = { matter: matter.id, question, follows: null, documents: [], asOf: null, how: AS_MEASURED }
    go({ name: 'ask', answer: asking.ask(asked) })
  }
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title={t('start.welcome.title')} />
      <div className="col welcome-col">
        <h2 className="question">{t('start.welcome.askNow')}</h2>
        <p className="read soft above-2 welcome-words">{t('start.welcome.hint', { matter: matter.matter })}</p>
        <div className="above-5" onFocus={prepareModel}>
          <QuestionBox
            key={first}
            name={`welcome ${matter.id}`}
            label={t('start.welcome.questionAbout', { matter: matter.matter })}
            placeholder={t('start.welcome.ask')}
            initial={first}
            onAsk={ask}
          />
        </div>
        <FirstModels onAll={() => go({ name: 'settings', section: 'models' })} />
        <section className="start-part" aria-labelledby="own-documents">
          <h2 className="h" id="own-documents">
            {t('start.welcome.ownDocuments')}
          </h2>
          <p className="soft">{t('start.welcome.ownHint')}</p>
          <div className="btns above-2">
            <AddButtons matter={matter} look="plain" />
            <Button look="quiet" isSmall onClick={() => setCreating(true)}>
              {t('matters.create')}
            </Button>
          </div>
        </section>
        <p className="small soft rule-top start-part">{t('start.disclaimer')}</p>
      </div>
      {isCreating ? <NewMatter onClose={() => setCreating(false)} /> : null}
    </main>
  )
}
