import type { Pack } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import type { KnowledgeTab } from '../state/place.ts'
import type { KnowledgeDialog } from './knowledge-dialogs.tsx'

type Props = {
  readonly tab: KnowledgeTab
  readonly words: string
  readonly packs: readonly Pack[]
  readonly onWords: (words: string) => void
  readonly onDialog: (dialog: KnowledgeDialog) => void
}

/** At the end of the bar: the search of a list, and the way to a new card, rule or pack. */
export function KnowledgeTools({ tab, words, packs, onWords, onDialog }: Props) {
  if (tab === 'packs')
    return (
      <Button isSmall onClick={() => onDialog('pack')}>
        Import a pack…
      </Button>
    )
  const isOff = tab === 'rules' && !packs.some(({ shipped }) => !shipped)
  return (
    <>
      <input
        type="search"
        autoComplete="off"
        className="w-36 min-h-7!"
        aria-label={`Search the ${tab}`}
        placeholder="Search"
        value={words}
        onChange={({ target }) => onWords(target.value)}
      />
      <Button isSmall isOff={isOff} onClick={() => onDialog(tab === 'cards' ? 'card' : 'rule')}>
        New…
      </Button>
    </>
  )
}
