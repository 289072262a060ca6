import { AS_MEASURED } from '../ask/question/how-to-answer.ts'
import { QuestionBox, usePrepareModel } from '../ask/question/question-box.tsx'
import { useState } from 'react'
import { Bar } from '../frame/bar.tsx'
import { AddButtons } from '../library/add-buttons.tsx'
import { NewMatter } from '../matters/create-matter.tsx'
import { Button } from '../parts/button.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useDownloads, useMatter, useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { t } from '../../wording/translate.ts'
import { downloadWords, MODEL_PURPOSES, type ModelRow, onThisComputer } from '../../contract/model.ts'
import { FieldChoice } from '../parts/field-choice.tsx'
import { isOfSample } from '../../contract/matter.ts'
import type { ChosenField } from '../../contract/work-field.ts'
import { AgreeToDownload, DownloadJobs, modelToDownload } from '../models/download-jobs.tsx'
import { useModels } from '../models/model-table.tsx'
import { ImportModel } from '../models/models.tsx'
import { formatBytes, formatMemory } from '../../wording/format-quantity.ts'

/** First start: the first question can be asked before there is a model. */
export function Welcome() {
  const matter = useMatter()
  const { asking, changeSettings, matters } = useShell()
  const { go } = useNavigation()
  const [isCreating, setCreating] = useState(false)
  const prepareModel = usePrepareModel()
  const samples = useLoaded((of) => of.matter.samples, undefined)
  const sample = samples.value?.find((one) => isOfSample(matter, one))
  const first = sample?.questions.find(({ answerable }) => answerable)?.question ?? ''
  const showSample = (field: NonNullable<ChosenField>) => {
    const wanted = samples.value?.find((one) => one.field === field)
    const row = matters.find((one) => one.sample && wanted && isOfSample(one, wanted))
    if (row) go({ name: 'ask', matter: row.id })
  }
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
        <div className="above-5">
          <FieldChoice onChosen={showSample} />
        </div>
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

/** Two models that fit this computer, and the way to one from a file. */
function FirstModels({ onAll }: { readonly onAll: () => void }) {
  const list = useModels().value
  const downloads = useDownloads()
  const [chosen, setChosen] = useState<ModelRow | null>(null)
  const [isImporting, setImporting] = useState(false)
  if (!list) return null
  const { cores, memoryBytes, graphics } = list.computer
  const suggested = suggestModels(list.models)
  const resume = (id: string) => setChosen(list.models.find((model) => model.id === id) ?? null)
  return (
    <section className="start-part" aria-labelledby="first-model">
      <h2 className="h" id="first-model">
        {t.rich('start.models.title', {
          soft: (chunks) => <span className="muted">{chunks}</span>,
          cores,
          memory: formatMemory(memoryBytes),
          graphics: graphics ?? t('start.models.noGraphics'),
        })}
      </h2>
      <DownloadJobs onResume={resume} />
      <table className="data" aria-labelledby="first-model">
        <tbody>
          {suggested.map((model, index) => (
            <Suggestion
              key={model.id}
              model={model}
              isBest={index === 0}
              isOnItsWay={downloads.some(({ id }) => id === model.id)}
              onChoose={() => setChosen(model)}
            />
          ))}
          <tr>
            <th scope="row">
              {t('start.models.file')}
              <small>{t('start.models.fileHint')}</small>
            </th>
            <td />
            <td />
            <td className="act">
              <Button isSmall onClick={() => setImporting(true)}>
                {t('start.models.import')}
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="small soft fit-words">
        {t('start.models.howDownloaded')}{' '}
        <Button look="link" isSmall onClick={onAll}>
          {t('start.models.all')}
        </Button>
      </p>
      {chosen ? <AgreeToDownload model={modelToDownload(chosen)} onClose={() => setChosen(null)} /> : null}
      {isImporting ? <ImportModel onClose={() => setImporting(false)} /> : null}
    </section>
  )
}

type SuggestionProps = {
  readonly model: ModelRow
  readonly isBest: boolean
  readonly isOnItsWay: boolean
  readonly onChoose: () => void
}

function Suggestion({ model, isBest, isOnItsWay, onChoose }: SuggestionProps) {
  const { title, bytes, licence, installed, purpose } = model
  return (
    <tr>
      <th scope="row">
        {title} {isBest ? <span className="tag beside-1">{t('start.models.fitsBest')}</span> : null}
        <small>
          {purpose ? `${t(`models.purposes.${purpose}`)} ` : ''}
          {onThisComputer(model)}
        </small>
      </th>
      <td className="n one-line">
        {formatBytes(bytes)}
        {installed ? null : <small>{downloadWords(model)}</small>}
      </td>
      <td className="one-line">{licence}</td>
      <td className="act">
        {installed ? <span className="soft">{t('start.models.installed')}</span> : null}
        {installed || isOnItsWay ? null : (
          <Button
            isSmall
            {...(isBest ? { look: 'primary' as const } : {})}
            aria-label={t('start.models.downloadModel', { model: title })}
            onClick={onChoose}
          >
            {t('start.models.download')}
          </Button>
        )}
      </td>
    </tr>
  )
}

const SUGGESTED = 2

/** The models to begin with: those that write and fit, for daily work first; then the largest, which answers better. */
export function suggestModels(models: readonly ModelRow[]): readonly ModelRow[] {
  const writing = models.filter(({ kind, purpose }) => kind === 'language' && purpose !== null)
  const fitting = writing.filter(({ fit }) => fit.verdict === 'yes')
  const candidates = fitting.length > 0 ? fitting : writing.filter(({ fit }) => fit.verdict === 'slow')
  return candidates
    .toSorted((one, other) => place(one) - place(other) || other.fit.needBytes - one.fit.needBytes)
    .slice(0, SUGGESTED)
}

function place({ purpose }: ModelRow): number {
  return purpose === null ? MODEL_PURPOSES.length : MODEL_PURPOSES.indexOf(purpose)
}
