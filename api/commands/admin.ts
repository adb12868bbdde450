/** `npm run admin`: for whoever runs the server and has to let an administrator in again. */
import { command, print } from '../../cli/command.ts'
import { Fault } from '../../cli/fault.ts'
import { operatorLink } from '../accounts/joining.ts'
import { readConfig, storeOptions } from '../config.ts'
import { openExisting } from '../context.ts'
import { Problem } from '../http/problems.ts'

await command({
  name: 'admin',
  summary: 'Crée un lien, valable une fois, par lequel quelqu’un peut administrer le site.',
  options: {
    ...storeOptions,
    reset: { type: 'boolean', help: 'crée le lien (mot de passe et second facteur seront à refaire)' },
    login: { type: 'string', value: 'IDENTIFIANT', help: 'compte à rouvrir (sinon la personne crée un compte)' },
    json: { type: 'boolean', help: 'écrit le lien en JSON' },
  },
  async run(values) {
    if (values.reset !== true)
      throw new Fault('Rien à faire : ajoutez --reset pour créer un lien (npm run admin -- --reset).')
    const context = await openExisting(readConfig(values))
    try {
      const path = `/invitation#${await operatorLink(context.accounts, values.login ? String(values.login) : null)}`
      const { publicAddress: address } = (await context.settings()).values
      if (values.json) print({ path, address: address ? `${address}${path}` : null, validDays: 7 })
      else
        print(
          `Ouvrez ce lien dans le navigateur ; il sert une fois, pendant 7 jours :\n\n  ${address || 'ADRESSE-DU-SITE'}${path}\n\nQui tient ce lien administre le site : ne l’envoyez qu’à la bonne personne.\n`,
        )
    } catch (error) {
      if (error instanceof Problem && error.code === 'account-unknown')
        throw new Fault('Aucun compte n’a cet identifiant. Retirez --login pour en créer un.', { cause: error })
      throw error
    } finally {
      await context.close()
    }
    return undefined
  },
})
