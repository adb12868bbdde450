/**
 * A process that has the packages of the server loaded and waits for a word; then it runs the command named first, whose code it
 * reads as it is by then. Half of a start is the packages, which whoever develops does not change.
 */
import { once } from 'node:events'

await Promise.all([
  import('@resvg/resvg-js'),
  import('compression'),
  import('express'),
  import('express-rate-limit'),
  import('helmet'),
  import('pino'),
  import('prom-client'),
  import('snowball-stemmers'),
  import('stopword'),
  import('survey-core'),
  import('zod'),
])
const [entry] = process.argv.splice(2, 1)
process.send!('ready')
await once(process, 'message')
// whoever started it may be killed: a server left behind would hold the port
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel!.unref()
await import(entry!)
