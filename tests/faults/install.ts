/** The first day, in a process of its own: base and keyring are made, the small questionnaire is on trial. `node install.ts DATA KEYRING` */
import { readConfig } from '../../api/config.ts'
import { openContext } from '../../api/context.ts'
import { smallQuestionnaire } from '../api/fixture.ts'

const [data, keyring] = process.argv.slice(2)
const context = await openContext(readConfig({ data, keyring }), () => new Date())
await context.questionnaires.loadFounding([smallQuestionnaire])
await context.close()
