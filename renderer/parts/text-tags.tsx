import type { ReactNode } from 'react'

/** How the tags of a message are drawn: `t.rich('frame.buttons.closeByKey', TEXT_TAGS)`. */
export const TEXT_TAGS = {
  b: (words: ReactNode) => <b>{words}</b>,
  hidden: (words: ReactNode) => <span className="visually-hidden">{words}</span>,
  kbd: (words: ReactNode) => <kbd>{words}</kbd>,
  muted: (words: ReactNode) => <span className="muted">{words}</span>,
  soft: (words: ReactNode) => <span className="soft">{words}</span>,
}
