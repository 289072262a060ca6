import { isOpenPacket } from './packet-words.ts'
import type { PacketWork } from './use-packet-work.ts'

/** Which of the sources go with the question; fewer is safer. */
export function SourcesSent({ work }: { readonly work: PacketWork }) {
  const { candidates } = work.packet
  if (candidates.length === 0) return null
  const chosen = candidates.filter((one) => one.chosen).map(({ source }) => source)
  const toggle = (source: string) =>
    void work.change({
      sources: chosen.includes(source) ? chosen.filter((one) => one !== source) : [...chosen, source],
    })
  return (
    <div className="rule-top" role="group" aria-labelledby="sources-sent">
      <h2 className="h" id="sources-sent">
        Sources <span className="muted">{`${chosen.length} of ${candidates.length} in the packet`}</span>
      </h2>
      <ul className="grid gap-1 small">
        {candidates.map(({ source, where }) => (
          <li key={source}>
            <label className="flex gap-2 items-baseline">
              <input
                type="checkbox"
                checked={chosen.includes(source)}
                disabled={!isOpenPacket(work.packet) || work.isBusy}
                onChange={() => toggle(source)}
              />
              <span>
                {source} {where}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
