import type { Place } from '../state/place.ts'
import { useNavigation } from '../state/navigation-context.ts'

type Props = Omit<React.ComponentProps<'a'>, 'href' | 'onClick'> & {
  readonly to: Partial<Place>
  readonly onGo?: () => void
}

/** A link to another place of the window. */
export function PlaceLink({ to, onGo, ...rest }: Props) {
  const { go } = useNavigation()
  return (
    <a
      {...rest}
      href="#work"
      onClick={(event) => {
        event.preventDefault()
        go(to)
        onGo?.()
      }}
    />
  )
}

/** A tag of a message that leads to another place: `t.rich('ask.noModel', { link: linkTo({ name: 'settings' }) })`. */
export function linkTo(to: Partial<Place>) {
  return (words: React.ReactNode) => <PlaceLink to={to}>{words}</PlaceLink>
}
