/** Coordinates left for a call-back or to be told of results, for the person who left them: shown, and erased through the ledger. */
import { CommandError, print } from '../../../cli/command.ts'
import { dayOf, dayText } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { erase } from '../../erasure/erase.ts'
import { lastExpiry } from '../../operations/backups.ts'
import { contactsIn } from '../../responses/contacts.ts'
import { announcementsIn } from '../../results/public/announcements.ts'

/** @throws CommandError when nothing was left under this number or address */
export async function contact(
  context: AppContext,
  reach: string,
  isErased: boolean,
  isJson: boolean,
): Promise<undefined> {
  const left = await contactsIn(context).of(reach)
  const announcements = announcementsIn(context)
  const awaited = await announcements.under(reach)
  if (left.length + awaited.length === 0)
    throw new CommandError('Aucune coordonnée n’a été laissée sous ce numéro ou cette adresse.')
  await context.audit.record({
    who: 'operateur',
    what: 'contacts-read',
    details: { pour: 'la personne', nombre: left.length + awaited.length },
  })
  if (isErased) for (const { id } of left) await forget(context, id)
  if (isErased) for (const slug of awaited) await announcements.erase(slug, [reach])
  const until = isErased ? await lastExpiry(context.store, '') : null
  const contacts = left.map(({ name, reach: address, when, month }) => ({ name, reach: address, when, month }))
  if (isJson) print({ contacts, awaited, erased: isErased, backupsUntil: until && dayOf(until) })
  else
    print(
      `${[...contacts.map((one) => `${one.name}, ${one.reach}`), ...awaited.map((slug) => `attend les résultats de « ${slug} »`), '', contactEnd(isErased, until)].join('\n')}\n`,
    )
  return undefined
}

async function forget(context: AppContext, id: string): Promise<void> {
  await context.ledger.record('contact', id, '')
  await erase(context.store, { at: context.now().toISOString(), kind: 'contact', id, questionnaire: '' })
  await context.audit.record({ who: 'une personne', what: 'contacts-purged', details: { lignes: 1 } })
}

function contactEnd(isErased: boolean, until: string | null): string {
  if (!isErased) return 'Rien n’est effacé. Pour effacer ces coordonnées, relancez avec --erase.'
  return until === null
    ? 'Ces coordonnées sont effacées. Aucune de nos sauvegardes ne les contient.'
    : `Ces coordonnées sont effacées. La dernière de nos sauvegardes chiffrées qui peut les contenir sera détruite le ${dayText(until)}.`
}
