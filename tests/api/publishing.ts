/** A process of its own that publishes once and prints what came of it, for the tests of several instances. */

import { openContext } from '../../api/context.ts'
import { publishNow } from '../../api/results/publish.ts'

const { place, slug, by } = JSON.parse(process.argv[2]!)
const context = await openContext(place, () => new Date())
const made = await publishNow(context, slug, by, new Date().toISOString())
process.stdout.write(`${JSON.stringify(made)}\n`)
await context.close()
