import { linkTo } from '../../frame/place-link.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { t } from '../../../wording/translate.ts'
import { HowPicker, type HowChoice } from './question-options.tsx'

const TO_MODELS = linkTo({ name: 'settings', section: 'models' })

/** Which model will answer and how, or that there is none; said before one asks, also where the file of the chosen one has gone since. */
export function AskedModel(howChoice: HowChoice) {
  const { settings } = useShell()
  // Looked at anew whenever one comes to ask: nothing tells when a file is deleted.
  const { value: status } = useLoaded((of) => of.application.status, undefined)
  const model = status?.languageModel
  if (model)
    return (
      <>
        <span>{model.id}</span>
        <HowPicker {...howChoice} />
      </>
    )
  if (settings.languageModel === null || !status) return <span>{t('ask.noModel')}</span>
  return (
    <span className="warn" role="status" data-testid="missing-model">
      <Glyph shape="caution" /> {t.rich('ask.missingModel', { model: settings.languageModel, link: TO_MODELS })}
    </span>
  )
}
