/** Opens a store as a command does, and says so: the tests kill this process at any moment. */
import { openContext } from '../../../api/context.ts'

const [storeUrl, keyringPath] = process.argv.slice(2)
const context = await openContext(
  { storeUrl: storeUrl!, keyringPath: keyringPath!, standaloneAccepted: true },
  () => new Date(),
)
await context.close()
process.stdout.write('open\n')
