/** The documents to take away, by what one does with them. */

import type { analyse } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'

const titles: Record<analyse.Overview['files'][number]['part'], string> = {
  committee: 'À lire et à remettre au comité',
  residents: 'Pour les habitants',
  data: 'Tableaux et données',
}

export function Files({ files }: Pick<analyse.Overview, 'files'>) {
  if (files.length === 0) return null
  const byPart = Object.entries(Object.groupBy(files, ({ part }) => part))
  return (
    <section className="section no-print" aria-labelledby="files-title">
      <h2 id="files-title">Documents</h2>
      <p className="muted">
        Écrits à partir des publications en cours : aucun chiffre n’y décrit un trop petit nombre de personnes.
      </p>
      <div className="collections">
        {byPart.map(([part, own]) => (
          <div key={part}>
            <h3>{titles[part as keyof typeof titles]}</h3>
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
