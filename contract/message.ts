import * as z from 'zod'
import { type Message, type MessageValue, verbatim } from '../wording/message.ts'

const valueSchema: z.ZodType<MessageValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    written,
    z.object({ bytes: z.number() }),
    z.object({ memory: z.number() }),
    z.object({ figure: z.string() }),
    z.object({ date: z.string() }),
    z.object({ all: listed }),
    z.object({ any: listed }),
    // Of a later version: the message is said to be so (`messageText`), and what holds it can be read all the same.
    z.custom<MessageValue>(() => true),
  ]),
)

const written: z.ZodType<Message> = z.object({ key: z.string(), values: z.record(z.string(), valueSchema) })

const listed = z.array(z.union([z.string(), z.lazy(() => written)]))

/** What the engine says, by its key in the catalogue. Words that were kept before messages were are said as they are. */
export const messageSchema = z.union([written, z.string().transform(verbatim)])
