import type { Proof } from '../../contract/proof.ts'
import { readableProof } from '../../contract/readable-proof.ts'
import { GroundItem } from './proof-steps.tsx'
import type { ProofTools } from './proof-tools.ts'

type Props = { readonly proof: Proof; readonly tools: ProofTools }

/** A conclusion's chain of reasons: each of its grounds with its premises. What is certain is whole; what is open asks each question once. */
export function ProofTree({ proof, tools }: Props) {
  const { grounds } = readableProof(proof)
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
