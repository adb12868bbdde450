/** `npm start`: opens the store, loads the founding questionnaires, listens, and prints where. */
import { command } from '../../cli/command.ts'
import { readConfig, storeOptions } from '../config.ts'
import { serve } from './serve.ts'

await command({
  name: 'start',
  summary: 'Ouvre la base, charge les questionnaires fondateurs et sert les pages.',
  options: {
    ...storeOptions,
    port: { type: 'string', value: 'PORT', help: 'port d’écoute (sinon PORT, sinon 3000)' },
    host: { type: 'string', value: 'ADRESSE', help: 'adresse d’écoute (sinon HOST, sinon toutes)' },
    'new-store': {
      type: 'boolean',
      help: 'commence exprès une base nouvelle ; le trousseau d’avant est mis de côté',
    },
    sites: {
      type: 'string',
      value: 'DOSSIER',
      help: 'plusieurs collectivités : un dossier par nom de site, chacun avec sa base et son trousseau',
    },
    demo: { type: 'boolean', help: 'affiche partout « données fictives »' },
  },
  async run(values) {
    if (typeof values.sites === 'string') {
      const { serveSites } = await import('./sites/sites.ts')
      await serveSites(values.sites, readConfig(values))
      return undefined
    }
    await serve(readConfig(values), { demo: values.demo === true, newStore: values['new-store'] === true })
    return undefined
  },
})
