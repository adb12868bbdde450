/**
 * `npm run rgpd`: somebody comes with their twelve words; the operator shows what they open, and erases it. The words come by standard
 * input alone: neither the history of a shell, nor the list of processes, nor a log sees them.
 */
import { CommandError, command, print } from '../../cli/command.ts'
import { readable } from '../../surveys/answers/readable.ts'
import { proofOf } from '../../surveys/answers/withdrawal-words.ts'
import { dayText } from '../../surveys/days.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { readConfig, storeOptions } from '../config.ts'
import { type AppContext, openExisting } from '../context.ts'
import { withdrawalsIn } from '../responses/withdrawals.ts'
import type { OwnResponse } from '../wire/public.ts'
import { contact } from './rgpd/contact.ts'
import { reachGiven, wordsGiven } from './rgpd/given.ts'

await command({
  name: 'rgpd',
  summary:
    'Montre, ou efface, la réponse qu’ouvrent les douze mots d’une personne, ou les coordonnées qu’elle a laissées. Les mots se donnent par l’entrée standard : tapez-les après avoir lancé la commande.',
  options: {
    ...storeOptions,
    contact: {
      type: 'boolean',
      help: 'donnez un numéro ou une adresse électronique au lieu des mots : les coordonnées laissées pour un rappel ou pour être prévenu des résultats',
    },
    erase: { type: 'boolean', help: 'efface pour de bon ce qui a été montré' },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  // read only to be refused: an error of the parser would repeat the words
  positionals: '',
  async run(values, positionals) {
    if (positionals.length > 0)
      throw new CommandError(
        'Ne donnez pas les mots dans la commande : elle resterait dans l’historique. Lancez-la seule, puis tapez-les.',
      )
    const given = values.contact ? await reachGiven() : proofOf(await wordsGiven())
    const context = await openExisting(readConfig(values))
    try {
      if (values.contact) return await contact(context, given, values.erase === true, values.json === true)
      const { sheet: response, waits } = await withdrawalsIn(context).read(given)
      if (waits) return await waiting(context, given, values.erase === true, values.json === true)
      if (response === null)
        throw new CommandError(
          'Ces mots n’ouvrent aucune réponse : elle est déjà retirée, ou le questionnaire est figé et ses codes sont détruits. Relisez les mots avec la personne.',
        )
      await context.audit.record({
        who: 'operateur',
        what: 'rows-read',
        about: response.questionnaire,
        details: { pour: 'la personne, avec ses douze mots' },
      })
      const shown = await shownOf(context, response)
      const erased = values.erase === true ? await erase(context, given) : null
      if (values.json) print({ ...shown, erased: erased !== null, backupsUntil: erased?.backupsUntil ?? null })
      else print(`${[...textOf(shown), '', endOf(erased)].join('\n')}\n`)
      return undefined
    } finally {
      await context.close()
    }
  },
})

/** Set aside from a kiosk: what it holds is not shown before the staff have decided. */
async function waiting(context: AppContext, proof: string, erases: boolean, json: boolean): Promise<undefined> {
  const sentence =
    'Une réponse de borne, mise à part : l’équipe n’a pas encore décidé si elle compte. Elle ne peut pas être montrée d’ici là.'
  const erased = erases ? await erase(context, proof) : null
  if (json) print({ waits: true, erased: erased !== null, backupsUntil: erased?.backupsUntil ?? null })
  else print(`${[sentence, '', endOf(erased)].join('\n')}\n`)
}

type Shown = Pick<OwnResponse, 'questionnaire' | 'version' | 'day' | 'answers'> & { title: string; lines: string[] }

async function shownOf(
  { questionnaires }: AppContext,
  { questionnaire, version, day, answers }: OwnResponse,
): Promise<Shown> {
  const published = (await questionnaires.published(questionnaire, version)).questionnaire
  const title = frenchOf(published.title)
  return { questionnaire, title, version, day, answers, lines: readable(published, answers) }
}

function textOf({ title, day, lines }: Shown): string[] {
  return [`« ${title} », réponse reçue le ${dayText(day)} :`, '', ...lines]
}

type Erased = { backupsUntil: string | null }

async function erase(context: AppContext, proof: string): Promise<Erased> {
  const { outcome, backupsUntil = null } = await withdrawalsIn(context).withdraw(proof)
  if (outcome !== 'done')
    throw new CommandError('Cette réponse vient d’être retirée par ailleurs : il n’y a plus rien à effacer.')
  return { backupsUntil }
}

function endOf(erased: Erased | null): string {
  if (erased === null) return 'Rien n’est effacé. Pour effacer cette réponse, relancez avec --erase.'
  return erased.backupsUntil === null
    ? 'Cette réponse est effacée. Aucune de nos sauvegardes ne la contient.'
    : `Cette réponse est effacée. La dernière de nos sauvegardes chiffrées qui la contient sera détruite le ${dayText(erased.backupsUntil)}.`
}
