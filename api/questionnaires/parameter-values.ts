/** What the authority has filled in so far: its settings, its tables, and what it wrote for one questionnaire. */

import { fullDayText } from '../../surveys/days.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { AppContext } from '../context.ts'
import { parametersFrom, referenceTables } from '../tables/reference.ts'
import { ownValues } from './own-parameters.ts'

/** @param closesAt last day to answer, once it is known */
export async function valuesFor(context: AppContext, slug: string, closesAt: string | null): Promise<ParameterValues> {
  const { values: settings } = await context.settings()
  return {
    ...(await ownValues(context, slug)),
    contact: settings.contact,
    dpo: settings.dpo,
    conservation: `${settings.rawMonths} mois au plus`,
    ...(closesAt === null ? {} : { date_fin: fullDayText(closesAt) }),
    ...parametersFrom(await referenceTables(context.tables)),
  }
}
