/** The body of the analysis thread: each question has its task. */
import { dataOf, serve } from '../../../analysis/threads/serve.ts'
import type { StoreAccess } from '../../config.ts'
import { openContext } from '../../context.ts'
import { groupsIn } from '../../fieldwork/flags.ts'
import { followIn } from '../../fieldwork/follow.ts'
import { shiftsIn } from '../../fieldwork/shifts.ts'
import { idsOfKiosk } from '../../kiosks/aside.ts'
import type { StudyMemory } from '../../responses/studies.ts'
import { flaggedIn } from '../../responses/vigilance/flagged.ts'
import { leavingOf } from '../export/exported.ts'
import { toPublishIn } from '../fieldwork.ts'
import { publishNow } from '../publish.ts'
import { makeTypology } from '../typologies/make.ts'
import type { AnalysisTasks } from './thread.ts'

const context = await openContext(dataOf<StoreAccess>(), () => new Date())
const memory: StudyMemory = new Map()

serve<AnalysisTasks>({
  toPublish: toPublishIn(context),
  flagged: flaggedIn(context),
  follow: followIn(context),
  groups: (slug) => groupsIn(context, slug),
  export: ({ slug, asked }) => leavingOf(context, slug, asked),
  kiosk: ({ slug, kiosk, since }) => idsOfKiosk(context, slug, kiosk, since),
  shifts: (slug) => shiftsIn(context, slug),
  typology: (asked) => makeTypology(context, asked, memory),
  wake: async () => null,
  publish: ({ slug, by, at }, note) =>
    publishNow(context, slug, by, at, (done, total) => note({ done, total }), memory),
})
