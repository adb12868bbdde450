/** `npm run ledger`: checks the erasure ledger against the store, or writes it anew when it is lost. */
import { command, print } from '../../cli/command.ts'
import { Fault } from '../../cli/fault.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'

await command({
  name: 'ledger',
  summary: 'Vérifie le registre des effacements, ou le refait depuis la base quand son fichier est perdu.',
  options: {
    ...storeOptions,
    verify: { type: 'boolean', help: 'relit toute la chaîne et la compare à la base' },
    rebuild: {
      type: 'boolean',
      help: 'refait le fichier depuis la base (perdu, ou autre machine) ; c’est noté au journal',
    },
    json: { type: 'boolean', help: 'écrit le résultat en JSON' },
  },
  async run(values) {
    if ((values.verify === true) === (values.rebuild === true))
      throw new Fault('Choisissez --verify ou --rebuild (npm run ledger -- --verify).')
    const context = await openExisting(readConfig(values))
    try {
      if (values.rebuild) {
        await context.ledger.rebuild()
        await context.audit.record({ who: 'operateur', what: 'ledger-rebuilt' })
      } else await context.ledger.open()
      const { erasures: number } = await context.ledger.compare()
      if (values.json) print({ ok: true, file: context.ledger.path, erasures: number })
      else
        print(
          `Le registre des effacements est entier : ${number} effacement${number > 1 ? 's' : ''}, dans ${context.ledger.path}.\n`,
        )
      return undefined
    } finally {
      await context.close()
    }
  },
})
