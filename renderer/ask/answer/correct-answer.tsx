import { useState } from 'react'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { MistakeKind } from '../../../contract/knowledge/card.ts'
import { PlaceLink } from '../../frame/place-link.tsx'
import { BeginCard } from '../../knowledge/cards/new-card.tsx'
import { MistakeSelect } from '../../knowledge/cards/card-fields.tsx'
import { Button } from '../../parts/button.tsx'
import { TextArea } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { formatDate } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'

type Props = { readonly answer: Answer }

/** What a person said that the answer should say, and the lesson that was begun of it; nothing where nobody corrected it. */
export function Corrections({ answer: { answerId } }: Props) {
  const { value: all } = useLoaded((of) => of.card.corrections, { matter: useMatter().id })
  const { value: cards } = useLoaded((of) => of.card.list, undefined)
  return all
    ?.filter((one) => one.answerId === answerId)
    .map(({ correctionId, createdAt, expected }) => {
      const card = cards?.find(({ origin }) => origin.correction === correctionId)
      return (
        <div key={correctionId} className="corrected" role="note" data-testid="corrected">
          <p className="small soft">
            {t('ask.mistake.corrected', { date: formatDate(createdAt) })}{' '}
            {card ? (
              <PlaceLink to={{ name: 'knowledge', knowledgeTab: 'cards', card: card.card }}>
                {t('ask.mistake.lesson', { title: card.title })}
              </PlaceLink>
            ) : null}
          </p>
          <p className="read">{expected}</p>
        </div>
      )
    })
}

/** Says what a wrong answer should have said, and begins a card of it. */
export function CorrectAnswer({ answer }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p className="above-2">
      <Button look="quiet" isSmall onClick={() => setOpen(true)}>
        {t('ask.mistake.report')}
      </Button>
      {isOpen ? <CorrectDialog answer={answer} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

function CorrectDialog({ answer: { answerId, question }, onClose }: Props & { readonly onClose: () => void }) {
  const client = useClient()
  const matter = useMatter().id
  const [typed, setExpected] = useState('')
  const [mistake, setMistake] = useState<MistakeKind>('comprehension')
  const expected = typed.trim()
  return (
    <BeginCard
      title={t('ask.mistake.title')}
      missing={expected === '' ? t('ask.mistake.missing') : null}
      begin={() => client.card.correct({ matter, answerId, expected, mistake })}
      kept={t('ask.mistake.kept')}
      onClose={onClose}
    >
      <p className="soft">{question}</p>
      <TextArea label={t('ask.mistake.expected')} value={typed} onText={setExpected} />
      <MistakeSelect value={mistake} onChoose={setMistake} />
      <p className="small soft">{t('ask.mistake.hint')}</p>
    </BeginCard>
  )
}
