/** Opens a store as a command does: the tests kill this process at any moment. */
import { openContext } from '../../../api/context.ts'

const [storeUrl, keyringPath] = process.argv.slice(2)
const context = await openContext(
  { storeUrl: storeUrl!, keyringPath: keyringPath!, standaloneAccepted: true },
  () => new Date(),
)
await context.close()
