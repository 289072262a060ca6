import { Tabs } from 'radix-ui'
import { t } from '../../wording/translate.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { LIBRARY_TABS, type LibraryTab } from '../state/place.ts'

type Props = { readonly tab: LibraryTab; readonly bar: React.ReactNode; readonly children: React.ReactNode }

/** The work column of the library: the documents, or what they say as a whole. */
export function LibraryTabs({ tab, bar, children }: Props) {
  const { replace } = useNavigation()
  return (
    <Tabs.Root asChild value={tab} onValueChange={(to) => replace({ libraryTab: to as LibraryTab })}>
      <main className="work" id="work" tabIndex={-1}>
        {bar}
        <div className="col full">
          <Tabs.List className="tabs below-bar" aria-label={t('library.views')}>
            {LIBRARY_TABS.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {t(`library.tabs.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={tab}>{children}</Tabs.Content>
        </div>
      </main>
    </Tabs.Root>
  )
}
