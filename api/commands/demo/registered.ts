/** Registered figures of the demo: what the authority's folder offers, and made-up series whose source says that they are. */

import { typeset } from '../../../analysis/text/format.ts'
import type { AppContext } from '../../context.ts'
import { offers } from '../../evidence/registered/offers.ts'
import { registeredIn } from '../../evidence/registered/series.ts'
import { valuesOf } from '../../evidence/registered/table.ts'
import { demoPerson, madeUpSource, objectivesHere } from './made-up.ts'
import { series } from './series.ts'

/** Saves each series that the store does not have; those of an objective that the plan does not have are left out. */
export async function fillRegistered(context: AppContext): Promise<void> {
  const registered = registeredIn(context.store)
  const savedAt = context.now().toISOString()
  const madeUp = series.map((one) => ({
    ...one,
    source: `${madeUpSource} (dans la vraie vie : ${one.source})`,
    link: '',
  }))
  for (const { id, cells, objectives: own, ...about } of [...(await offers()), ...madeUp]) {
    const served = objectivesHere(own)
    if (served.length === 0 || (await registered.found(id))) continue
    const { values } = valuesOf(cells)
    await registered.save(id, 0, {
      ...about,
      definition: typeset(about.definition),
      source: typeset(about.source),
      limits: typeset(about.limits),
      cells,
      values,
      objectives: served,
      withdrawn: false,
      reason: '',
      savedAt,
      savedBy: demoPerson,
    })
  }
}
