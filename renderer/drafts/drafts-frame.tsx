import { Tabs } from 'radix-ui'
import { Bar } from '../frame/bar.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { DRAFTS_TABS, type DraftsTab } from '../state/place.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly tab: DraftsTab
  /** What can be done, at the end of the bar. */
  readonly actions?: React.ReactNode
  readonly children: React.ReactNode
}

/** The work column of Drafts, with its two views. */
export function DraftsFrame({ tab, actions, children }: Props) {
  const { replace } = useNavigation()
  return (
    <Tabs.Root asChild value={tab} onValueChange={(to) => replace({ draftsTab: to as DraftsTab })}>
      <main className="work" id="work" tabIndex={-1}>
        <Bar
          title={t('window.places.drafts')}
          middle={
            <Tabs.List className="tabs" aria-label={t('drafts.views')}>
              {DRAFTS_TABS.map((one) => (
                <Tabs.Trigger key={one} value={one}>
                  {t(`drafts.tabs.${one}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          }
        >
          {actions}
        </Bar>
        <Tabs.Content value={tab} className="unboxed" tabIndex={-1}>
          {children}
        </Tabs.Content>
      </main>
    </Tabs.Root>
  )
}
