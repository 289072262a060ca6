import type { Proof } from '../../contract/proof.ts'
import { GroundItem } from './proof-steps.tsx'
import type { ProofTools } from './proof-tools.ts'

type Props = { readonly proof: Proof; readonly tools: ProofTools }

/** A conclusion's whole chain of reasons: each of its grounds with its premises, as the rule engine gave them. Nothing is left out or merged. */
export function ProofTree({ proof, tools }: Props) {
  const { grounds } = proof
  return (
    <>
      {grounds.length > 1 ? (
        <p className="small soft mb-1">{grounds.length} grounds, each sufficient by itself.</p>
      ) : null}
      <ul className="proof" aria-label={`Proof: ${proof.sentence}`}>
        {grounds.map((ground, index) => (
          <GroundItem key={`${ground.rule} ${index}`} ground={ground} tools={tools} />
        ))}
      </ul>
    </>
  )
}
