/** `npm run restore`: a store made of a backup, on an empty place, without what was erased since. */

import { command, print, say } from '../../cli/command.ts'
import { counted } from '../../cli/counted.ts'
import { Fault } from '../../cli/fault.ts'
import { momentText } from '../../surveys/days.ts'
import { readConfig, storeOptions } from '../config.ts'
import { restore } from '../operations/restore.ts'

await command({
  name: 'restore',
  summary: 'Restaure une sauvegarde dans une base vide, puis refait les effacements demandés depuis.',
  options: {
    ...storeOptions,
    from: { type: 'string', value: 'CHEMIN', help: 'une sauvegarde, ou leur dossier (la plus récente est prise)' },
    'without-ledger': {
      type: 'boolean',
      help: 'le registre des effacements est perdu : des réponses retirées peuvent revenir ; c’est noté au journal',
    },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    if (!values.from) throw new Fault('Indiquez la sauvegarde ou leur dossier : npm run restore -- --from CHEMIN.')
    const restored = await restore(readConfig(values), {
      from: String(values.from),
      withoutLedger: values['without-ledger'] === true,
      now: () => new Date(),
      warn: say,
    })
    if (values.json) print(restored)
    else print(sentences(restored, values['without-ledger'] === true))
    return undefined
  },
})

type Restored = Awaited<ReturnType<typeof restore>>

function sentences({ file, at, responses, erasedAgain }: Restored, withoutLedger: boolean): string {
  const erased = withoutLedger
    ? 'Sans le registre, nul ne sait lesquelles avaient été retirées depuis : prévenez le délégué à la protection des données (c’est écrit au journal).'
    : erasedAgain === 0
      ? 'Aucune n’avait été retirée depuis.'
      : `${counted(erasedAgain, 'effacée de nouveau parce qu’elle avait été retirée', 'effacées de nouveau parce qu’elles avaient été retirées')} depuis.`
  return `${[
    `Restauré : ${file}, du ${momentText(at)}.`,
    `  ${counted(responses, 'réponse', 'réponses')}, comme alors (comptes et empreintes comparés).`,
    `  ${erased}`,
    'Chacun doit se reconnecter. Relisez la page Équipe : un accès retiré depuis la sauvegarde est revenu.',
    'Puis : « npm start », « npm run doctor », et tout de suite une sauvegarde neuve (« npm run backup »).',
  ].join('\n')}\n`
}
