/** Run by killed-at.ts: a rotation, with new data keys, that dies at a step. */
import { rotated } from '../../../api/keys/rotation.ts'
import { openStore } from '../../../api/store/open.ts'
import { countedSteps } from './counted-steps.ts'

const [step, url, path] = process.argv.slice(2)
const opened = await openStore(url!)
const { store, disk } = countedSteps(Number(step), opened)
await rotated(path!, store, { withData: true, now: new Date(), disk })
await opened.close()
