import { FormDialog } from '../../parts/form-dialog.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
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
export function BeginCard({ begin, ...dialog }: Props) {
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
