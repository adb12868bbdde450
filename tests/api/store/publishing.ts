/** A process of its own that opens a store, publishes once its standard input ends, and prints what came of it. */
import { text } from 'node:stream/consumers'
import { openContext } from '../../../api/context.ts'
import { publishNow } from '../../../api/results/publish.ts'

const { place, slug, by } = JSON.parse(process.argv[2]!)
const context = await openContext(place, () => new Date())
process.stdout.write('ready\n')
await text(process.stdin)
const made = await publishNow(context, slug, by, new Date().toISOString())
process.stdout.write(`${JSON.stringify(made)}\n`)
await context.close()
