/** One of the threads of ranges.ts: reads a range of ids into columns, with every digest that hangs on one response alone. */
import { dataOf, serve } from '../../analysis/threads/serve.ts'
import type { StoreAccess } from '../config.ts'
import { openContext } from '../context.ts'
import { recordSecretAt } from '../results/snapshots.ts'
import type { RangeTasks } from './ranges.ts'
import { readInto, rememberedStudy, withTokens } from './remembered-study.ts'
import { vigilanceIn } from './vigilance/vigilance.ts'

const context = await openContext(dataOf<StoreAccess>(), () => new Date())

serve<RangeTasks>({
  range: async ({ slug, version, trial, out, epoch, ids }, note) => {
    const { questionnaire } = await context.questionnaires.published(slug, version)
    const reading = { trial, holding: await vigilanceIn(context).holding(questionnaire) }
    const secret = await recordSecretAt(context.keyring, slug, epoch)
    const own = rememberedStudy('', questionnaire, new Set(out))
    const stored = await readInto(own, context, context.store.responses.blocks(slug, undefined, ids), reading, (read) =>
      note({ read }),
    )
    for (const [id, { counted }] of own.responses) if (counted) withTokens(counted, id, secret)
    const { ids: _, ...part } = own.columns.part(secret)
    return { stored, responses: JSON.stringify([...own.responses]), part }
  },
})
