import { type GgufTensor, type GgufValue, writeGguf } from './write-gguf.ts'

export type LoraShape = {
  readonly architecture: string
  readonly layers: number
  readonly width: number
  readonly rank: number
  /** The weights, drawn by place; 0 for an adapter that changes nothing. */
  readonly weight: (place: number) => number
}

/** A LoRA adapter on the output of the attention of each layer, as llama.cpp reads it (`convert_lora_to_gguf.py`). */
export function loraAdapter({ architecture, layers, width, rank, weight }: LoraShape): Buffer {
  const metadata: Record<string, GgufValue> = {
    'general.type': { type: 'string', value: 'adapter' },
    'general.architecture': { type: 'string', value: architecture },
    'general.name': { type: 'string', value: 'Consilium test adapter' },
    'adapter.type': { type: 'string', value: 'lora' },
    'adapter.lora.alpha': { type: 'float32', value: rank },
  }
  const tensors = Array.from({ length: layers }, (_, layer): readonly GgufTensor[] => {
    const name = `blk.${layer}.attn_output.weight`
    const values = () => Float32Array.from({ length: width * rank }, (__, place) => weight(place))
    return [
      { name: `${name}.lora_a`, shape: [width, rank], values: values() },
      { name: `${name}.lora_b`, shape: [rank, width], values: values() },
    ]
  })
  return writeGguf(metadata, tensors.flat())
}
