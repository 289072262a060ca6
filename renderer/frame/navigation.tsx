import { useFacts } from '../facts/use-fact-data.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { entranceOf } from '../state/place.ts'
import { useShell } from '../state/shell-context.ts'
import { MatterMenu } from './matter-menu.tsx'
import { NetworkFoot } from './network-foot.tsx'
import { PlaceLink } from './place-link.tsx'
import { PLACES } from './place-list.ts'
import { Questions } from './questions.tsx'

const OTHER_MATTERS_AT_MOST = 6

/** The left column: the matter, its places, its questions, the other matters, the network switch. */
export function Navigation() {
  const { matter } = useShell()
  return (
    <nav className="nav" aria-label="Matters and places">
      <div className="nav-in">
        <MatterMenu />
        <Places />
        {matter ? <Questions key={matter.id} matter={matter.id} /> : null}
        <OtherMatters />
        <NetworkFoot />
      </div>
    </nav>
  )
}

function Places() {
  const { matter } = useShell()
  const { place } = useNavigation()
  return (
    <ul aria-label="Places">
      {PLACES.filter(({ needsMatter }) => matter || !needsMatter).map(({ name, word }) => (
        <li key={name}>
          <PlaceLink to={entranceOf(name)} aria-current={place.name === name ? 'page' : undefined}>
            {word}
            {name === 'library' && matter ? <span className="count">{matter.documents}</span> : null}
            {name === 'facts' && matter ? <ToConfirm key={matter.id} matter={matter.id} /> : null}
          </PlaceLink>
        </li>
      ))}
    </ul>
  )
}

/** How many facts wait for a yes. */
function ToConfirm({ matter }: { readonly matter: string }) {
  const waiting = useFacts(matter).value?.filter(({ state }) => state === 'proposed').length ?? 0
  return waiting > 0 ? (
    <span className="count due">
      {waiting}
      <span className="hide-narrow whitespace-pre"> to confirm</span>
    </span>
  ) : null
}

function OtherMatters() {
  const { matter, matters } = useShell()
  const { place } = useNavigation()
  const others = matters.filter(({ id, archived }) => id !== matter?.id && !archived)
  return (
    <div className="hist">
      <h2>{matter ? 'Other matters' : 'Matters'}</h2>
      <ul>
        {others.slice(0, OTHER_MATTERS_AT_MOST).map(({ id, matter: name }) => (
          <li key={id}>
            <PlaceLink to={{ name: 'ask', matter: id, answer: null }} title={name}>
              <span>{name}</span>
            </PlaceLink>
          </li>
        ))}
        <li>
          <PlaceLink to={{ name: 'matters' }} aria-current={place.name === 'matters' ? 'page' : undefined}>
            <span>All matters</span>
            <span className="count">{matters.length}</span>
          </PlaceLink>
        </li>
      </ul>
    </div>
  )
}
