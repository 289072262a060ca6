import { useState } from 'react'
import type { RedFlagTopic, SuggestionPolicy } from '../../contract/answers/routing.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox, ChoiceButtons } from '../parts/choices.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextArea } from '../parts/text-field.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'

const POLICIES: Readonly<Record<SuggestionPolicy, string>> = {
  never: 'never',
  unsure: 'when the answer looks uncertain',
  always: 'below every answer',
}

/** When a second opinion is suggested, and which subjects ask for one whatever the answer. */
export function SuggestionSettings() {
  const { settings, changeSettings } = useShell()
  const topics = useLoaded((of) => of.routing.topics, undefined)
  return (
    <section className="rule-top stack-3 start-items" aria-labelledby="suggestions">
      <h2 className="h flush" id="suggestions">
        When to suggest one
      </h2>
      <ChoiceButtons
        label="When to suggest a second opinion"
        value={settings.secondOpinions}
        choices={POLICIES}
        onChoose={(secondOpinions) => void changeSettings({ secondOpinions })}
      />
      <p className="soft">
        A suggestion appears below an answer, with its reasons and what asking would cost. Nothing is sent or prepared
        automatically. Nothing is suggested while the network is off, or for a matter that nothing may be sent from.
      </p>
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
      <summary>Topics that prompt a suggestion, whatever the answer</summary>
      <ul className="stack-2 above-2">
        {topics.map(({ topic, domain, title, words, source }) => (
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
                  {title} <span className="muted small">{domain}</span>
                </span>
                <small className="soft">{words.join(', ')}</small>
                <small className="muted">
                  named as such in: {source}. The words are ours; the source was not read again for this list.
                </small>
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
      <TextArea label="Words of your own, one a line" value={text} onText={setText} />
      <div className="btns">
        <Button type="submit" isSmall isOff={why !== null}>
          Keep
        </Button>
        {why ? <span className="small muted">{why}</span> : null}
      </div>
    </form>
  )
}

const WORDS_AT_MOST = 200
const CHARACTERS_AT_MOST = 100

function wordsProblem(words: readonly string[], kept: readonly string[]): string | null {
  if (words.join('\n') === kept.join('\n')) return 'Saved.'
  if (words.length > WORDS_AT_MOST) return `At most ${WORDS_AT_MOST} lines.`
  return words.some((word) => word.length > CHARACTERS_AT_MOST) ? `At most ${CHARACTERS_AT_MOST} letters a line.` : null
}
