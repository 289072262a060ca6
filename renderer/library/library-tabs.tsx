import { Tabs } from 'radix-ui'
import { useNavigation } from '../state/navigation-context.ts'
import { LIBRARY_TABS, type LibraryTab } from '../state/place.ts'

const TAB_WORDS: Readonly<Record<LibraryTab, string>> = {
  documents: 'Documents',
  summary: 'Summary',
  chronology: 'Chronology',
  table: 'Table',
}

type Props = { readonly tab: LibraryTab; readonly bar: React.ReactNode; readonly children: React.ReactNode }

/** The work column of the library: the documents, or what is told of them as a whole. */
export function LibraryTabs({ tab, bar, children }: Props) {
  const { replace } = useNavigation()
  return (
    <Tabs.Root asChild value={tab} onValueChange={(to) => replace({ libraryTab: to as LibraryTab })}>
      <main className="work" id="work" tabIndex={-1}>
        {bar}
        <div className="col full">
          <Tabs.List className="tabs below-bar" aria-label="Views">
            {LIBRARY_TABS.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {TAB_WORDS[one]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={tab}>{children}</Tabs.Content>
        </div>
      </main>
    </Tabs.Root>
  )
}
