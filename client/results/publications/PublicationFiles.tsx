/** Where one publication is read: its report, and its data unless it is withdrawn. */
import type { analyse } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'

const files = [
  { file: 'report.html', text: 'Lire', isData: false },
  { file: 'report.pdf', text: 'PDF', isData: false },
  { file: 'report-full.pdf', text: 'PDF complet', isData: false },
  { file: 'report.xlsx', text: 'Classeur', isData: true },
  { file: 'tables.csv', text: 'Données', isData: true },
]

type Props = { publication: analyse.PublicationLine; isWithdrawn: boolean }

export const PublicationFiles = ({ publication: { slug, number }, isWithdrawn }: Props) => (
  <span className="links">
    {files
      .filter(({ isData }) => !(isData && isWithdrawn))
      .map(({ file, text }) => (
        <a
          key={file}
          href={addressOf('GET /api/analyse/:slug/publications/:number/:file', { params: { slug, number, file } })}
          // the server names what is kept; the report is read as a page
          {...(file.endsWith('.html') ? { target: '_blank', rel: 'noopener' } : { download: '' })}
          aria-label={`${text}, publication n° ${number}`}
        >
          {text}
        </a>
      ))}
  </span>
)
