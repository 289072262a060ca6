import { AS_MEASURED } from '../ask/question/how-to-answer.ts'
import { QuestionBox, usePrepareModel } from '../ask/question/question-box.tsx'
import { Bar } from '../frame/bar.tsx'
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
  const toMatters = () => {
    leave()
    go({ name: 'matters' })
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
          <p className="soft">
            {t.rich('start.welcome.ownHint', {
              create: (chunks) => (
                <Button look="link" onClick={toMatters}>
                  {chunks}
                </Button>
              ),
            })}
          </p>
        </section>
        <p className="small soft rule-top start-part">{t('start.disclaimer')}</p>
      </div>
    </main>
  )
}
