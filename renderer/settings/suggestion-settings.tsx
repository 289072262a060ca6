import { useState } from 'react'
import { type RedFlagTopic, topicWords } from '../../contract/answers/routing.ts'
import { byField } from '../../contract/work-field.ts'
import { t, texts } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox, ChoiceButtons } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextArea } from '../parts/text-field.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'

/** When a second opinion is suggested, and which subjects ask for one whatever the answer. */
export function SuggestionSettings() {
  const { settings, changeSettings } = useShell()
  const topics = useLoaded((of) => of.routing.topics, undefined)
  return (
    <section className="rule-top stack-3 start-items" aria-labelledby="suggestions">
      <h2 className="h flush" id="suggestions">
        {t('settings.suggestions.title')}
      </h2>
      <ChoiceButtons
        label={t('settings.suggestions.title')}
        value={settings.secondOpinions}
        choices={texts('settings.suggestions.policies')}
        onChoose={(secondOpinions) => void changeSettings({ secondOpinions })}
      />
      <p className="soft">{t('settings.suggestions.what')}</p>
      <FailureNote failure={topics.failure} />
      <Topics topics={topics.value ?? []} />
      <OwnWords key={settings.redFlagWords.join('\n')} />
    </section>
  )
}

function Topics({ topics }: { readonly topics: readonly RedFlagTopic[] }) {
  const { settings, changeSettings } = useShell()
  const { redFlagsOff } = settings
  return (
    <details>
      <summary>{t('settings.suggestions.topics')}</summary>
      <p className="soft above-2">{t('settings.suggestions.topicsNote')}</p>
      <ul className="stack-2 above-2">
        {byField(topics, settings.field, ({ domain }) => domain).map(({ topic, domain, words, source }) => (
          <li key={topic}>
            <CheckBox
              isOn={!redFlagsOff.includes(topic)}
              onChange={(isOn) => {
                const others = redFlagsOff.filter((one) => one !== topic)
                void changeSettings({ redFlagsOff: isOn ? others : [...others, topic] })
              }}
            >
              <span className="stack-0">
                <span>
                  {topicWords({ topic })}{' '}
                  <span className="muted small">{t(`settings.suggestions.domains.${domain}`)}</span>
                </span>
                <small className="soft">{words.join(', ')}</small>
                <small className="muted">{t('settings.suggestions.topicSource', { source })}</small>
              </span>
            </CheckBox>
          </li>
        ))}
      </ul>
    </details>
  )
}

function OwnWords() {
  const { settings, changeSettings } = useShell()
  const [text, setText] = useState(settings.redFlagWords.join('\n'))
  const words = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  const why = wordsProblem(words, settings.redFlagWords)
  return (
    <form
      className="stack-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why) void changeSettings({ redFlagWords: words })
      }}
    >
      <TextArea label={t('settings.suggestions.ownWords')} value={text} onText={setText} />
      <div className="btns">
        <Button type="submit" isSmall whyOff={why} isWhyBeside>
          {t('frame.buttons.save')}
        </Button>
        {why ? <span className="small muted">{why}</span> : null}
      </div>
    </form>
  )
}

const WORDS_AT_MOST = 200
const CHARACTERS_AT_MOST = 100

function wordsProblem(words: readonly string[], kept: readonly string[]): string | null {
  if (words.join('\n') === kept.join('\n')) return t('settings.saved')
  if (words.length > WORDS_AT_MOST) return t('settings.suggestions.tooManyLines', { count: WORDS_AT_MOST })
  return words.some((word) => word.length > CHARACTERS_AT_MOST)
    ? t('settings.suggestions.lineTooLong', { count: CHARACTERS_AT_MOST })
    : null
}
