/** Run by keys/killed-at.ts: opens a store as a command does, up to its documents being of this version, and dies at a step. */
import { ledgerIn } from '../../../api/erasure/ledger.ts'
import { backupsBeside, ledgerBeside } from '../../../api/erasure/ledger-file.ts'
import { openKeyring } from '../../../api/keys/keyring.ts'
import { upgradeDocuments } from '../../../api/operations/upgrade.ts'
import { openStore } from '../../../api/store/open.ts'
import { countedSteps } from '../keys/counted-steps.ts'

const [step, url, path] = process.argv.slice(2)
const now = () => new Date()
const opened = await openStore(url!)
const { store, disk } = countedSteps(Number(step), opened)
const keyring = await openKeyring(path!, store, { disk })
const ledger = ledgerIn(store, ledgerBeside(path!), keyring.id, now)
await upgradeDocuments({ store, keyring, ledger }, { folder: backupsBeside(path!), days: 30, now })
await opened.close()
