import { AS_MEASURED } from '../ask/question/how-to-answer.ts'
import { QuestionBox, usePrepareModel } from '../ask/question/question-box.tsx'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
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
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title="Welcome to Consilium" />
      <div className="col welcome-col">
        <h2 className="question">You can ask the first question now. No account, no model, no network.</h2>
        <p className="read soft above-2 welcome-words">
          {matter.matter} is a sample with invented documents. Without a model you get the passages that concern your
          question. With one, you also get a written answer whose every sentence names its source.
        </p>
        <div className="above-5" onFocus={prepareModel}>
          <QuestionBox
            key={first}
            label={`Question about ${matter.matter}`}
            placeholder="Ask in your own words"
            initial={first}
            onAsk={ask}
          />
        </div>
        <FirstModels onAll={() => go({ name: 'settings', section: 'models' })} />
        <section className="start-part" aria-labelledby="own-documents">
          <h2 className="h" id="own-documents">
            Start with your own documents
          </h2>
          <p className="soft">
            Drop files anywhere in this window, or{' '}
            <Button
              look="link"
              onClick={() => {
                leave()
                go({ name: 'matters' })
              }}
            >
              create a matter
            </Button>
            . Each matter has its own key; deleting the matter destroys the key.
          </p>
        </section>
        <p className="small soft rule-top start-part">
          Consilium is not a medical device and does not give legal advice. It shows where each sentence comes from, so
          that you can check it.
        </p>
      </div>
    </main>
  )
}
