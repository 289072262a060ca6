import { useState } from 'react'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { t } from '../../../wording/translate.ts'
import { useNavigation } from '../../state/navigation-context.ts'

type Props = { readonly onMade: (card: string) => void; readonly onClose: () => void }

/** Begins a card by hand; its parts are written on its page. */
export function NewCard({ onMade, onClose }: Props) {
  const client = useClient()
  const [title, setTitle] = useState('')
  const [trigger, setTrigger] = useState('')
  const isEmpty = title.trim() === '' || trigger.trim() === ''
  return (
    <FormDialog
      title={t('knowledge.newLesson.title')}
      submit={t('knowledge.newLesson.submit')}
      missing={isEmpty ? t('knowledge.newLesson.missing') : null}
      work={() => client.card.create({ ...BLANK, title: title.trim(), trigger: trigger.trim() })}
      onDone={({ card }) => onMade(card)}
      onClose={onClose}
    >
      <TextField
        label={t('knowledge.newLesson.name')}
        value={title}
        onText={setTitle}
        placeholder={t('knowledge.newLesson.nameExample')}
      />
      <TextField
        label={t('knowledge.fields.trigger')}
        value={trigger}
        onText={setTrigger}
        placeholder={t('knowledge.newLesson.triggerExample')}
      />
      <p className="small soft">{t('knowledge.newLesson.hint')}</p>
    </FormDialog>
  )
}

const BLANK = {
  summary: '',
  knowledge: [],
  domain: null,
  jurisdiction: null,
  mistake: 'comprehension' as const,
  always: false,
  validFrom: null,
  validTo: null,
}

type BeginCardProps = {
  readonly title: string
  /** Why it cannot be begun yet. */
  readonly missing?: string | null
  readonly begin: () => Promise<{ readonly card: string }>
  readonly kept: string
  readonly onClose: () => void
  /** What is known already, and what the card is of. */
  readonly children: React.ReactNode
}

/** Begins a card of something that went wrong, then goes to the card, where it is written. */
export function BeginCard({ begin, ...dialog }: BeginCardProps) {
  const { go } = useNavigation()
  return (
    <FormDialog
      {...dialog}
      submit={t('knowledge.beginLesson')}
      work={begin}
      onDone={({ card }) => go({ name: 'knowledge', knowledgeTab: 'cards', card })}
    />
  )
}
