import type { Card } from '../../../contract/card.ts'
import { Glyph } from '../../parts/glyph.tsx'
import { scopeWords, validWords } from './card-words.ts'

/** A card as it is read: its two named parts, and what it is for. */
export function CardTextView({ card }: { readonly card: Card }) {
  const scope = scopeWords(card)
  return (
    <>
      <p className="small soft">
        {scope ? `For ${scope}.` : 'For every domain.'} {validWords(card)}{' '}
        {card.test?.lint.length === 0 ? 'Its checks found nothing of a matter in it.' : ''}
      </p>
      <section className="mt-5" aria-labelledby="card-summary">
        <h3 className="h" id="card-summary">
          Learning summary <span className="muted">the line of thought, and what to watch for</span>
        </h3>
        <p className="read max-w-(--measure)">{card.summary}</p>
      </section>
      <section className="mt-5" aria-labelledby="card-knowledge">
        <h3 className="h" id="card-knowledge">
          Supplementary knowledge <span className="muted">definitions and rules, each with a source</span>
        </h3>
        {card.knowledge.length === 0 ? <p className="soft">None.</p> : null}
        <ul className="read ksup">
          {card.knowledge.map(({ text, source }) => (
            <li key={text}>
              {text}{' '}
              {source === null ? (
                <span className="small warn">
                  <Glyph shape="caution" /> no source yet
                </span>
              ) : (
                <span className="small soft">{source}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="rule-top mt-5" aria-labelledby="card-trigger">
        <h3 className="h" id="card-trigger">
          Shown when a question looks like
        </h3>
        <p className="small mono soft">{card.trigger}</p>
        {card.always ? <p className="small soft mt-1">Always used where it fits, however sure the model is.</p> : null}
      </section>
    </>
  )
}
