/** What the authority has filled in so far: its settings, its tables, and what it wrote for one questionnaire. */

import { fullDayText } from '../../surveys/days.ts'
import { speechOf } from '../../surveys/paper/words.ts'
import { inEach, type ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { AppContext } from '../context.ts'
import { parametersFrom, referenceTables } from '../tables/reference.ts'
import type { Standing } from './collections.ts'
import { ownValues } from './own-parameters.ts'

/** How long its answers are kept, once a version that says the months of the settings is open too: the fewest anybody was told. */
export async function promisedMonths(
  context: AppContext,
  standing: Pick<Standing, 'promisedMonths'> = {},
): Promise<{ promisedMonths: number }> {
  const { rawMonths } = (await context.settings()).values
  return { promisedMonths: Math.min(standing.promisedMonths ?? rawMonths, rawMonths) }
}

/** @param closesAt last day to answer, once it is known */
export async function valuesFor(context: AppContext, slug: string, closesAt: string | null): Promise<ParameterValues> {
  const { values: settings } = await context.settings()
  return {
    ...(await ownValues(context, slug)),
    contact: settings.contact,
    dpo: settings.dpo,
    conservation: inEach((language) => speechOf(language, false).keptMonths(settings.rawMonths)),
    ...(closesAt === null ? {} : { date_fin: inEach((language) => fullDayText(closesAt, language)) }),
    ...parametersFrom(await referenceTables(context.tables)),
  }
}
