/** The documents to take away, by what one does with them. */

import type { analyse } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'

const collections: { title: string; isOn: (file: string) => boolean }[] = [
  { title: 'À lire et à remettre au comité', isOn: (file) => /^report\.(?:pdf|html|docx)$/.test(file) },
  { title: 'Pour les habitants', isOn: (file) => file.startsWith('ce-que-vous-avez-dit') },
  { title: 'Tableaux et données', isOn: () => true },
]

export function Files({ files }: Pick<analyse.Overview, 'files'>) {
  if (files.length === 0) return null
  const placed = collections.map((collection, at) => ({
    ...collection,
    own: files.filter(({ file }) => collections.findIndex(({ isOn }) => isOn(file)) === at),
  }))
  return (
    <section className="section no-print" aria-labelledby="files-title">
      <h2 id="files-title">Documents</h2>
      <p className="muted">
        Écrits à partir des publications en cours : aucun chiffre n’y décrit un trop petit nombre de personnes.
      </p>
      <div className="collections">
        {placed
          .filter(({ own }) => own.length > 0)
          .map(({ title, own }) => (
            <div key={title}>
              <h3>{title}</h3>
              <ul className="files">
                {own.map(({ file, name }) => (
                  <li key={file}>
                    <a href={addressOf('GET /api/analyse/report/:file', { params: { file } })} download={file}>
                      {name[0]!.toUpperCase() + name.slice(1)}
                    </a>
                    <span className="mono muted">{file}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  )
}
