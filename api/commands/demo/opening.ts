/** The founding questionnaires opened for real in the demo, by two made-up people: a demonstration of trials would show nothing. */
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { dayAfter, dayOf, endOfDay } from '../../../surveys/days.ts'
import { isCensus } from '../../../surveys/questionnaire/audiences.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { AppContext } from '../../context.ts'
import { sourceOf, writeVersion } from '../../design/sources.ts'
import { frozen, removeTrial } from '../../questionnaires/live.ts'
import { promisedMonths, valuesFor } from '../../questionnaires/parameter-values.ts'
import { settingsService } from '../../settings/settings.ts'
import { collections } from '../../store/collections.ts'
import { fillCodes } from './codes.ts'
import { demoPerson } from './made-up.ts'

/** Days until the last day to answer. */
const openDays = 19
const asked = { asked: 'demo-conception', approved: 'demo-publication' }

/**
 * Opens each founding questionnaire that is on trial; the answers of its trial go, as they do at any opening. Others stay as they are.
 *
 * @param from when they opened
 */
export async function openAll(context: AppContext, from: Date): Promise<void> {
  const standings = context.store.collection(collections.questionnaires)
  const closesOn = dayAfter(dayOf(context.now()), openDays)
  const then = { ...context, now: () => from }
  for (const { slug } of founding()) {
    const stored = await standings.get(slug)
    const source = await sourceOf(context, slug)
    if (!stored || !source) continue
    const isCoded = isCensus(source.audience)
    // a demo of an earlier edition has its census open without them
    if (isCoded) await fillCodes(then, slug)
    if (stored.value.status !== 'trial') continue
    const values = await valuesFor(context, slug, closesOn)
    const questionnaire = await frozen(context, source, values, stored.value.version + 1)
    compileValidator(questionnaire)
    const version = await writeVersion(then, questionnaire, values, asked)
    const invitation = isCoded ? ('required' as const) : stored.value.invitation
    const open = {
      ...stored.value,
      ...(await promisedMonths(context)),
      status: 'open' as const,
      invitation,
      version,
      liveFrom: version,
      closesAt: endOfDay(closesOn),
    }
    await standings.put(slug, open, stored.revision)
    if ((await context.store.responses.count(slug)) > 0) await removeTrial(context, slug)
  }
  // what is remembered of a second ago still says « trial »
  await context.stopwatch.pass(1_200)
}

/** Whom to ask, where nobody has said it. */
export async function nameContacts(context: AppContext): Promise<void> {
  const service = settingsService(context.store, context.now)
  const { values, revision } = await service.read()
  if (values.contact !== '' && values.dpo !== '') return
  await service.save(
    revision,
    {
      ...values,
      contact: values.contact || 'Service Enfance et jeunesse (fictif), enfance@exemple.fr',
      dpo: values.dpo || 'dpo@exemple.fr (adresse fictive)',
    },
    demoPerson,
  )
  await context.stopwatch.pass(1_200)
}
