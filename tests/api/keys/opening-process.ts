/** Run by killed-at.ts: `opening-process.ts STEP STORE KEYRING`. */
import { openKeyring } from '../../../api/keys/keyring.ts'
import { openStore } from '../../../api/store/open.ts'
import { countedSteps } from './counted-steps.ts'

const [step, url, path] = process.argv.slice(2)
const opened = await openStore(url!)
const { store, disk } = countedSteps(Number(step), opened)
const ring = await openKeyring(path!, store, { disk })
await ring.keyFor('garde')
await opened.close()
