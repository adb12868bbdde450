/** The base itself: its shape, what makes writes durable, how many machines hold it, and its structure read through. */
import { existsSync, statSync } from 'node:fs'
import { isOtherShape } from '../../store/sqlite-shape.ts'
import type { Store } from '../../store/store.ts'
import { documentsOf, documentsVersion } from '../documents-version.ts'
import { type Check, warning, well, wrong } from './check.ts'

const restore = 'Arrêtez le site, vérifiez le disque, puis restaurez la dernière sauvegarde vérifiée (npm run restore).'

/** Why the doctor cannot open it: it never makes a base, nor changes the shape of one. */
export function baseRefusal(base: string | null): Check | null {
  if (base === null) return null
  if (!existsSync(base))
    return wrong(
      'Base',
      `Aucune base n’est à cette place (${base}).`,
      'Indiquez sa place par DATA_DIR ou STORE_URL, ou restaurez une sauvegarde (npm run restore).',
    )
  if (statSync(base).size === 0) return wrong('Base', `Le fichier de la base est vide (${base}).`, restore)
  if (isOther(base))
    return wrong(
      'Base',
      'La base a la forme d’une autre version du programme.',
      'Tapez « npm run backup » avec la version qui l’a faite. Si celle-ci est plus récente, démarrez-la ensuite (npm start) : elle mettra la base à jour, une copie vérifiée d’abord.',
    )
  return null
}

function isOther(base: string): boolean {
  try {
    return isOtherShape(base)
  } catch {
    // what cannot be read is refused when it is opened, with what to do
    return false
  }
}

export async function baseChecks(store: Store): Promise<Check[]> {
  const { topology, unsafe, faults } = await store.examine()
  const isServer = store.kind === 'mongodb'
  return [
    unsafe.length === 0
      ? well('Enregistrement', `Une réponse acceptée est sur le disque : ${topology}.`)
      : (isServer ? warning : wrong)(
          'Enregistrement',
          `${topology} : ${unsafe.join(' ; ')}.`,
          isServer
            ? 'Ajoutez des serveurs au « replica set » : il en faut trois.'
            : 'Placez DATA_DIR sur un disque local, puis relancez.',
        ),
    faults === null
      ? well('Structure de la base', 'Le serveur de la base la vérifie lui-même à chaque lecture.')
      : faults.length === 0
        ? well('Structure de la base', 'Toute la base a été relue : sa structure est entière.')
        : wrong(
            'Structure de la base',
            `La structure de la base est abîmée : ${faults.slice(0, 3).join(' ; ')}.`,
            restore,
          ),
    await versionCheck(store),
  ]
}

async function versionCheck(store: Store): Promise<Check> {
  const name = 'Version de la base'
  const version = await documentsOf(store)
  if (version === null || version === documentsVersion)
    return well(name, 'La base est celle de cette version du programme.')
  if (version > documentsVersion)
    return wrong(name, 'La base a été faite par une version plus récente du programme.', 'Installez cette version.')
  return warning(name, 'La base est celle d’une version précédente.', 'Démarrez le site : il la mettra à jour.')
}
